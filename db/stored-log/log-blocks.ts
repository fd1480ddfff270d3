import type { z } from 'zod';
import type { ImportedLog } from '../../drivers/log-import/imported-log.ts';
import { ROWS_PER_STEP, type Steps } from '../../drivers/log-import/steps.ts';
import type { GradeReason } from '../../vocabulary/evidence-grade.ts';
import type { BlobId, InstrumentId } from '../../vocabulary/ids.ts';
import type { InstrumentFile } from '../../vocabulary/instrument.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { BlobStore } from '../files/blob-store.ts';
import type { storedFileBody } from '../log/stored-log-bodies.ts';
import { blockWriter } from '../readings/block.ts';
import { gradesOfBlock } from '../readings/grade-block.ts';
import { rowToReadings } from './log-readings.ts';

type Body = z.output<typeof storedFileBody>;
type Grade = Body['grades'][number];

/** A day of seconds and four gases is seventy blocks; a longer log has larger ones, so that the event that names them stays small. */
const READINGS_PER_BLOCK = 5_000;
const MOST_BLOCKS = 200;

export const readingsPerBlock = (readings: number): number =>
  Math.max(READINGS_PER_BLOCK, Math.ceil(readings / MOST_BLOCKS));

export interface BlockParts {
  readonly blobs: Pick<BlobStore, 'put'>;
  readonly instrument: InstrumentId;
  readonly register: InstrumentFile | null;
  readonly file: BlobId;
  /** Null: nobody has measured the clock; the times stand as the instrument gave them and are no evidence. */
  readonly offsetMs: number | null;
}

export type KeptBlocks = Pick<Body, 'blocks' | 'grades' | 'channels' | 'from' | 'to'>;

/**
 * Keeps the readings of a log in blocks, in the order of the file. The same log, instrument and offset give the same bytes, so
 * nothing is stored twice. Null where there is no reading.
 */
export function* keepLogBlocks(log: ImportedLog, parts: BlockParts): Steps<Result<KeptBlocks | null>> {
  const { instrument, file, offsetMs, register } = parts;
  const against: readonly GradeReason[] = offsetMs === null ? ['clock_offset_unknown'] : [];
  const toReadings = rowToReadings(instrument, file, offsetMs ?? 0);
  const perBlock = readingsPerBlock(log.rows.length * log.columns.length);
  const blocks: Body['blocks'] = [];
  const grades = new Map<string, Grade>();
  const channels = new Set<string>();
  let open = openBlock(instrument);
  for (let at = 0; at < log.rows.length; at += ROWS_PER_STEP) {
    const readings = log.rows.slice(at, at + ROWS_PER_STEP).flatMap(toReadings);
    for (const one of readings) {
      open.add(one);
      channels.add(one.channel);
    }
    for (const grade of gradesOfBlock(register, readings, () => against)) addGrade(grades, grade);
    yield at / log.rows.length;
    if (open.count() === 0 || (open.count() < perBlock && at + ROWS_PER_STEP < log.rows.length)) continue;
    const kept = parts.blobs.put(open.bytes());
    if (!kept.ok) return kept;
    blocks.push({ blob: kept.value, ...open.span(), count: open.count() });
    open = openBlock(instrument);
    yield at / log.rows.length;
  }
  const [first] = blocks;
  if (!first) return ok(null);
  const from = blocks.reduce((least, block) => (block.from < least ? block.from : least), first.from);
  const to = blocks.reduce((most, block) => (block.to > most ? block.to : most), first.to);
  return ok({ blocks, grades: joinDays([...grades.values()]), channels: [...channels].sort(), from, to });
}

/** A block that is being filled, with the time between its earliest and its latest reading. */
function openBlock(instrument: InstrumentId) {
  const writer = blockWriter(instrument);
  let span: { from: EpochMs; to: EpochMs } | null = null;
  let count = 0;
  return {
    add: (reading: Reading) => {
      const { wall } = reading.time;
      span = span
        ? { from: wall < span.from ? wall : span.from, to: wall > span.to ? wall : span.to }
        : { from: wall, to: wall };
      count += 1;
      writer.add(reading);
    },
    count: () => count,
    span: () => span ?? { from: epochMs.parse(0), to: epochMs.parse(0) },
    bytes: writer.bytes,
  };
}

function addGrade(grades: Map<string, Grade>, { day, ...grade }: ReturnType<typeof gradesOfBlock>[number]): void {
  const key = `${grade.channel}\n${day}\n${grade.reasons.join(' ')}`;
  const known = grades.get(key);
  grades.set(key, { ...grade, fromDay: day, toDay: day, count: grade.count + (known?.count ?? 0) });
}

/** Days that follow each other with the same reasons are one entry: an event stays small however long the log is. */
function joinDays(grades: readonly Grade[]): Grade[] {
  const sorted = grades.toSorted((a, b) => compare(a.channel, b.channel) || compare(a.fromDay, b.fromDay));
  const joined: Grade[] = [];
  for (const grade of sorted) {
    const last = joined.at(-1);
    const isSame = last?.channel === grade.channel && last.reasons.join(' ') === grade.reasons.join(' ');
    if (isSame && last) joined[joined.length - 1] = { ...last, toDay: grade.toDay, count: last.count + grade.count };
    else joined.push(grade);
  }
  return joined;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
