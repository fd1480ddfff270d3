import { z } from 'zod';
import type { MinuteSummary } from '../readings/minutes.ts';
import { packMinutes, unpackMinutes } from '../readings/pack-minutes.ts';
import type { Generation } from './generation.ts';
import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

/** A batch in the tail: so many readings as a JSON array, or lines of a capture, one a line; `from` and `to` are the least and greatest wall clock. */
export interface TailBatch {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly text: string;
}

interface TailRow extends TailBatch {
  readonly n: number;
}

interface RawTailRow extends TailRow {
  readonly about: string;
}

interface BlockRow {
  readonly blob: string;
  readonly channels: string;
}

interface LatestBlock {
  readonly instrument: string;
  readonly from: number;
  readonly to: number;
  readonly blob: string;
}

interface FileRow {
  readonly blocks: string;
  readonly channels: string;
}

const channelList = z.array(z.string());
const blockList = z.array(z.looseObject({ blob: z.string(), from: z.int(), to: z.int() }));

const READINGS = 'n, "from", "to", count, readings AS text';
const LINES = 'n, "from", "to", count, lines AS text';
/** Named, so that it can never happen unseen that all blocks of an instrument are looked up row by row. */
const BLOCKS = `SELECT blob, channels FROM p_reading_blocks INDEXED BY p_reading_blocks_0
  WHERE instrument = ? AND "from" < ? AND "to" >= ? AND generation <= ? ORDER BY "from"`;

const FILES = `SELECT blocks, channels FROM p_stored_files
  WHERE instrument = ? AND "from" < ? AND "to" >= ? AND generation <= ?`;

const LATEST = ['p_reading_blocks', 'p_raw_blocks']
  .map((table) => `SELECT * FROM (SELECT instrument, "from", "to", blob FROM ${table} ORDER BY subject DESC LIMIT 16)`)
  .join(' UNION ALL ');

/** Readings and serial bytes that are durable batch by batch but not in a block yet, and the summaries of those that are. */
export class ReadingStore {
  /** Blocks that were found to be summarized: their summaries stay. */
  readonly #summarized = new Set<string>();
  readonly #generation: Generation;
  readonly #statements;

  constructor(db: SqliteDatabase, generation: Generation) {
    this.#generation = generation;
    const lazy = lazily(db);
    this.#statements = {
      batch: lazy.prepare<[string], { kept: number }>('SELECT kept FROM intake_batches WHERE batch = ?'),
      forgetBatches: lazy.prepare('DELETE FROM intake_batches WHERE batch <> ?'),
      putBatch: lazy.prepare('INSERT INTO intake_batches (batch, kept, at) VALUES (?, ?, ?)'),
      put: lazy.prepare('INSERT INTO reading_tail (instrument, "from", "to", count, readings) VALUES (?, ?, ?, ?, ?)'),
      putRaw: lazy.prepare(
        'INSERT INTO raw_tail (instrument, about, "from", "to", count, lines) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      tail: lazy.prepare<[string], TailRow>(`SELECT ${READINGS} FROM reading_tail WHERE instrument = ? ORDER BY n`),
      tailIn: lazy.prepare<[string, number, number], TailRow>(
        `SELECT ${READINGS} FROM reading_tail WHERE instrument = ? AND "to" >= ? AND "from" < ? ORDER BY n`,
      ),
      raw: lazy.prepare<[string], RawTailRow>(`SELECT ${LINES}, about FROM raw_tail WHERE instrument = ? ORDER BY n`),
      drop: lazy.prepare('DELETE FROM reading_tail WHERE n IN (SELECT value FROM json_each(?))'),
      dropRaw: lazy.prepare('DELETE FROM raw_tail WHERE n IN (SELECT value FROM json_each(?))'),
      waiting: lazy.prepare<[], { instrument: string; oldest: number }>(
        `SELECT instrument, min("from") AS oldest FROM (
           SELECT instrument, "from" FROM reading_tail UNION ALL SELECT instrument, "from" FROM raw_tail
         ) GROUP BY instrument ORDER BY instrument`,
      ),
      blocks: lazy.prepare<[string, number, number, number], BlockRow>(BLOCKS),
      latest: lazy.prepare<[], LatestBlock>(LATEST),
      files: lazy.prepare<[string, number, number, number], FileRow>(FILES),
      putMinutes: lazy.prepare('INSERT OR REPLACE INTO reading_minutes (blob, channel, minutes) VALUES (?, ?, ?)'),
      minutes: lazy.prepare<[Buffer, string], { minutes: Buffer }>(
        'SELECT minutes FROM reading_minutes WHERE blob = ? AND channel = ?',
      ),
      forgetMinutes: lazy.prepare('DELETE FROM reading_minutes'),
      summarized: lazy.prepare<[Buffer], { n: number }>('SELECT 1 AS n FROM reading_minutes WHERE blob = ? LIMIT 1'),
    };
  }

