import { z } from 'zod';
import { type LogPath, pathsOf } from '../state/log-paths.ts';
import type { ChainRow } from './event-rows.ts';
import { lazily } from './lazy-statements.ts';
import type { LocalStore } from './local-store.ts';
import type { SqliteDatabase } from './open-database.ts';
import type { StagingStore } from './staging-store.ts';

interface KeptLog {
  readonly paths: readonly LogPath[];
  readonly events: number;
}

const keptText = z.object({
  upTo: z.int(),
  logs: z.array(
    z.object({
      events: z.int(),
      paths: z.array(
        z.object({
          log: z.string(),
          fromSeq: z.int(),
          prevOfFirst: z.string(),
          toSeq: z.int(),
          idOfLast: z.string(),
        }),
      ),
    }),
  ),
});

const NAME = 'log paths';
const LINK = `l.log, e.seq, e.id, json_extract(e.header, '$.prev') AS prev`;
/** So many events since the last keeping are gone through again at an opening without anybody waiting. */
const KEEP_EVERY = 1000;

/**
 * The paths of all logs, kept in step with the events: only what came since is looked at. An event that goes on where a path ends makes it longer; a log in which
 * anything else happens is walked anew. What an import has written and does not count yet is not looked at before it does.
 */
export class PathStore {
  readonly #local: LocalStore;
  readonly #staging: Pick<StagingStore, 'begun'>;
  readonly #statements;
  #logs = new Map<string, KeptLog>();
  #upTo = 0;
  #keptUpTo = 0;
  #isRead = false;

  constructor(db: SqliteDatabase, local: LocalStore, staging: Pick<StagingStore, 'begun'>) {
    this.#local = local;
    this.#staging = staging;
    const lazy = lazily(db);
    this.#statements = {
      last: lazy.prepare<[number], { n: number }>('SELECT n FROM events WHERE n < ? ORDER BY n DESC LIMIT 1'),
      between: lazy.prepare<[number, number], ChainRow>(
        `SELECT ${LINK} FROM events e JOIN logs l ON l.n = e.log WHERE e.n > ? AND e.n <= ? ORDER BY e.n`,
      ),
      ofLog: lazy.prepare<[string, number], ChainRow>(
        `SELECT ${LINK} FROM events e JOIN logs l ON l.n = e.log
         WHERE e.log = (SELECT n FROM logs WHERE log = ?) AND e.n <= ? ORDER BY e.seq, e.id`,
      ),
    };
  }

  /** Forgets what a rolled-back transaction may have shown. */
  reset(): void {
    this.#isRead = false;
  }

  /** Looks at so many more events; false when nothing is left to look at. */
  advance(most: number): boolean {
    this.#read();
    const last = this.#statements.last.get(this.#settledBefore())?.n ?? 0;
    if (last <= this.#upTo) return false;
    const until = Math.min(last, this.#upTo + most);
    this.#logs = this.#following(this.#logs, this.#upTo, until);
    this.#upTo = until;
    return until < last;
  }

  /**
   * An import counts now that brought these paths and nothing else under the numbers from `first` on, each above all that was held of its log: so they go on
   * where what is held ends, and need not be walked event by event. Where more was written meanwhile, or anything else does not fit, they are.
   */
  goOn(first: number, arrived: readonly LogPath[]): void {
    this.#read();
    const behind = first - 1 - this.#upTo;
    if (behind < 0 || behind > KEEP_EVERY) return;
    if (behind > 0) this.advance(behind);
    const last = this.#statements.last.get(Number.MAX_SAFE_INTEGER)?.n ?? 0;
    if (this.#upTo !== first - 1 || last - this.#upTo !== arrived.reduce((sum, path) => sum + lengthOf(path), 0))
      return;
    const logs = new Map(this.#logs);
    for (const path of arrived) {
      const next = longer(logs.get(path.log), path);
      if (!next) return;
      logs.set(path.log, next);
    }
    this.#logs = logs;
    this.#upTo = last;
  }

  /** The paths of every log and how many events it has, as they are now. */
  logs(): ReadonlyMap<string, KeptLog> {
    this.advance(Number.MAX_SAFE_INTEGER);
    const isWorking = this.#staging.begun() !== null;
    return isWorking ? this.#following(this.#logs, this.#upTo, Number.MAX_SAFE_INTEGER) : this.#logs;
  }

  paths(): LogPath[] {
    return [...this.logs().values()].flatMap(({ paths }) => paths);
  }

  /** Whether so much has come since that the next opening should not have to look at it. */
  isWorthKeeping(): boolean {
    this.advance(Number.MAX_SAFE_INTEGER);
    return this.#upTo - this.#keptUpTo >= KEEP_EVERY;
  }

  /** Keeps them for the next opening. Inside a transaction. */
  keep(): void {
    this.advance(Number.MAX_SAFE_INTEGER);
    this.#local.put(NAME, JSON.stringify({ upTo: this.#upTo, logs: [...this.#logs.values()] }));
    this.#keptUpTo = this.#upTo;
  }

  /** Events from here on may still come to count under a lower number than one that counts already. */
  #settledBefore(): number {
    return this.#staging.begun()?.first ?? Number.MAX_SAFE_INTEGER;
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    const text = this.#local.get(NAME);
    const kept = text === null ? { upTo: 0, logs: [] } : keptText.parse(JSON.parse(text));
    this.#logs = new Map(kept.logs.flatMap((one) => one.paths.slice(0, 1).map((path) => [path.log, one])));
    this.#upTo = kept.upTo;
    this.#keptUpTo = kept.upTo;
  }

  #following(before: ReadonlyMap<string, KeptLog>, from: number, until: number): Map<string, KeptLog> {
    const logs = new Map(before);
    const walkAnew = new Set<string>();
    for (const link of this.#statements.between.iterate(from, until)) {
      const { log, seq, id, prev } = link;
      const next = longer(logs.get(log), { log, fromSeq: seq, prevOfFirst: prev, toSeq: seq, idOfLast: id });
      if (next) logs.set(log, next);
      else walkAnew.add(log);
    }
    for (const log of walkAnew) {
      const chain = this.#statements.ofLog.all(log, until);
      logs.set(log, { paths: pathsOf(chain), events: chain.length });
    }
    return logs;
  }
}

const lengthOf = ({ fromSeq, toSeq }: LogPath): number => toSeq - fromSeq + 1;

/** A log with one more event or several that follow each other; null where only a walk over all of it can tell its paths. */
function longer(known: KeptLog | undefined, added: LogPath): KeptLog | null {
  if (!known) return { events: lengthOf(added), paths: [added] };
  const { fromSeq, prevOfFirst, toSeq, idOfLast } = added;
  const below = known.paths.find((path) => path.toSeq === fromSeq - 1 && path.idOfLast === prevOfFirst);
  const isJoin = known.paths.some((path) => path.fromSeq === toSeq + 1 && path.prevOfFirst === idOfLast);
  if (!below || isJoin) return null;
  const paths = known.paths.map((path) => (path === below ? { ...path, toSeq, idOfLast } : path));
  return { events: known.events + lengthOf(added), paths };
}
