/** The log and what stands beside it. Projection tables are not here: they are made from their definitions and rebuilt. */
export const migration0001 = {
  name: '0001-log',
  sql: `
CREATE TABLE local (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE logs (
  n INTEGER PRIMARY KEY,
  log TEXT NOT NULL UNIQUE,
  key TEXT,
  own INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX logs_key ON logs (key) WHERE key IS NOT NULL;

CREATE TABLE subjects (n INTEGER PRIMARY KEY, subject TEXT NOT NULL UNIQUE);

-- Addressed by (log, seq, id) with the hash in a column: a table keyed by the hash alone costs five times as much.
CREATE TABLE events (
  n INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES logs (n),
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  subject INTEGER REFERENCES subjects (n),
  header TEXT NOT NULL,
  body TEXT NOT NULL,
  hole INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  covered INTEGER NOT NULL,
  status TEXT NOT NULL,
  own_view INTEGER NOT NULL,
  UNIQUE (log, seq, id)
);
CREATE INDEX events_subject ON events (subject) WHERE subject IS NOT NULL;
CREATE INDEX events_set_apart ON events (status) WHERE status <> 'admitted';
CREATE INDEX events_hole ON events (id) WHERE hole = 1;

CREATE TABLE facts (
  event INTEGER PRIMARY KEY REFERENCES events (n),
  log INTEGER NOT NULL REFERENCES logs (n),
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  fact TEXT NOT NULL
);
CREATE INDEX facts_about ON facts (about, kind);
CREATE INDEX facts_log ON facts (log, kind);

CREATE TABLE witness_heads (
  event INTEGER NOT NULL REFERENCES events (n),
  log TEXT NOT NULL,
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  seen INTEGER NOT NULL
);
CREATE INDEX witness_heads_log ON witness_heads (log);
CREATE INDEX witness_heads_id ON witness_heads (id);
CREATE INDEX witness_heads_event ON witness_heads (event);

CREATE TABLE blobs (blob TEXT PRIMARY KEY, held INTEGER NOT NULL);
CREATE INDEX blobs_absent ON blobs (blob) WHERE held = 0;

CREATE TABLE sums (name TEXT PRIMARY KEY, version INTEGER NOT NULL, rows INTEGER NOT NULL, sum TEXT NOT NULL);

-- What an import has read so far; nothing but the import looks in here.
CREATE TABLE staged_imports (n INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE);
CREATE TABLE staged_events (
  import INTEGER NOT NULL REFERENCES staged_imports (n) ON DELETE CASCADE,
  log TEXT NOT NULL,
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  subject TEXT NOT NULL,
  header TEXT NOT NULL,
  body TEXT NOT NULL,
  hole INTEGER NOT NULL,
  fact TEXT,
  UNIQUE (import, log, seq, id)
);
CREATE TABLE staged_bodies (
  import INTEGER NOT NULL REFERENCES staged_imports (n) ON DELETE CASCADE,
  event INTEGER NOT NULL REFERENCES events (n),
  body TEXT NOT NULL,
  UNIQUE (import, event)
);

CREATE TABLE reading_tail (
  n INTEGER PRIMARY KEY,
  instrument TEXT NOT NULL,
  channel TEXT NOT NULL,
  wall INTEGER NOT NULL,
  reading TEXT NOT NULL
);
CREATE INDEX reading_tail_time ON reading_tail (instrument, channel, wall);
CREATE TABLE raw_tail (
  n INTEGER PRIMARY KEY,
  instrument TEXT NOT NULL,
  about TEXT NOT NULL,
  wall INTEGER NOT NULL,
  chunk TEXT NOT NULL
);
CREATE TABLE reading_minutes (
  instrument TEXT NOT NULL,
  channel TEXT NOT NULL,
  minute INTEGER NOT NULL,
  blob TEXT NOT NULL,
  min REAL,
  max REAL,
  mean REAL,
  count INTEGER NOT NULL,
  others INTEGER NOT NULL,
  over INTEGER NOT NULL,
  PRIMARY KEY (instrument, channel, minute, blob)
) WITHOUT ROWID;
CREATE TABLE intake_batches (batch TEXT PRIMARY KEY, kept INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
`,
} as const;