  /** What is asked of the database, so that a test can ask how it answers. */
  readonly sql = { blocks: BLOCKS } as const;

  /** How many readings a batch had when it was kept; null where it was not. */
  keptOf(batch: string): number | null {
    return this.#statements.batch.get(batch)?.kept ?? null;
  }

  putBatch(batch: string, kept: number, at: number): void {
    this.#statements.putBatch.run(batch, kept, at);
  }

  /** All batches before this one are answered for good: none of them comes again. */
  forgetBatchesBefore(batch: string): void {
    this.#statements.forgetBatches.run(batch);
  }

  put(instrument: string, { from, to, count, text }: TailBatch): void {
    this.#statements.put.run(instrument, from, to, count, text);
  }

  /** `about` says driver, version and settings; lines of one blob share it. */
  putRaw(instrument: string, about: string, { from, to, count, text }: TailBatch): void {
    this.#statements.putRaw.run(instrument, about, from, to, count, text);
  }

  /** The oldest batches of an instrument, in the order they came, until they hold so many readings. */
  tail(instrument: string, readings: number): TailRow[] {
    return upTo(this.#statements.tail.iterate(instrument), readings, () => true);
  }

  tailIn(instrument: string, from: number, to: number): TailRow[] {
    return this.#statements.tailIn.all(instrument, from, to);
  }

  /** The oldest batches of an instrument that share one `about`, and that. */
  rawTail(instrument: string, lines: number): { readonly about: string; readonly batches: readonly TailRow[] } | null {
    const batches = upTo(this.#statements.raw.iterate(instrument), lines, (row, first) => row.about === first.about);
    const [first] = batches;
    return first ? { about: first.about, batches } : null;
  }

  /** All batches of an instrument, each with its `about`. */
  rawWaiting(instrument: string): RawTailRow[] {
    return this.#statements.raw.all(instrument);
  }

  drop(rows: readonly TailRow[]): void {
    this.#statements.drop.run(JSON.stringify(rows.map((row) => row.n)));
  }

  dropRaw(rows: readonly TailRow[]): void {
    this.#statements.dropRaw.run(JSON.stringify(rows.map((row) => row.n)));
  }

  /** Instruments with something in the tail, and since when. */
  waiting(): { readonly instrument: string; readonly oldest: number }[] {
    return this.#statements.waiting.all();
  }

  /** Blocks with readings of a channel in a span, `to` not included: of the line and of stored files, of which only the last matching counts. */
  blocks(instrument: string, channel: string, from: number, to: number): string[] {
    const asked = [instrument, to, from, this.#generation.looking] as const;
    const heard = this.#statements.blocks.all(...asked).filter((row) => holds(row, channel));
    const stored = this.#statements.files
      .all(...asked)
      .filter((row) => holds(row, channel))
      .flatMap((row) => blockList.parse(JSON.parse(row.blocks)))
      .filter((block) => block.from < to && block.to >= from);
    return [...new Set([...heard, ...stored].map((row) => row.blob))];
  }

  /** The blocks of readings and of serial bytes that came to this machine last, a handful of each. */
  latestBlocks(): LatestBlock[] {
    return this.#statements.latest.all();
  }

  putMinutes(blob: string, minutes: readonly MinuteSummary[]): void {
    for (const [channel, own] of Map.groupBy(minutes, (one) => one.channel))
      this.#statements.putMinutes.run(Buffer.from(blob, 'hex'), channel, packMinutes(own));
  }

  /** Of these blocks only: a block that no event names any more has its summaries still. */
  minutes(channel: string, blobs: readonly string[]): MinuteSummary[] {
    return blobs.flatMap((blob) => {
      const row = this.#statements.minutes.get(Buffer.from(blob, 'hex'), channel);
      return row ? unpackMinutes(channel, row.minutes) : [];
    });
  }

  /** They are made again from the blocks when they are asked for. */
  forgetMinutes(): void {
    this.#summarized.clear();
    this.#statements.forgetMinutes.run();
  }

  isSummarized(blob: string): boolean {
    if (this.#summarized.has(blob)) return true;
    const found = this.#statements.summarized.get(Buffer.from(blob, 'hex')) !== undefined;
    if (found) this.#summarized.add(blob);
    return found;
  }
}

const holds = (row: { readonly channels: string }, channel: string): boolean =>
  channelList.parse(JSON.parse(row.channels)).includes(channel);

/** The rows that belong to the first, until they count so many; at least one where there is one. */
function upTo<T extends TailRow>(rows: Iterable<T>, most: number, belongs: (row: T, first: T) => boolean): T[] {
  const taken: T[] = [];
  let count = 0;
  for (const row of rows) {
    if (!belongs(row, taken[0] ?? row)) continue;
    if (taken.length > 0 && count + row.count > most) break;
    taken.push(row);
    count += row.count;
  }
  return taken;
}
