import type { EventStatus } from '../trust/status.ts';
import {
  ABOUT_SUBJECT,
  type AdmittedRow,
  ALL,
  CHAIN,
  type ChainRow,
  type LineRow,
  type RawLightRow,
  type RawRow,
  SELECT,
  type SubjectRow,
  type Tip,
} from './event-rows.ts';
import { lazily } from './lazy-statements.ts';
import { ManyRows } from './many-rows.ts';
import type { SqliteDatabase } from './open-database.ts';

const LIGHT = `SELECT e.n, e.log, e.id, e.seq, json_extract(e.header, '$.prev') AS prev, e.type, e.subject, e.covered, e.status,
  e.own_view, e.batch FROM events e JOIN logs l ON l.n = e.log`;
const COLUMNS = 'log, seq, id, type, subject, header, body, hole, seen, covered, status, own_view, batch';

/** Everything that is asked of the table of events and written into it. `events` are those that count, `all_events` those of an import as well. */
export function eventStatements(db: SqliteDatabase) {
  const lazy = lazily(db);
  return {
    addLog: lazy.prepare('INSERT INTO logs (log) VALUES (?)'),
    log: lazy.prepare<[string], { n: number }>('SELECT n FROM logs WHERE log = ?'),
    insert: lazy.prepare(`INSERT INTO all_events (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    staged: new ManyRows(
      lazy,
      `INSERT INTO all_events (${COLUMNS}) VALUES`,
      "(?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 'admitted', 0, ?)",
      10,
    ),
    isStored: lazy.prepare<[number, number, string], { one: number }>(
      'SELECT 1 AS one FROM all_events WHERE log = ? AND seq = ? AND id = ?',
    ),
    storedTo: lazy.prepare<[number], { seq: number | null }>('SELECT max(seq) AS seq FROM all_events WHERE log = ?'),
    indexStaged: lazy.prepare(
      'INSERT INTO main.subject_events SELECT subject, n FROM all_events WHERE n >= ? AND subject IS NOT NULL',
    ),
    find: lazy.prepare<[string, number, string], RawRow>(`${SELECT} WHERE l.log = ? AND e.seq = ? AND e.id = ?`),
    standingOf: lazy.prepare<[number, number, string, number], { n: number; hole: number }>(
      'SELECT n, hole FROM all_events WHERE log = ? AND seq = ? AND id = ? AND batch <= ?',
    ),
    head: lazy.prepare<[string], RawRow>(`${SELECT} WHERE l.log = ? ORDER BY e.seq DESC, e.id LIMIT 1`),
    tip: lazy.prepare<[string], Tip>(
      `SELECT e.seq, e.id, json_extract(e.header, '$.hlc') AS hlc FROM logs l JOIN events e ON e.log = l.n
       WHERE l.log = ? ORDER BY e.seq DESC, e.id LIMIT 1`,
    ),
    firstSeen: lazy.prepare<[string], { seen: number }>(
      'SELECT seen FROM events WHERE log = (SELECT n FROM logs WHERE log = ?) ORDER BY seq, id LIMIT 1',
    ),
    ofLog: lazy.prepare<[string], RawRow>(`${SELECT} WHERE l.log = ? ORDER BY e.seq, e.id`),
    ofLogFrom: lazy.prepare<[string, number], RawRow>(`${SELECT} WHERE l.log = ? AND e.seq >= ? ORDER BY e.seq, e.id`),
    light: lazy.prepare<[string, number], RawLightRow>(`${LIGHT} WHERE l.log = ? AND e.seq >= ? ORDER BY e.seq, e.id`),
    lightPage: lazy.prepare<[string, number, string, number], RawLightRow>(
      `${LIGHT} WHERE l.log = ? AND (e.seq, e.id) > (?, ?) ORDER BY e.seq, e.id LIMIT ?`,
    ),
    coveredTo: lazy.prepare<[string], { seq: number }>(
      `SELECT e.seq FROM logs l JOIN events e ON e.log = l.n WHERE l.log = ? AND e.covered = 1 ORDER BY e.seq DESC LIMIT 1`,
    ),
    below: lazy.prepare<[string, number], { count: number; covered: number }>(
      `SELECT count(*) AS count, coalesce(sum(e.covered), 0) AS covered
       FROM logs l JOIN events e ON e.log = l.n WHERE l.log = ? AND e.seq < ?`,
    ),
    all: lazy.prepare<[], RawRow>(ALL),
    admitted: lazy.prepare<[number, number], AdmittedRow>(
      `SELECT id, header, body, hole FROM all_events WHERE n ${ABOUT_SUBJECT} AND status = 'admitted' AND batch <= ?`,
    ),
    arriving: lazy.prepare<[number], SubjectRow>(
      `SELECT id, header, body, hole, status, batch FROM all_events WHERE n ${ABOUT_SUBJECT}`,
    ),
    ofSubject: lazy.prepare<[number], RawRow>(`${SELECT} WHERE e.n ${ABOUT_SUBJECT}`),
    standing: lazy.prepare('UPDATE all_events SET covered = ?, status = ?, own_view = ? WHERE n = ?'),
    fill: lazy.prepare('UPDATE all_events SET body = ?, hole = 0 WHERE n = ?'),
    chain: lazy.prepare<[], ChainRow>(CHAIN),
    lastNumber: lazy.prepare<[], { n: number }>('SELECT n FROM events ORDER BY n DESC LIMIT 1'),
    logs: lazy.prepare<[], { n: number }>('SELECT n FROM logs ORDER BY log'),
    page: lazy.prepare<[number, number, string, number, number], LineRow>(
      `SELECT l.log, e.seq, e.id, e.header, e.body FROM events e JOIN logs l ON l.n = e.log
       WHERE e.log = ? AND (e.seq, e.id) > (?, ?) AND e.n <= ? ORDER BY e.seq, e.id LIMIT ?`,
    ),
    namedBlobs: lazy.prepare<[number], { log: string; seq: number; blob: string }>(
      `SELECT l.log, e.seq, b.value AS blob FROM events e JOIN logs l ON l.n = e.log,
       json_each(e.header, '$.blobs') b WHERE e.n <= ?`,
    ),
    holes: lazy.prepare<[], { id: string }>('SELECT id FROM events WHERE hole = 1 ORDER BY id'),
    ofTypes: lazy.prepare<[string], RawRow>(`${SELECT} WHERE e.type IN (SELECT value FROM json_each(?)) ORDER BY e.n`),
    statuses: lazy.prepare<[], { id: string; status: EventStatus }>('SELECT id, status FROM events'),
    someStatuses: lazy.prepare<[number, number, number], { n: number; id: string; status: EventStatus }>(
      'SELECT n, id, status FROM events WHERE n > ? AND n <= ? ORDER BY n LIMIT ?',
    ),
    quarantined: lazy.prepare<[], RawRow>(
      `${SELECT} WHERE e.status LIKE 'quarantined:%' AND e.status <> 'admitted' ORDER BY l.log, e.seq, e.id`,
    ),
  };
}
