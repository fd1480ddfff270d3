import { addTerm, statusTerm } from '../projections/state-hash.ts';
import {
  type AdmittedRow,
  ALL,
  CHAIN,
  type ChainRow,
  type EventRow,
  type LightRow,
  type LineRow,
  type NewEvent,
  type Standing,
  type Tip,
  toLight,
  toRow,
} from './event-rows.ts';
import { eventStatements } from './event-statements.ts';
import type { Generation } from './generation.ts';
import type { LateSubjects } from './late-subjects.ts';
import type { SqliteDatabase } from './open-database.ts';
import type { Counted } from './recount.ts';
import { type RowSubject, SubjectNumbers } from './subject-numbers.ts';
import { STATUS_SUM, type Sums } from './sums.ts';

export type { ChainRow, EventRow, LightRow, LineRow, NewEvent, Standing, Tip } from './event-rows.ts';

const LINES_PER_PAGE = 500;
/** Read one page after the other, so that each is a short piece of work. */
const LIGHT_ROWS_PER_PAGE = 64;

/** The stored events. Nothing here is ever changed but `covered`, `status` and a withheld body that arrives. */
export class EventStore {
  /** What goes through all events, so that a test can ask how the database answers. */
  readonly sql = { all: ALL, chain: CHAIN } as const;
  readonly #sums: Sums;
  readonly #generation: Generation;
  /** Numbers of logs in which something was covered or uncovered; whoever keeps what follows from that takes them out. */
  readonly coverChanged = new Set<number>();
  readonly #logNumbers = new Map<string, number>();
  /** The ends of logs, kept because every own event asks for one. */
  readonly #tips = new Map<string, Tip | null>();
  /** To which seq a log is known to be held once and covered. */
  readonly #singleTo = new Map<string, number>();
  readonly #subjects: SubjectNumbers;
  readonly #late: LateSubjects;
  /** The highest seq stored of the logs that an import brings. */
  readonly #storedTo = new Map<number, number>();
  /** The first event staged in this transaction. */
  #stagedFrom: number | null = null;
  readonly #statements;

  constructor(db: SqliteDatabase, sums: Sums, generation: Generation, late: LateSubjects) {
    this.#sums = sums;
    this.#generation = generation;
    this.#late = late;
    this.#subjects = new SubjectNumbers(db, late);
    this.#statements = eventStatements(db);
  }

  logNumber(log: string): number {
    const n = this.#findLog(log) ?? Number(this.#statements.addLog.run(log).lastInsertRowid);
    this.#logNumbers.set(log, n);
    return n;
  }

