import { and } from 'drizzle-orm';
import type { Result } from '../../vocabulary/result.ts';
import { type ProjectionName, type ProjectionRow, projections } from '../projections/registry.ts';
import { catchUpSums } from '../state/catch-up-sums.ts';
import { BlobIndex } from './blob-index.ts';
import { ChangeStore } from './change-store.ts';
import { EventStore } from './event-store.ts';
import { FindingList } from './finding-list.ts';
import { Generation } from './generation.ts';
import { Journal } from './journal.ts';
import { LateSubjects } from './late-subjects.ts';
import { lazily } from './lazy-statements.ts';
import { LocalStore } from './local-store.ts';
import { inTransaction, type SqliteDatabase } from './open-database.ts';
import { PathStore } from './path-store.ts';
import { quoted, shapeOf } from './projection-shape.ts';
import { equals, ProjectionStore } from './projection-store.ts';
import { ReadingStore } from './reading-store.ts';
import { ReportStore } from './report-store.ts';
import { StagingStore } from './staging-store.ts';
import { Sums } from './sums.ts';
import { TrustStore } from './trust-store.ts';

/** Every table of one open database, and the one way to change them together. */
export interface Stores {
  readonly db: SqliteDatabase;
  readonly local: LocalStore;
  readonly events: EventStore;
  readonly trust: TrustStore;
  readonly blobs: BlobIndex;
  readonly paths: PathStore;
  readonly report: ReportStore;
  readonly staging: StagingStore;
  readonly generation: Generation;
  readonly readings: ReadingStore;
  readonly sums: Sums;
  readonly projections: readonly ProjectionStore[];
  /** The projections in which any row counts. Most tables of most records are empty, and one question is cheaper than one of each. */
  readonly filled: () => readonly ProjectionStore[];
  /** The projections that follow subjects of a type. */
  readonly followersOf: (type: string | null) => readonly ProjectionStore[];
  /** Whether a subject of a type can have a row while one event of it is held. */
  readonly showsOne: (type: string | null) => boolean;
  readonly findings: FindingList;
  readonly changes: ChangeStore;
  readonly journal: Journal;
  /** Names of projections whose shape changed since this database was written: they are empty and wait for a rebuild. */
  readonly outdated: readonly string[];
  /** The rows of a projection whose columns have the given values. */
  readonly rows: <N extends ProjectionName>(name: N, where?: Partial<ProjectionRow<N>>) => readonly ProjectionRow<N>[];
  /** `later`: for work that changes nothing but new events and the rows of their subjects. */
  readonly transaction: <T>(work: () => Result<T>, sums?: 'now' | 'later') => Result<T>;
}

export function openStores(db: SqliteDatabase): Stores {
  const generation = new Generation(db);
  const late = new LateSubjects(db);
  const sums = new Sums(db, generation, late);
  late.readAbove(sums.upTo);
  const outdated = projections.filter((one) => sums.read(one.name).version !== one.version).map((one) => one.name);
  const there = tablesIn(db);
  const tables = projections.map(
    (one) => new ProjectionStore(db, sums, generation, one, there.has(shapeOf(one).table)),
  );
  sums.flush();
  sums.settled();
  const local = new LocalStore(db);
  const events = new EventStore(db, sums, generation, late);
  const staging = new StagingStore(db, generation);
  const paths = new PathStore(db, local, staging);
  // An import that was broken off begins its preparing anew; the events it has written so far wait for it.
  if (staging.begun()) for (const table of tables) table.removeAllAhead();
  const followersOf = followersAmong(tables);
  const stores: Stores = {
    db,
    sums,
    generation,
    outdated,
    local,
    events,
    trust: new TrustStore(db),
    blobs: new BlobIndex(db),
    report: new ReportStore(db, events.coverChanged),
    staging,
    paths,
    readings: new ReadingStore(db, generation),
    rows: (name, where = {}) => readRows(tables, name, where),
    projections: tables,
    filled: filledAmong(db, generation, tables),
    followersOf,
    showsOne: (type) => followersOf(type).some(({ projection }) => !projection.ofSeveral),
    findings: new FindingList(db, generation),
    changes: new ChangeStore(db),
    journal: new Journal(db),
    transaction: (work, when = 'now') => transact(db, { sums, generation, events, local, paths }, work, when),
  };
  // Where a projection has another shape now, all of it is made anew.
  if (outdated.length === 0) catchUpSums(stores);
  return stores;
}

const tablesIn = (db: SqliteDatabase): ReadonlySet<string> =>
  new Set(db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all());

function filledAmong(db: SqliteDatabase, generation: Generation, tables: readonly ProjectionStore[]): Stores['filled'] {
  const questions = tables.map(
    ({ projection }, at) =>
      `SELECT ${at} AS at WHERE EXISTS (SELECT 1 FROM ${quoted(shapeOf(projection).table)} WHERE generation <= @looking)`,
  );
  const asked = lazily(db).prepare<[{ looking: number }], { at: number }>(questions.join(' UNION ALL '));
  return () => asked.all({ looking: generation.looking }).flatMap(({ at }) => tables[at] ?? []);
}

/** Worked out once for each type: it is asked for every answer. */
function followersAmong(tables: readonly ProjectionStore[]): Stores['followersOf'] {
  const known = new Map<string | null, readonly ProjectionStore[]>();
  return (type) => {
    const followers = known.get(type) ?? tables.filter((table) => table.follows(type));
    known.set(type, followers);
    return followers;
  };
}

function readRows<N extends ProjectionName>(
  tables: readonly ProjectionStore[],
  name: N,
  where: Partial<ProjectionRow<N>>,
): readonly ProjectionRow<N>[] {
  const store = tables.find((one) => one.projection.name === name);
  if (!store) throw new Error(`no projection ${name}`);
  // The table of that name is read through its own drizzle columns, so its rows are of that name's type.
  return store.read(and(...equals(store.projection, where))) as unknown as readonly ProjectionRow<N>[];
}

/** Sums are written as the last act of the transaction or left for later, and are what they were before when it fails. */
function transact<T>(
  db: SqliteDatabase,
  { sums, generation, events, local, paths }: Pick<Stores, 'sums' | 'generation' | 'events' | 'local' | 'paths'>,
  work: () => Result<T>,
  when: 'now' | 'later',
): Result<T> {
  let good = false;
  try {
    const result = inTransaction(db, () => {
      const done = work();
      if (done.ok) events.indexStaged();
      if (done.ok && when === 'later') sums.flushLater();
      else if (done.ok) sums.flush();
      return done;
    });
    good = result.ok;
    if (good) sums.settled();
    return result;
  } finally {
    if (!good) {
      sums.reset();
      // It may have taken back rows that an import has prepared, and they are there again.
      generation.epoch += 1;
      generation.reset();
      events.reset();
      local.reset();
      paths.reset();
    }
  }
}
