import { blobId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { BlobStore } from '../files/blob-store.ts';
import { bodyOrHole, isHole } from '../log/event.ts';
import { sha256 } from '../log/sha256.ts';
import { parseStoredHeader } from '../log/stored-event.ts';
import type { LineRow } from '../sqlite/event-store.ts';
import { type CountRows, rowsSumUp } from '../sqlite/recount.ts';
import { guardSqlite } from '../sqlite/sqlite-fault.ts';
import type { Stores } from '../sqlite/stores.ts';
import { STATUS_SUM } from '../sqlite/sums.ts';
import { logHashOf, PathWalk } from '../state/log-paths.ts';
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

/** Counts what was done and lets others have their turn; false when it was cancelled. */
type Step = (done: number) => Promise<boolean>;

/**
 * Reads everything again: the database's pages, every event against its hash and its predecessor, the rows against the running hashes, every
 * blob against its name. What was written after it began is in the rows, not among the events. Faults: cancelled. Damage is no fault but what was asked for.
 */
export async function checkRecord(
  stores: Stores,
  blobs: BlobStore | null,
  pace: CheckPace,
  depth: CheckDepth = 'everything',
): Promise<Result<RecordCheck>> {
  const whole = depth === 'everything';
  const damaged: string[] = whole ? [...pagesDamaged(stores)] : [];
  const named = whole && blobs ? stores.blobs.held() : [];
  const rows = whole ? rowsIn(stores) : 0;
  const total = stores.events.count() + rows + named.length;
  let done = 0;
  const step: Step = async (more) => {
    done += more;
    pace.progress(Math.min(done, total), total);
    await pace.turn();
    return pace.signal?.aborted !== true;
  };
  const events = await checkEvents(stores, damaged, step);
  if (events === null) return fail({ code: 'cancelled' });
  if (!whole) return ok({ events: events.count, blobs: 0, logHash: '', stateHash: '', damaged });
  const rowDamage = await checkRows(stores, step);
  if (rowDamage === null) return fail({ code: 'cancelled' });
  damaged.push(...rowDamage);
  for (const blob of named) {
    const kept = blobs?.check(blobId.parse(blob));
    if (kept && !kept.ok) damaged.push(`blob ${blob}`);
    if (!(await step(1))) return fail({ code: 'cancelled' });
  }
  pace.progress(total, total);
  const stateHash = stateHashOf(stores);
  return ok({ events: events.count, blobs: named.length, logHash: events.logHash, stateHash, damaged });
}

/** What SQLite itself finds wrong with its pages and indexes. */
function pagesDamaged({ db }: Stores): readonly string[] {
  const found = guardSqlite(() => ok(db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all()));
  if (!found.ok) return [`pages: ${found.fault.code}`];
  return found.value.map((row) => row.integrity_check).filter((text) => text !== 'ok');
}

const namesOfSums = ({ projections }: Stores): readonly string[] => [
  STATUS_SUM,
  ...projections.map(({ projection }) => projection.name),
];

const rowsIn = (stores: Stores): number =>
  namesOfSums(stores).reduce((count, name) => count + stores.sums.read(name).rows, 0);

/** Holds the rows of each table against its running sum. Null when it was cancelled. */
async function checkRows(stores: Stores, step: Step): Promise<readonly string[] | null> {
  const filled = guardSqlite(() => ok(stores.filled()));
  if (!filled.ok) return [`rows: ${filled.fault.code}`];
  const tables = new Map<string, CountRows>([
    [STATUS_SUM, (...stretch) => stores.events.countStatuses(...stretch)],
    ...filled.value.map((table): [string, CountRows] => [
      table.projection.name,
      (...stretch) => table.countRows(...stretch),
    ]),
  ]);
  let differs = namesOfSums(stores).some((name) => !tables.has(name) && stores.sums.read(name).sum !== 0n);
  for (const [name, count] of tables) {
    const same = await rowsSumUp(stores.sums, name, count, step);
    if (!same.ok) return [`rows: ${same.fault.code}`];
    if (same.value === null) return null;
    differs ||= !same.value;
  }
  return differs ? ['rows'] : [];
}

interface CheckedEvents {
  readonly count: number;
  readonly logHash: string;
}

/** Every event that is there when it begins. Null when it was cancelled. */
async function checkEvents(stores: Stores, damaged: string[], step: Step): Promise<CheckedEvents | null> {
  let count = 0;
  const walk = new PathWalk();
  const lines = stores.events.linesUpTo(stores.events.lastNumber());
  for (;;) {
    const next = guardSqlite(() => ok(lines.next()));
    if (!next.ok) damaged.push(`events: ${next.fault.code}`);
    if (!next.ok || next.value.done) return { count, logHash: logHashOf(walk.finish()) };
    const line = next.value.value;
    const prev = prevOfWhole(line);
    if (prev === null) damaged.push(`event ${line.log} ${line.seq}`);
    else walk.add({ ...line, prev });
    count += 1;
    if (count % LINES_PER_TURN === 0 && !(await step(LINES_PER_TURN))) return null;
  }
}

/**
 * The predecessor of an event whose header gives the id and stands at its place, and whose body is the one it names; else null. One that is gone
 * shows in the sums of the rows.
 */
function prevOfWhole({ id, log, seq, header, body }: LineRow): string | null {
  try {
    const parsed = parseStoredHeader(header);
    const value = bodyOrHole.parse(JSON.parse(body));
    const hash = isHole(value) ? value.withheld : sha256(body);
    const whole = sha256(header) === id && parsed.log === log && parsed.seq === seq && hash === parsed.body;
    return whole ? parsed.prev : null;
  } catch {
    return null; // a text that cannot even be read as one
  }
}