  #findLog(log: string): number | null {
    const n = this.#logNumbers.get(log) ?? this.#statements.log.get(log)?.n ?? null;
    if (n !== null) this.#logNumbers.set(log, n);
    return n;
  }

  /** Forgets what was kept in memory: a transaction was rolled back, or other events count now. */
  reset(): void {
    this.#logNumbers.clear();
    this.#tips.clear();
    this.#singleTo.clear();
    this.#subjects.reset();
    this.#statements.staged.drop();
    this.#stagedFrom = null;
    this.#storedTo.clear();
    this.#late.reset();
  }

  /** Other events count now. `straight`: to which seq logs are known to be held once and covered; null where any log may have changed. */
  advanced(straight: ReadonlyMap<string, number> | null): void {
    this.#tips.clear();
    if (!straight) this.#singleTo.clear();
    for (const [log, to] of straight ?? []) this.#singleTo.set(log, to);
  }

  findSubject(subject: string): number | null {
    return this.#subjects.find(subject);
  }

  /** The number of a subject, which is given to it where it is new. */
  subject(subject: string): RowSubject {
    return this.#subjects.number(subject, true);
  }

  /** Stores an event about the subject of that number. */
  insert(event: NewEvent & Pick<Tip, 'hlc'>, subject: number | null, standing: Standing): number {
    const { log, seq, id, type, header, body, hole, seen } = event;
    const { covered, status, ownView } = standing;
    const n = Number(
      this.#statements.insert.run(
        this.logNumber(log),
        seq,
        id,
        type,
        subject,
        header,
        body,
        Number(hole),
        seen,
        Number(covered),
        status,
        Number(ownView),
        this.#generation.looking,
      ).lastInsertRowid,
    );
    this.#storedTo.clear();
    if (subject !== null) this.#late.addEvent(subject, n);
    this.#sums.add(STATUS_SUM, statusTerm(id, status), n);
    if (seq > (this.tip(log)?.seq ?? 0)) this.#tips.set(log, { seq, id, hlc: event.hlc });
    return n;
  }

  /**
   * Puts an event of an import into the generation that is ahead, with the status most events have; nothing where it is there already. Gives its
   * subject; null where it has none.
   */
  stage({ log, seq, id, type, header, body, hole, seen }: NewEvent, subject: string): RowSubject | null {
    const about = subject === '' ? null : this.#subjects.numberOfImported(subject);
    const batch = this.#generation.shown + 1;
    const logN = this.logNumber(log);
    if (seq <= this.#storedUpTo(logN) && this.#isStored(logN, seq, id)) return about;
    const row = [logN, seq, id, type, about?.n ?? null, header, body, Number(hole), seen, batch];
    const first = this.#statements.staged.add(...row);
    this.#stagedFrom ??= first;
    this.#storedTo.set(logN, Math.max(seq, this.#storedUpTo(logN)));
    return about;
  }

  /** Whether an import that was broken off has written it. */
  #isStored(log: number, seq: number, id: string): boolean {
    this.#writeStaged();
    return this.#statements.isStored.get(log, seq, id) !== undefined;
  }

  #writeStaged(): void {
    const first = this.#statements.staged.write();
    this.#stagedFrom ??= first;
  }

  /** No event of a log is stored above this seq, whether it counts or not. */
  #storedUpTo(log: number): number {
    const known = this.#storedTo.get(log) ?? this.#statements.storedTo.get(log)?.seq ?? 0;
    this.#storedTo.set(log, known);
    return known;
  }

  /** Writes down which subjects the events are about that this transaction has staged; at its end. */
  indexStaged(): void {
    this.#writeStaged();
    if (this.#stagedFrom !== null) this.#statements.indexStaged.run(this.#stagedFrom);
    this.#stagedFrom = null;
  }

  /** Gives an event its status; the sum of a generation that is ahead is made when all of it is known. */
  restate(
    row: Pick<LightRow, 'n' | 'log' | 'id' | 'status' | 'covered'>,
    { covered, status, ownView }: Standing,
  ): void {
    this.#statements.standing.run(Number(covered), status, Number(ownView), row.n);
    if (covered !== row.covered) this.coverChanged.add(row.log);
    if (row.covered && !covered) this.#singleTo.clear();
    if (status === row.status || this.#generation.isAhead) return;
    this.#sums.subtract(STATUS_SUM, statusTerm(row.id, row.status), row.n);
    this.#sums.add(STATUS_SUM, statusTerm(row.id, status), row.n);
  }

  /** Puts the body that arrived where it was withheld. */
  fill(n: number, body: string): void {
    this.#statements.fill.run(body, n);
  }

  find(log: string, seq: number, id: string): EventRow | null {
    const raw = this.#statements.find.get(log, seq, id);
    return raw ? toRow(raw) : null;
  }

  /** Whether an event is held, and whether its body is. */
  standingOf(log: string, seq: number, id: string): { readonly n: number; readonly hole: boolean } | null {
    const logN = this.#findLog(log);
    const row = logN === null ? undefined : this.#statements.standingOf.get(logN, seq, id, this.#generation.looking);
    return row ? { n: row.n, hole: row.hole === 1 } : null;
  }

  /** The event with the highest seq of a log. */
  head(log: string): EventRow | null {
    const raw = this.#statements.head.get(log);
    return raw ? toRow(raw) : null;
  }

  tip(log: string): Tip | null {
    const known = this.#tips.get(log);
    if (known !== undefined) return known;
    const tip = this.#statements.tip.get(log) ?? null;
    this.#tips.set(log, tip);
    return tip;
  }

  firstSeen(log: string): number | null {
    return this.#statements.firstSeen.get(log)?.seen ?? null;
  }

  ofLog(log: string, fromSeq = 1): EventRow[] {
    return (fromSeq > 1 ? this.#statements.ofLogFrom.all(log, fromSeq) : this.#statements.ofLog.all(log)).map(toRow);
  }

  /** The highest covered seq of a log, 0 where nothing is covered. */
  coveredTo(log: string): number {
    return this.#statements.coveredTo.get(log)?.seq ?? 0;
  }

  /** Whether every seq of a log below this one is held exactly once, and covered. */
  isSingle(log: string, below: number): boolean {
    if ((this.#singleTo.get(log) ?? 0) >= below - 1) return true;
    const { count, covered } = need(this.#statements.below.get(log, below));
    const single = count === below - 1 && covered === count;
    if (single) this.#singleTo.set(log, below - 1);
    return single;
  }

  light(log: string, fromSeq = 1): LightRow[] {
    const { shown } = this.#generation;
    return this.#statements.light.all(log, fromSeq).map((raw) => toLight(raw, shown));
  }

  /** The same of a whole log, page by page: what is written to its end meanwhile comes in the last of them. */
  *lightPages(log: string): Generator<readonly LightRow[]> {
    let at: { readonly seq: number; readonly id: string } | undefined = { seq: 0, id: '' };
    while (at) {
      const { shown } = this.#generation;
      const page = this.#statements.lightPage.all(log, at.seq, at.id, LIGHT_ROWS_PER_PAGE);
      yield page.map((raw) => toLight(raw, shown));
      at = page.length < LIGHT_ROWS_PER_PAGE ? undefined : page.at(-1);
    }
  }

  /** The admitted events of a subject, as texts. */
  admittedOf(subject: number): AdmittedRow[] {
    return this.#statements.admitted.all(subject, this.#generation.looking);
  }

  /** The admitted events of a subject of which nothing counts yet; null where something does, whatever its status. */
  arrivingOf(subject: number): AdmittedRow[] | null {
    const rows = this.#statements.arriving.all(subject);
    const { shown } = this.#generation;
    return rows.some((row) => row.batch <= shown) ? null : rows.filter((row) => row.status === 'admitted');
  }

  /** Every event of a subject, whatever its status. */
  ofSubject(subject: number): EventRow[] {
    return this.#statements.ofSubject.all(subject).map(toRow);
  }

  /** All events in (log, seq, id) order, one by one. Nothing may be written meanwhile. */
  *all(): Generator<EventRow> {
    for (const raw of this.#statements.all.iterate()) yield toRow(raw);
  }

  /** All links in (log, seq, id) order. */
  chain(): IterableIterator<ChainRow> {
    return this.#statements.chain.iterate();
  }

  /** The greatest number given so far: what comes later has a greater one. */
  lastNumber(): number {
    return this.#statements.lastNumber.get()?.n ?? 0;
  }

  /** Events up to a number in (log, seq, id) order, read in pages, so that others may write between them. */
  *linesUpTo(n: number): Generator<LineRow> {
    for (const log of this.#statements.logs.all()) {
      let at = { seq: 0, id: '' };
      for (let more = true; more; ) {
        const page = this.#statements.page.all(log.n, at.seq, at.id, n, LINES_PER_PAGE);
        yield* page;
        at = page.at(-1) ?? at;
        more = page.length === LINES_PER_PAGE;
      }
    }
  }

  /** Every blob that an event up to a number names, with where. */
  namedBlobs(n: number): { readonly log: string; readonly seq: number; readonly blob: string }[] {
    return this.#statements.namedBlobs.all(n);
  }

  /** Ids of events whose body is withheld here. */
  holes(): string[] {
    return this.#statements.holes.all().map((row) => row.id);
  }

  subjects(): number[] {
    return this.#subjects.all();
  }

  ofTypes(types: readonly string[]): EventRow[] {
    return this.#statements.ofTypes.all(JSON.stringify(types)).map(toRow);
  }

  /** Sums the statuses from the rows; must equal the running sum. */
  recountStatuses(): { readonly rows: number; readonly sum: bigint } {
    let rows = 0;
    let sum = 0n;
    for (const { id, status } of this.#statements.statuses.iterate()) {
      rows += 1;
      sum = addTerm(sum, statusTerm(id, status));
    }
    return { rows, sum };
  }

  /** The same of a stretch of events. */
  countStatuses(from: number, to: number, most: number): Counted {
    const rows = this.#statements.someStatuses.all(from, to, most);
    const sum = rows.reduce((total, { id, status }) => addTerm(total, statusTerm(id, status)), 0n);
    return { rows: rows.length, sum, last: rows.at(-1)?.n ?? null };
  }

  quarantined(): EventRow[] {
    return this.#statements.quarantined.all().map(toRow);
  }

  count(): number {
    return this.#sums.read(STATUS_SUM).rows;
  }
}

function need<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('a row that must exist is missing');
  return row;
}
