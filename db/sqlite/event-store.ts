import type { EventId, LogId } from '../../vocabulary/ids.ts';
import { eventId, logId } from '../../vocabulary/ids.ts';
import { addTerm, statusTerm } from '../projections/state-hash.ts';
import type { EventStatus } from '../trust/status.ts';
import type { SqliteDatabase } from './open-database.ts';
import { STATUS_SUM, type Sums } from './sums.ts';

/** Stands for the status of an event that has just come in, until the end of the same transaction; it is in no sum. */
export const ARRIVING = 'arriving';

/** An event about to be stored. */
export interface NewEvent {
  readonly log: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly header: string;
  readonly body: string;
  readonly hole: boolean;
  /** When this machine first held it. */
  readonly seen: number;
}

/** What the set of events says of one event, and how this machine shows it. */
export interface Standing {
  readonly covered: boolean;
  readonly status: EventStatus;
  /** The status is this machine's own view of its own log, and would be another elsewhere. */
  readonly ownView: boolean;
}

/** A stored event as rows give it; `n` is of this machine only. */
export interface EventRow {
  readonly n: number;
  readonly log: LogId;
  readonly seq: number;
  readonly id: EventId;
  readonly type: string;
  readonly subject: string;
  readonly header: string;
  readonly body: string;
  readonly hole: boolean;
  readonly seen: number;
  readonly covered: boolean;
  readonly status: EventStatus;
  readonly ownView: boolean;
}

/** An event as far as its status needs it: no text, so that a whole log fits in memory. */
export interface LightRow {
  readonly n: number;
  readonly id: string;
  readonly seq: number;
  readonly prev: string;
  readonly type: string;
  readonly subject: number | null;
  readonly covered: boolean;
  readonly status: EventStatus | typeof ARRIVING;
  readonly ownView: boolean;
}

interface RawLightRow {
  readonly n: number;
  readonly id: string;
  readonly seq: number;
  readonly prev: string;
  readonly type: string;
  readonly subject: number | null;
  readonly covered: number;
  readonly status: EventStatus | typeof ARRIVING;
  readonly own_view: number;
}

/** The end of a log, as far as the next event needs it. */
export interface Tip {
  readonly seq: number;
  readonly id: string;
  readonly hlc: string;
}

/** An event as it goes into a bundle. */
export interface LineRow {
  readonly log: string;
  readonly seq: number;
  readonly id: string;
  readonly header: string;
  readonly body: string;
}

/** One link of a chain. */
export interface ChainRow {
  readonly log: string;
  readonly seq: number;
  readonly id: string;
  readonly prev: string;
}

const LINES_PER_PAGE = 500;

interface RawRow {
  readonly n: number;
  readonly log: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly subject: string | null;
  readonly header: string;
  readonly body: string;
  readonly hole: number;
  readonly seen: number;
  readonly covered: number;
  readonly status: EventStatus;
  readonly own_view: number;
}

const SELECT = `SELECT e.n, l.log, e.seq, e.id, e.type, s.subject, e.header, e.body, e.hole, e.seen, e.covered, e.status, e.own_view
  FROM events e JOIN logs l ON l.n = e.log LEFT JOIN subjects s ON s.n = e.subject`;

const toRow = ({ own_view, ...raw }: RawRow): EventRow => ({
  ...raw,
  log: logId.parse(raw.log),
  id: eventId.parse(raw.id),
  subject: raw.subject ?? '',
  hole: raw.hole === 1,
  covered: raw.covered === 1,
  ownView: own_view === 1,
});

/** The stored events. Nothing here is ever changed but `covered`, `status` and a withheld body that arrives. */
export class EventStore {
  readonly #sums: Sums;
  readonly #statements;

