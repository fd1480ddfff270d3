import { z } from 'zod';
import type { Driver } from '../../drivers/driver.ts';
import { identitySetting } from '../../drivers/find/identity-setting.ts';
import { drivers as everyDriver, findDriver } from '../../drivers/registry.ts';
import type { OpenTransport, Timers } from '../../drivers/session/create-session.ts';
import { type GapCause, gapCause } from '../../vocabulary/gap-cause.ts';
import { type BootId, type EntityId, entityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type Clock, type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { IntakeBatch } from '../ports/intake-port.ts';
import { type DetectorState, listenerPort } from '../ports/listener-port.ts';
import type { Served } from '../ports/serve-port.ts';
import { createDetector, type Detector } from './detector.ts';

export interface DetectorsOptions {
  readonly boot: BootId;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: (bytes: number) => Uint8Array;
  readonly openPort: (identity: { readonly path: string; readonly serialNumber: string | null }) => OpenTransport;
  readonly drivers?: readonly Driver[];
}

/** Everything needed to start a detector again, and the gap it was in. */
export const runningAsk = listenerPort.methods['detector/start'].ask.extend({
  detector: entityId,
  serialNumber: z.string().nullable(),
  /** Started again by itself: nobody stands there and says that it is the same instrument. */
  isResumed: z.boolean().default(false),
  gap: z.strictObject({ from: epochMs, cause: gapCause, isOfSession: z.boolean() }).nullable(),
});
type RunningAsk = z.output<typeof runningAsk>;

/** The running detectors, by their id. */
export interface Detectors {
  /** Fault: unknown_driver, bad_setting, port_busy. `first` is the result of the first opening. */
  readonly start: (
    ask: RunningAsk,
    diedAt?: EpochMs,
  ) => Promise<Result<{ readonly detector: Detector; readonly first: Result<void> }>>;
  /** Gives the last batch of the stopped detector; null where there is none of that id. */
  readonly stop: (id: EntityId) => Promise<{ readonly last: IntakeBatch | null } | null>;
  readonly confirm: (id: EntityId) => boolean;
  readonly states: () => DetectorState[];
  readonly asks: () => readonly RunningAsk[];
  readonly takeBatches: () => readonly IntakeBatch[];
  /** Names a stretch of an instrument that nobody could keep. */
  readonly addGap: (instrument: string, from: EpochMs, to: EpochMs, cause: GapCause) => void;
  readonly suspended: (from: EpochMs) => void;
  /** The wall clock was set, which every instrument's readings show. */
  readonly clockStepped: (expected: EpochMs, shown: EpochMs) => void;
}

/** Also for one that is known and withheld, which says why. */
const whyNotOffered = (id: string): Result<never> => {
  const known = findDriver(id);
  return known.ok ? fail({ code: 'unknown_driver', driver: id }) : known;
};

export const newEntityId = (random: (bytes: number) => Uint8Array): EntityId =>
  entityId.parse(Buffer.from(random(16)).toString('hex'));

const settingsOf = ({ settings, wire }: RunningAsk) =>
  wire === undefined ? settings : { ...settings, identity: identitySetting(wire) };

export function createDetectors(
  options: DetectorsOptions,
  tell: () => Served<typeof listenerPort.news>['tell'],
  onGapChanged: () => void,
): Detectors {
  const { boot, clock, timers, random, openPort, drivers = everyDriver } = options;
  const running = new Map<EntityId, { readonly ask: RunningAsk; readonly detector: Detector }>();
  const all = () => [...running.values()];

  return {
    start: async (ask, diedAt) => {
      if (all().some((other) => other.ask.path === ask.path)) return fail({ code: 'port_busy', path: ask.path });
      const driver = drivers.find(({ id }) => id === ask.driver);
      if (!driver) return whyNotOffered(ask.driver);
      const prepared = driver.prepare(settingsOf(ask));
      if (!prepared.ok) return prepared;
      const detector = createDetector({
        detector: ask.detector,
        instrument: ask.instrumentId,
        driver,
        prepared: prepared.value,
        path: ask.path,
        open: openPort({ path: ask.path, serialNumber: ask.serialNumber }),
        boot,
        clock,
        timers,
        newId: () => newEntityId(random),
        isNamed: ask.serialNumber !== null,
        isChosen: ask.chosen !== false && !ask.isResumed,
        resumed: diedAt === undefined ? null : { diedAt, gap: ask.gap },
        tell: {
          reading: (reading) => tell()('reading', reading),
          stale: (channel, wall) => tell()('stale', { detector: ask.detector, channel, wall }),
          gap: (from, to, cause) => tell()('gap', { detector: ask.detector, from, to, cause }),
          state: (state) => tell()('detector', state),
          gapChanged: onGapChanged,
        },
      });
      running.set(ask.detector, { ask, detector });
      return ok({ detector, first: await detector.start() });
    },
    stop: async (id) => {
      const found = running.get(id);
      if (!found) return null;
      await found.detector.stop();
      running.delete(id);
      return { last: found.detector.batcher.take() };
    },
    confirm: (id) => running.get(id)?.detector.confirm() ?? false,
    states: () => all().map(({ detector }) => detector.state()),
    asks: () => all().map(({ ask, detector }) => ({ ...ask, gap: detector.openGap() })),
    takeBatches: () => all().flatMap(({ detector }) => detector.batcher.take() ?? []),
    addGap: (instrument, from, to, cause) => {
      const found = all().find(({ ask }) => ask.instrumentId === instrument);
      found?.detector.addGap(from, to, cause);
    },
    suspended: (from) => {
      for (const { detector } of all()) detector.suspended(from);
    },
    clockStepped: (expected, shown) => {
      // Set back, the clock leaves no stretch of its own time without readings: the mark stands where it was set to.
      const from = epochMs.parse(Math.min(expected, shown));
      for (const { detector } of all()) detector.addGap(from, shown, 'clock_stepped');
    },
  };
}
