import { setTimeout as sleep } from 'node:timers/promises';
import { type IntakeBatch, intakePort } from '../../electron/ports/intake-port.ts';
import { servePort } from '../../electron/ports/serve-port.ts';
import type { Wire } from '../../electron/ports/wire.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import type { SeededRandom } from '../fuzz/random.ts';

/** How the recorder is: `slow` answers late, sometimes after the listener gave up · `hung` takes and never answers. */
type Health = 'well' | 'slow' | 'dead' | 'hung';

/** The recorder's end of the line to the listener: takes each batch once, and is ill at times. */
export interface SickRecorder {
  /** Falls ill and recovers in a seeded order until told to stop; then it is well. */
  readonly suffer: (random: SeededRandom, isOver: () => boolean) => Promise<void>;
  readonly kept: () => KeptFigures;
}

/** Bytes as the listener had them: when the last of them had come or gone. */
export interface Arrival {
  readonly mono: number;
  readonly hex: string;
  readonly dir: 'rx' | 'tx';
}

export interface KeptFigures {
  /** The key of every reading, and how often it was taken. */
  readonly readings: ReadonlyMap<string, number>;
  /** The key of every gap, and how often it was taken. */
  readonly gaps: ReadonlyMap<string, number>;
  /** Raw bytes as they arrived at the listener or left it, by instrument; without the long ones of a flood. */
  readonly arrivals: ReadonlyMap<string, readonly Arrival[]>;
  /** When the line of an instrument was opened, in order. */
  readonly openings: ReadonlyMap<string, readonly number[]>;
  readonly batches: number;
  readonly resent: number;
  readonly deaths: number;
}

const LONGEST_ARRIVAL_HEX = 2_000;
const SPOOL_KEY_BYTES = 32;
const WELL_MS = [3_000, 10_000] as const;
const ILL_MS = [2_000, 8_000] as const;
/** The listener waits 3 s for an answer. */
const LATEST_ANSWER_MS = 4_000;

/** With the value, because two frames that were read at once have one time. */
export const readingKey = ({ instrument, channel, time, value }: Reading) =>
  `${instrument} ${channel} ${time.mono} ${value.quality === 'ok' ? value.amount : value.quality}`;
export const gapKey = (instrument: string, from: number, to: number, cause: string) =>
  `${instrument} ${from} ${to} ${cause}`;

export function createSickRecorder(wire: Wire, random: SeededRandom): SickRecorder {
  const readings = new Map<string, number>();
  const gaps = new Map<string, number>();
  const taken = new Set<string>();
  const arrivals = new Map<string, Arrival[]>();
  const openings = new Map<string, number[]>();
  const spoolKey = Buffer.from(random.bytes(SPOOL_KEY_BYTES)).toString('base64');
  let health: Health = 'well';
  let resent = 0;
  let deaths = 0;

  const take = ({ batch, instrumentId, readings: own, raw, gaps: ownGaps }: IntakeBatch) => {
    if (taken.has(batch)) {
      resent += 1;
      return;
    }
    taken.add(batch);
    // A gap marked among the readings is no frame.
    for (const reading of own.filter(({ value }) => value.quality !== 'missing')) count(readings, readingKey(reading));
    const arrived = arrivals.get(instrumentId) ?? [];
    arrivals.set(instrumentId, arrived);
    const opened = openings.get(instrumentId) ?? [];
    openings.set(instrumentId, opened);
    for (const line of raw) {
      if ('link' in line && line.link === 'opened') opened.push(line.mono_ms);
      if (!('hex' in line) || line.hex.length >= LONGEST_ARRIVAL_HEX) continue;
      arrived.push({ mono: line.mono_last_ms, hex: line.hex, dir: line.dir });
    }
    for (const { from, to, cause } of ownGaps) count(gaps, gapKey(instrumentId, from, to, cause));
  };
  servePort(intakePort, wire, {
    'intake/spool-key': () => ok({ key: spoolKey }),
    'intake/keep': async (batch) => {
      if (health === 'dead') return fail({ code: 'recorder_down' });
      take(batch);
      if (health === 'slow') await sleep(random.below(LATEST_ANSWER_MS));
      if (health === 'hung') await new Promise(() => {});
      return ok({ batch: batch.batch, kept: batch.readings.length });
    },
  });

  return {
    suffer: async (course, isOver) => {
      while (!isOver()) {
        await sleepBetween(WELL_MS, course, isOver);
        if (isOver()) break;
        health = course.pick(['slow', 'dead', 'hung']);
        if (health === 'dead') deaths += 1;
        await sleepBetween(ILL_MS, course, isOver);
        health = 'well';
      }
    },
    kept: () => ({ readings, gaps, arrivals, openings, batches: taken.size, resent, deaths }),
  };
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

async function sleepBetween([least, most]: readonly [number, number], random: SeededRandom, isOver: () => boolean) {
  const end = performance.now() + least + random.below(most - least);
  while (performance.now() < end && !isOver()) await sleep(100);
}
