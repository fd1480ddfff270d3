/**
 * An event is found by its log and seq: with its id in the index, which is a hash, every entry was seven times as long. Which events speak of a subject
 * stands in a table of its own, so that plain appends may leave it for later as they leave the sums.
 */
export const migration0007 = {
  name: '0007-late-subjects',
  sql: `
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
  batch INTEGER NOT NULL
);
INSERT INTO new_events SELECT n, log, seq, id, type, subject, header, body, hole, seen, covered, status, own_view, batch FROM all_events;
DROP TABLE all_events;
ALTER TABLE new_events RENAME TO all_events;
CREATE INDEX events_place ON all_events (log, seq);
CREATE INDEX events_set_apart ON all_events (status) WHERE status <> 'admitted';
CREATE INDEX events_hole ON all_events (id) WHERE hole = 1;
CREATE TABLE subject_events (subject INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (subject, event)) WITHOUT ROWID;
INSERT INTO subject_events SELECT subject, n FROM all_events WHERE subject IS NOT NULL;
`,
} as const;
