/**
 * An import writes its events once, as the batch of the next generation, and one number makes them all count. Staged copies are not
 * needed any more; projections get their own generation and are rebuilt at the next opening.
 */
export const migration0002 = {
  name: '0002-generations',
  sql: `
DROP TABLE staged_events;
DROP TABLE staged_bodies;
DROP TABLE staged_imports;
ALTER TABLE events RENAME TO all_events;
ALTER TABLE all_events ADD COLUMN batch INTEGER NOT NULL DEFAULT 0;
CREATE TABLE staged_imports (n INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, first INTEGER NOT NULL);
CREATE TABLE staged_bodies (
  import INTEGER NOT NULL REFERENCES staged_imports (n) ON DELETE CASCADE,
  event INTEGER NOT NULL REFERENCES all_events (n),
  body TEXT NOT NULL,
  UNIQUE (import, event)
);
UPDATE sums SET version = 0 WHERE name <> 'event_status';
`,
} as const;
