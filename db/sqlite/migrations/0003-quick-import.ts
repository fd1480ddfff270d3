/**
 * Subjects in one tree instead of a table and its index, events without references that every INSERT would look up again, and which bundles
 * were taken in whole.
 */
export const migration0003 = {
  name: '0003-quick-import',
  sql: `
CREATE TABLE new_subjects (subject TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO new_subjects (subject, n) SELECT subject, n FROM subjects;
INSERT OR REPLACE INTO local (name, value) SELECT 'subjects', max(n) FROM subjects HAVING count(*) > 0;
CREATE TABLE new_events (
  n INTEGER PRIMARY KEY,
  log INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  subject INTEGER,
  header TEXT NOT NULL,
  body TEXT NOT NULL,
  hole INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  covered INTEGER NOT NULL,
  status TEXT NOT NULL,
  own_view INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  UNIQUE (log, seq, id)
);
INSERT INTO new_events SELECT n, log, seq, id, type, subject, header, body, hole, seen, covered, status, own_view, batch FROM all_events;
DROP TABLE all_events;
DROP TABLE subjects;
ALTER TABLE new_events RENAME TO all_events;
ALTER TABLE new_subjects RENAME TO subjects;
CREATE INDEX events_subject ON all_events (subject) WHERE subject IS NOT NULL;
CREATE INDEX events_set_apart ON all_events (status) WHERE status <> 'admitted';
CREATE INDEX events_hole ON all_events (id) WHERE hole = 1;
-- Bundles of which every event is held: the same file again need not be judged event by event.
CREATE TABLE taken_bundles (digest TEXT PRIMARY KEY, events INTEGER NOT NULL, waiting_seals INTEGER NOT NULL) WITHOUT ROWID;
`,
} as const;
