import type { EventRecord } from '../../db/record.ts';
import type { Timers } from '../../drivers/session/create-session.ts';
import { gapMark } from '../../vocabulary/gap-cause.ts';
import type { BootId, InstrumentId } from '../../vocabulary/ids.ts';
import { type Reading, reading } from '../../vocabulary/reading.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Clock, EpochMs } from '../../vocabulary/time.ts';
import type { IntakeBatch, intakePort } from '../ports/intake-port.ts';
import type { Handlers } from '../ports/serve-port.ts';

/** An open record and the key under which the listener may keep readings while nobody takes them. */
export interface IntakeRecord {
  readonly record: { readonly readings: Pick<EventRecord['readings'], 'keep'> };
  readonly spoolKey: Uint8Array;
}

export interface IntakeParts {
  readonly opened: () => IntakeRecord | null;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Keeps what the instrument had stored by itself. */
  readonly keepEvents: (batch: IntakeBatch) => Result<null>;
}

export interface Intake {
  readonly handlers: Handlers<typeof intakePort.methods>;
  /**
   * Resolves when every instrument that is being heard has handed over what it measured before the call: a signature and a
   * bundle must hold the last second too. Gives up after two seconds.
   */
  readonly caughtUp: () => Promise<void>;
}

/** An instrument that has sent nothing for so long is not waited for. */
const LIVE_MS = 3_000;
const PATIENCE_MS = 2_000;

/** Takes batches of the listener into the record: each once, however often it is sent. */
export function createIntake({ opened, clock, timers, keepEvents }: IntakeParts): Intake {
  const seen = new Map<string, Map<string, Reading>>();
  const lastBatch = new Map<string, number>();
  const waiting = new Set<{ readonly instruments: Set<string>; readonly done: () => void }>();

  /** The last reading of each channel of an instrument, so that a gap can say whose it is; channels not heard yet are unknown. */
  const channelsOf = ({ instrumentId, boot, readings, channels: named = [] }: IntakeBatch): readonly Reading[] => {
    const channels = seen.get(instrumentId) ?? new Map<string, Reading>();
    for (const channel of named)
      if (!channels.has(channel)) channels.set(channel, notHeard(instrumentId, channel, boot));
    for (const one of readings) channels.set(one.channel, one);
    seen.set(instrumentId, channels);
    return [...channels.values()];
  };
  const notHeard = (instrument: InstrumentId, channel: string, boot: BootId): Reading => ({
    instrument,
    channel,
    gas: 'unknown',
    time: { wall: clock.wall(), mono: clock.mono(), boot },
    value: { quality: 'missing', unit: null, detail: '' },
  });
  const noteArrival = (instrument: string) => {
    lastBatch.set(instrument, clock.mono());
    for (const waiter of waiting) {
      waiter.instruments.delete(instrument);
      if (waiter.instruments.size === 0) waiter.done();
    }
  };

  const handlers: Handlers<typeof intakePort.methods> = {
    'intake/spool-key': () => {
      const open = opened();
      return open ? ok({ key: Buffer.from(open.spoolKey).toString('base64') }) : fail({ code: 'locked' });
    },
    'intake/keep': (batch) => {
      const open = opened();
      if (!open) return fail({ code: 'locked' });
      const readings = [...batch.readings, ...marksNotMade(batch, channelsOf(batch))];
      const kept = open.record.readings.keep({ ...batch, readings });
      if (!kept.ok) return kept;
      // The readings are kept once however often the batch comes, and so are the events: a fault here is tried again.
      const stored = keepEvents(batch);
      if (!stored.ok) return stored;
      noteArrival(batch.instrumentId);
      return ok({ batch: batch.batch, kept: batch.readings.length });
    },
  };

  const caughtUp = () =>
    new Promise<void>((resolve) => {
      const live = [...lastBatch].filter(([, at]) => clock.mono() - at < LIVE_MS).map(([instrument]) => instrument);
      if (live.length === 0) return resolve();
      const done = () => {
        cancel();
        waiting.delete(waiter);
        resolve();
      };
      const cancel = timers.after(PATIENCE_MS, done);
      const waiter = { instruments: new Set(live), done };
      waiting.add(waiter);
    });
  return { handlers, caughtUp };
}

/** Gaps that the session could not mark itself: it had failed, had just begun, or had not heard the channel yet. */
const marksNotMade = (batch: IntakeBatch, channels: readonly Reading[]): Reading[] =>
  batch.gaps
    .flatMap((gap) => channels.flatMap((one) => marksOf(one, gap)))
    .filter((mark) => !batch.readings.some((made) => isSameMark(made, mark)));

const isSameMark = (one: Reading, other: Reading): boolean =>
  one.value.quality === 'missing' &&
  other.value.quality === 'missing' &&
  one.value.detail === other.value.detail &&
  one.channel === other.channel &&
  one.time.wall === other.time.wall;

/** A gap stands in the record as what it is: both its edges, and why there was no reading. Never a number. */
const marksOf = (near: Reading, { from, to, cause }: IntakeBatch['gaps'][number]): readonly Reading[] => [
  missingAt(near, from, gapMark(cause, 'begin')),
  missingAt(near, to, gapMark(cause, 'end')),
];

function missingAt({ instrument, channel, gas, time, value }: Reading, at: EpochMs, detail: string): Reading {
  const mono = Math.max(0, Math.round((time.mono + at - time.wall) * 1000) / 1000);
  return reading.parse({
    instrument,
    channel,
    gas,
    time: { wall: at, mono, boot: time.boot },
    value: { quality: 'missing', unit: value.unit, detail },
  });
}
