import { epochMs } from '../../vocabulary/time.ts';
import type { MinuteSummary } from '../readings/minutes.ts';
import type { SqliteDatabase } from './open-database.ts';

interface TailRow {
  readonly n: number;
  readonly wall: number;
  readonly text: string;
}

interface MinuteRow extends Omit<MinuteSummary, 'minute'> {
  readonly minute: number;
}

/** Readings and serial bytes that are durable row by row but not in a block yet, and the summaries of those that are. */
export class ReadingStore {
  /** Blocks that were found to be summarized: summaries stay, and no index leads to them by their block. */
  readonly #summarized = new Set<string>();
  readonly #statements;

  constructor(db: SqliteDatabase) {
    this.#statements = {
      batch: db.prepare<[string], { kept: number }>('SELECT kept FROM intake_batches WHERE batch = ?'),
      putBatch: db.prepare('INSERT INTO intake_batches (batch, kept, at) VALUES (?, ?, ?)'),
      put: db.prepare('INSERT INTO reading_tail (instrument, channel, wall, reading) VALUES (?, ?, ?, ?)'),
      putRaw: db.prepare('INSERT INTO raw_tail (instrument, about, wall, chunk) VALUES (?, ?, ?, ?)'),
      tail: db.prepare<[string, number], TailRow>(
        'SELECT n, wall, reading AS text FROM reading_tail WHERE instrument = ? ORDER BY n LIMIT ?',
      ),
      tailIn: db.prepare<[string, string, number, number], TailRow>(
        'SELECT n, wall, reading AS text FROM reading_tail WHERE instrument = ? AND channel = ? AND wall >= ? AND wall < ? ORDER BY n',
      ),
      rawAbout: db.prepare<[string], { about: string }>(
        'SELECT about FROM raw_tail WHERE instrument = ? ORDER BY n LIMIT 1',
      ),
      raw: db.prepare<[string, string, number], TailRow>(
        'SELECT n, wall, chunk AS text FROM raw_tail WHERE instrument = ? AND about = ? ORDER BY n LIMIT ?',
      ),
      rawWaiting: db.prepare<[string], TailRow & { readonly about: string }>(
        'SELECT n, wall, chunk AS text, about FROM raw_tail WHERE instrument = ? ORDER BY n',
      ),
      drop: db.prepare('DELETE FROM reading_tail WHERE n IN (SELECT value FROM json_each(?))'),
      dropRaw: db.prepare('DELETE FROM raw_tail WHERE n IN (SELECT value FROM json_each(?))'),
      waiting: db.prepare<[], { instrument: string; oldest: number }>(
        `SELECT instrument, min(wall) AS oldest FROM (
           SELECT instrument, wall FROM reading_tail UNION ALL SELECT instrument, wall FROM raw_tail
         ) GROUP BY instrument ORDER BY instrument`,
      ),
      putMinute: db.prepare(
        `INSERT OR REPLACE INTO reading_minutes (instrument, channel, minute, blob, min, max, mean, count, others, over)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      minutes: db.prepare<[string, string, number, number, string], MinuteRow>(
        `SELECT channel, minute, min, max, mean, count, others, over FROM reading_minutes
         WHERE instrument = ? AND channel = ? AND minute >= ? AND minute < ?
           AND blob IN (SELECT value FROM json_each(?)) ORDER BY minute`,
      ),
      summarized: db.prepare<[string], { n: number }>('SELECT 1 AS n FROM reading_minutes WHERE blob = ? LIMIT 1'),
    };
  }

  /** How many readings a batch had when it was kept; null where it was not. */
  keptOf(batch: string): number | null {
    return this.#statements.batch.get(batch)?.kept ?? null;
  }

  putBatch(batch: string, kept: number, at: number): void {
    this.#statements.putBatch.run(batch, kept, at);
  }

  put(instrument: string, channel: string, wall: number, reading: string): void {
    this.#statements.put.run(instrument, channel, wall, reading);
  }

  /** `about` says driver, version and settings; chunks of one blob share it. */
  putRaw(instrument: string, about: string, wall: number, chunk: string): void {
    this.#statements.putRaw.run(instrument, about, wall, chunk);
  }

  /** The oldest readings of an instrument, in the order they came. */
  tail(instrument: string, limit: number): TailRow[] {
    return this.#statements.tail.all(instrument, limit);
  }

  tailIn(instrument: string, channel: string, from: number, to: number): TailRow[] {
    return this.#statements.tailIn.all(instrument, channel, from, to);
  }

  /** The oldest chunks of an instrument that share one `about`, and that. */
  rawTail(instrument: string, limit: number): { readonly about: string; readonly chunks: readonly TailRow[] } | null {
    const about = this.#statements.rawAbout.get(instrument)?.about;
    return about === undefined ? null : { about, chunks: this.#statements.raw.all(instrument, about, limit) };
  }

  /** All chunks of an instrument, each with its `about`. */
  rawWaiting(instrument: string): (TailRow & { readonly about: string })[] {
    return this.#statements.rawWaiting.all(instrument);
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

  putMinutes(instrument: string, blob: string, minutes: readonly MinuteSummary[]): void {
    for (const { channel, minute, min, max, mean, count, others, over } of minutes) {
      this.#statements.putMinute.run(instrument, channel, minute, blob, min, max, mean, count, others, over);
    }
  }

  /** Of these blobs only: a block that no event names any more has its summaries still. */
  minutes(instrument: string, channel: string, from: number, to: number, blobs: readonly string[]): MinuteSummary[] {
    const rows = this.#statements.minutes.all(instrument, channel, from, to, JSON.stringify(blobs));
    return rows.map((row) => ({ ...row, minute: epochMs.parse(row.minute) }));
  }

  isSummarized(blob: string): boolean {
    if (this.#summarized.has(blob)) return true;
    const found = this.#statements.summarized.get(blob) !== undefined;
    if (found) this.#summarized.add(blob);
    return found;
  }
}
