import type { z } from 'zod';
import type { ImportedLog } from '../../drivers/log-import/imported-log.ts';
import type { Steps } from '../../drivers/log-import/steps.ts';
import type { GradeReason } from '../../vocabulary/evidence-grade.ts';
import type { BlobId, InstrumentId } from '../../vocabulary/ids.ts';
import type { InstrumentFile } from '../../vocabulary/instrument.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import type { BlobStore } from '../files/blob-store.ts';
import type { storedFileBody } from '../log/stored-log-bodies.ts';
import { encodeBlock } from '../readings/block.ts';
import { gradesOfBlock } from '../readings/grade-block.ts';
import { rowToReadings } from './log-readings.ts';

type Body = z.output<typeof storedFileBody>;
type Grade = Body['grades'][number];

/** Packing so many takes some milliseconds; a day of seconds and four gases is seventy blocks. */
const READINGS_PER_BLOCK = 5_000;

const READINGS_GRADED = 1_000;

export interface BlockParts {
  readonly blobs: BlobStore;
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
  const blocks: Body['blocks'] = [];
  const grades = new Map<string, Grade>();
  const channels = new Set<string>();
  let waiting: Reading[] = [];
  for (const [nth, row] of log.rows.entries()) {
    waiting.push(...toReadings(row));
    if (waiting.length < READINGS_PER_BLOCK && nth + 1 < log.rows.length) continue;
    if (waiting.length === 0) continue;
    const kept = parts.blobs.put(encodeBlock(instrument, waiting));
    if (!kept.ok) return kept;
    blocks.push({ blob: kept.value, ...spanOf(waiting), count: waiting.length });
    for (const one of waiting) channels.add(one.channel);
    yield nth / log.rows.length;
    for (let at = 0; at < waiting.length; at += READINGS_GRADED) {
      const some = waiting.slice(at, at + READINGS_GRADED);
      for (const grade of gradesOfBlock(register, some, () => against)) addGrade(grades, grade);
      yield nth / log.rows.length;
    }
    waiting = [];
  }
  const [first] = blocks;
  if (!first) return ok(null);
  const from = blocks.reduce((least, block) => (block.from < least ? block.from : least), first.from);
  const to = blocks.reduce((most, block) => (block.to > most ? block.to : most), first.to);
  return ok({ blocks, grades: joinDays([...grades.values()]), channels: [...channels].sort(), from, to });
}

function spanOf(readings: readonly Reading[]): { readonly from: EpochMs; readonly to: EpochMs } {
  const walls = readings.map(({ time }) => time.wall);
  return {
    from: walls.reduce((least, wall) => (wall < least ? wall : least)),
    to: walls.reduce((most, wall) => (wall > most ? wall : most)),
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