  constructor(db: SqliteDatabase, sums: Sums) {
    this.#sums = sums;
    this.#statements = {
      addLog: db.prepare('INSERT INTO logs (log) VALUES (?)'),
      log: db.prepare<[string], { n: number }>('SELECT n FROM logs WHERE log = ?'),
      addSubject: db.prepare('INSERT INTO subjects (subject) VALUES (?)'),
      subject: db.prepare<[string], { n: number }>('SELECT n FROM subjects WHERE subject = ?'),
      subjectText: db.prepare<[number], { subject: string }>('SELECT subject FROM subjects WHERE n = ?'),
      insert: db.prepare(
        `INSERT INTO events (log, seq, id, type, subject, header, body, hole, seen, covered, status, own_view)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      find: db.prepare<[string, number, string], RawRow>(`${SELECT} WHERE l.log = ? AND e.seq = ? AND e.id = ?`),
      standingOf: db.prepare<[string, number, string], { n: number; hole: number }>(
        'SELECT e.n, e.hole FROM events e JOIN logs l ON l.n = e.log WHERE l.log = ? AND e.seq = ? AND e.id = ?',
      ),
      head: db.prepare<[string], RawRow>(`${SELECT} WHERE l.log = ? ORDER BY e.seq DESC, e.id LIMIT 1`),
      tip: db.prepare<[string], Tip>(
        `SELECT e.seq, e.id, json_extract(e.header, '$.hlc') AS hlc FROM logs l JOIN events e ON e.log = l.n
         WHERE l.log = ? ORDER BY e.seq DESC, e.id LIMIT 1`,
      ),
      ofLog: db.prepare<[string], RawRow>(`${SELECT} WHERE l.log = ? ORDER BY e.seq, e.id`),
      ofLogFrom: db.prepare<[string, number], RawRow>(`${SELECT} WHERE l.log = ? AND e.seq >= ? ORDER BY e.seq, e.id`),
      light: db.prepare<[string, number], RawLightRow>(
        `SELECT e.n, e.id, e.seq, json_extract(e.header, '$.prev') AS prev, e.type, e.subject, e.covered, e.status, e.own_view
         FROM events e JOIN logs l ON l.n = e.log WHERE l.log = ? AND e.seq >= ? ORDER BY e.seq, e.id`,
      ),
      coveredTo: db.prepare<[string], { seq: number }>(
        `SELECT e.seq FROM logs l JOIN events e ON e.log = l.n WHERE l.log = ? AND e.covered = 1 ORDER BY e.seq DESC LIMIT 1`,
      ),
      below: db.prepare<[string, number], { count: number; covered: number }>(
        `SELECT count(*) AS count, coalesce(sum(e.covered), 0) AS covered
         FROM logs l JOIN events e ON e.log = l.n WHERE l.log = ? AND e.seq < ?`,
      ),
      all: db.prepare<[], RawRow>(`${SELECT} ORDER BY l.log, e.seq, e.id`),
      ofSubject: db.prepare<[number], RawRow>(`${SELECT} WHERE e.subject = ?`),
      standing: db.prepare('UPDATE events SET covered = ?, status = ?, own_view = ? WHERE n = ?'),
      fill: db.prepare('UPDATE events SET body = ?, hole = 0 WHERE n = ?'),
      chain: db.prepare<[], ChainRow>(
        `SELECT l.log, e.seq, e.id, json_extract(e.header, '$.prev') AS prev
         FROM events e JOIN logs l ON l.n = e.log ORDER BY l.log, e.seq, e.id`,
      ),
      lastNumber: db.prepare<[], { n: number }>('SELECT coalesce(max(n), 0) AS n FROM events'),
      logs: db.prepare<[], { n: number }>('SELECT n FROM logs ORDER BY log'),
      page: db.prepare<[number, number, string, number, number], LineRow>(
        `SELECT l.log, e.seq, e.id, e.header, e.body FROM events e JOIN logs l ON l.n = e.log
         WHERE e.log = ? AND (e.seq, e.id) > (?, ?) AND e.n <= ? ORDER BY e.seq, e.id LIMIT ?`,
      ),
      namedBlobs: db.prepare<[number], { log: string; seq: number; blob: string }>(
        `SELECT l.log, e.seq, b.value AS blob FROM events e JOIN logs l ON l.n = e.log,
         json_each(e.header, '$.blobs') b WHERE e.n <= ?`,
      ),
      holes: db.prepare<[], { id: string }>('SELECT id FROM events WHERE hole = 1 ORDER BY id'),
      subjects: db.prepare<[], { n: number }>('SELECT n FROM subjects ORDER BY n'),
      ofTypes: db.prepare<[string], RawRow>(`${SELECT} WHERE e.type IN (SELECT value FROM json_each(?)) ORDER BY e.n`),
      statuses: db.prepare<[], { id: string; status: EventStatus }>('SELECT id, status FROM events'),
      count: db.prepare<[], { count: number }>('SELECT count(*) AS count FROM events'),
      quarantined: db.prepare<[], RawRow>(
        `${SELECT} WHERE e.status LIKE 'quarantined:%' AND e.status <> 'admitted' ORDER BY l.log, e.seq, e.id`,
      ),
    };
  }

  logNumber(log: string): number {
    const known = this.#statements.log.get(log);
    return known ? known.n : Number(this.#statements.addLog.run(log).lastInsertRowid);
  }

  subjectNumber(subject: string): number {
    const known = this.#statements.subject.get(subject);
    return known ? known.n : Number(this.#statements.addSubject.run(subject).lastInsertRowid);
  }

  subjectText(n: number): string {
    return need(this.#statements.subjectText.get(n)).subject;
  }

  findSubject(subject: string): number | null {
    return this.#statements.subject.get(subject)?.n ?? null;
  }

  insert(event: NewEvent, { covered, status, ownView }: Standing): number {
    const { log, seq, id, type, subject, header, body, hole, seen } = event;
    const subjectN = subject === '' ? null : this.subjectNumber(subject);
    const values = [this.logNumber(log), seq, id, type, subjectN, header, body, Number(hole), seen];
    const { lastInsertRowid } = this.#statements.insert.run(...values, Number(covered), status, Number(ownView));
    this.#sums.add(STATUS_SUM, statusTerm(id, status));
    return Number(lastInsertRowid);
  }

  restate(row: Pick<LightRow, 'n' | 'id' | 'status'>, { covered, status, ownView }: Standing): void {
    this.#statements.standing.run(Number(covered), status, Number(ownView), row.n);
    if (status === row.status) return;
    if (row.status !== ARRIVING) this.#sums.subtract(STATUS_SUM, statusTerm(row.id, row.status));
    this.#sums.add(STATUS_SUM, statusTerm(row.id, status));
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
    const row = this.#statements.standingOf.get(log, seq, id);
    return row ? { n: row.n, hole: row.hole === 1 } : null;
  }

  /** The event with the highest seq of a log. */
  head(log: string): EventRow | null {
    const raw = this.#statements.head.get(log);
    return raw ? toRow(raw) : null;
  }

  tip(log: string): Tip | null {
    return this.#statements.tip.get(log) ?? null;
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
    const { count, covered } = need(this.#statements.below.get(log, below));
    return count === below - 1 && covered === count;
  }

  light(log: string, fromSeq = 1): LightRow[] {
    return this.#statements.light.all(log, fromSeq).map(({ own_view, ...raw }) => ({
      ...raw,
      covered: raw.covered === 1,
      ownView: own_view === 1,
    }));
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
    return need(this.#statements.lastNumber.get()).n;
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
    return this.#statements.subjects.all().map((row) => row.n);
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

  quarantined(): EventRow[] {
    return this.#statements.quarantined.all().map(toRow);
  }

  count(): number {
    return need(this.#statements.count.get()).count;
  }
}

function need<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('a row that must exist is missing');
  return row;
}
