import { blobId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { BlobStore } from '../files/blob-store.ts';
import { bodyOrHole, isHole } from '../log/event.ts';
import { sha256 } from '../log/sha256.ts';
import { parseStoredHeader } from '../log/stored-event.ts';
import type { LineRow } from '../sqlite/event-store.ts';
import { guardSqlite } from '../sqlite/sqlite-fault.ts';
import type { Stores } from '../sqlite/stores.ts';
import { STATUS_SUM } from '../sqlite/sums.ts';
import { logHashOf, pathsOf } from '../state/log-paths.ts';
import { stateHashOf } from '../state/state-of.ts';

/** What a full look at the record found. Nothing is changed by it. */
export interface RecordCheck {
  readonly events: number;
  readonly blobs: number;
  readonly logHash: string;
  readonly stateHash: string;
  /** Every place that cannot be read or is not what its hash says, in words of the machine. */
  readonly damaged: readonly string[];
}

export interface CheckPace {
  readonly turn: () => Promise<void>;
  readonly signal: AbortSignal | null;
  readonly progress: (done: number, total: number) => void;
}

/** `events`: their hashes alone, in slices, so that answers are not delayed by it. */
export type CheckDepth = 'everything' | 'events';

const LINES_PER_TURN = 250;

/**
 * Reads everything again: the database's pages, every event against its hash and its predecessor, the rows against the running hashes, every
 * blob against its name. Faults: cancelled. Damage is no fault but what was asked for.
 */
export async function checkRecord(
  stores: Stores,
  blobs: BlobStore | null,
  pace: CheckPace,
  depth: CheckDepth = 'everything',
): Promise<Result<RecordCheck>> {
  const damaged: string[] = [];
  const named = blobs && depth === 'everything' ? stores.blobs.held() : [];
  const total = stores.events.count() + named.length;
  const step = async (done: number): Promise<boolean> => {
    pace.progress(Math.min(done, total), total);
    await pace.turn();
    return pace.signal?.aborted !== true;
  };
  if (depth === 'everything') damaged.push(...pagesDamaged(stores));
  const events = await checkEvents(stores, damaged, step);
  if (events === null) return fail({ code: 'cancelled' });
  if (depth === 'events') return ok({ events, blobs: 0, logHash: '', stateHash: '', damaged });
  const rows = await checkRows(stores, () => step(events));
  if (rows === null) return fail({ code: 'cancelled' });
  damaged.push(...rows);
  const hashes = guardSqlite(() =>
    ok({ logHash: logHashOf(pathsOf(stores.events.chain())), stateHash: stateHashOf(stores) }),
  );
  if (!hashes.ok) damaged.push(`rows: ${hashes.fault.code}`);
  for (const [at, blob] of named.entries()) {
    const whole = blobs?.check(blobId.parse(blob));
    if (whole && !whole.ok) damaged.push(`blob ${blob}`);
    if (!(await step(events + at + 1))) return fail({ code: 'cancelled' });
  }
  pace.progress(total, total);
  const { logHash, stateHash } = hashes.ok ? hashes.value : { logHash: '', stateHash: '' };
  return ok({ events, blobs: named.length, logHash, stateHash, damaged });
}

/** What SQLite itself finds wrong with its pages and indexes. */
function pagesDamaged({ db }: Stores): readonly string[] {
  const found = guardSqlite(() => ok(db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all()));
  if (!found.ok) return [`pages: ${found.fault.code}`];
  return found.value.map((row) => row.integrity_check).filter((text) => text !== 'ok');
}

/** Holds the rows of each table against its running sum, one table after the other, so that work goes on between them. Null when it was cancelled. */
async function checkRows(stores: Stores, step: () => Promise<boolean>): Promise<readonly string[] | null> {
  const tables = [
    { name: STATUS_SUM, recount: () => stores.events.recountStatuses() },
    ...stores.projections.map((table) => ({ name: table.projection.name, recount: () => table.recount() })),
  ];
  let differs = false;
  for (const { name, recount } of tables) {
    const same = guardSqlite(() => ok(stores.sums.read(name).sum === recount().sum));
    if (!same.ok) return [`rows: ${same.fault.code}`];
    differs ||= !same.value;
    if (!(await step())) return null;
  }
  return differs ? ['rows'] : [];
}

/** Null when it was cancelled. */
async function checkEvents(
  stores: Stores,
  damaged: string[],
  step: (done: number) => Promise<boolean>,
): Promise<number | null> {
  let count = 0;
  const lines = stores.events.linesUpTo(stores.events.lastNumber());
  for (;;) {
    const next = guardSqlite(() => ok(lines.next()));
    if (!next.ok) {
      damaged.push(`events: ${next.fault.code}`);
      return count;
    }
    if (next.value.done) return count;
    const line = next.value.value;
    if (!isWhole(line)) damaged.push(`event ${line.log} ${line.seq}`);
    count += 1;
    if (count % LINES_PER_TURN === 0 && !(await step(count))) return null;
  }
}

/** The header gives the id and stands at its place, the body is the one it names. One that is gone shows in the sums of the rows. */
function isWhole({ id, log, seq, header, body }: LineRow): boolean {
  try {
    const parsed = parseStoredHeader(header);
    const value = bodyOrHole.parse(JSON.parse(body));
    const hash = isHole(value) ? value.withheld : sha256(body);
    return sha256(header) === id && parsed.log === log && parsed.seq === seq && hash === parsed.body;
  } catch {
    return false; // a text that cannot even be read as one
  }
}
