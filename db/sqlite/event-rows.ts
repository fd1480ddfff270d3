import type { EventId, LogId } from '../../vocabulary/ids.ts';
import type { EventStatus } from '../trust/status.ts';

/** An event about to be stored. */
export interface NewEvent {
  readonly log: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
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
  /** The number of its log. */
  readonly log: number;
  readonly n: number;
  readonly id: string;
  readonly seq: number;
  readonly prev: string;
  readonly type: string;
  readonly subject: number | null;
  readonly covered: boolean;
  readonly status: EventStatus;
  readonly ownView: boolean;
  /** It belongs to the import that is being prepared. */
  readonly arriving: boolean;
}

export interface RawLightRow {
  readonly log: number;
  readonly n: number;
  readonly id: string;
  readonly seq: number;
  readonly prev: string;
  readonly type: string;
  readonly subject: number | null;
  readonly covered: number;
  readonly status: EventStatus;
  readonly own_view: number;
  readonly batch: number;
}

/** An event as its register needs it; `hole` is 1 where the body is withheld. */
export interface AdmittedRow {
  readonly id: string;
  readonly header: string;
  readonly body: string;
  readonly hole: number;
}

/** An event of a subject that may be counted already or be arriving. */
export interface SubjectRow extends AdmittedRow {
  readonly status: EventStatus;
  readonly batch: number;
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

export interface RawRow {
  readonly n: number;
  readonly log: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly header: string;
  readonly body: string;
  readonly hole: number;
  readonly seen: number;
  readonly covered: number;
  readonly status: EventStatus;
  readonly own_view: number;
}

const ROW = `e.n, l.log, e.seq, e.id, e.type, json_extract(e.header, '$.subject') AS subject, e.header, e.body, e.hole, e.seen,
  e.covered, e.status, e.own_view`;
/** The columns of a row; `events` is the view of those that count. */
export const SELECT = `SELECT ${ROW} FROM events e JOIN logs l ON l.n = e.log`;

/** From log to log, so that each is read in its order and never all of them sorted: that would hold every text in memory. */
const LOG_BY_LOG = 'FROM logs l CROSS JOIN events e ON e.log = l.n ORDER BY l.log, e.seq, e.id';
export const ALL = `SELECT ${ROW} ${LOG_BY_LOG}`;
export const CHAIN = `SELECT l.log, e.seq, e.id, json_extract(e.header, '$.prev') AS prev ${LOG_BY_LOG}`;

/** After the number of an event: it speaks of the subject of that number. */
export const ABOUT_SUBJECT = 'IN (SELECT event FROM subject_events WHERE subject = ?)';

export const toRow = ({ own_view, ...raw }: RawRow): EventRow => ({
  ...raw,
  // Checked when it came in, as everything in this encrypted file.
  log: raw.log as LogId,
  id: raw.id as EventId,
  hole: raw.hole === 1,
  covered: raw.covered === 1,
  ownView: own_view === 1,
});

/** `shown`: up to which generation events count. */
export const toLight = (raw: RawLightRow, shown: number): LightRow => ({
  n: raw.n,
  log: raw.log,
  id: raw.id,
  seq: raw.seq,
  prev: raw.prev,
  type: raw.type,
  subject: raw.subject,
  covered: raw.covered === 1,
  status: raw.status,
  ownView: raw.own_view === 1,
  arriving: raw.batch > shown,
});
