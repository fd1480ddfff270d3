/** The tail is kept batch by batch, and the minutes of a block stand together: a row of each costs more than what is in it. */
export const migration0005 = {
  name: '0005-readings-by-batch',
  sql: `
DROP TABLE reading_tail;
DROP TABLE raw_tail;
DROP TABLE reading_minutes;

CREATE TABLE reading_tail (
  n INTEGER PRIMARY KEY,
  instrument TEXT NOT NULL,
  "from" INTEGER NOT NULL,
  "to" INTEGER NOT NULL,
  count INTEGER NOT NULL,
  readings TEXT NOT NULL
);
CREATE INDEX reading_tail_instrument ON reading_tail (instrument);
CREATE TABLE raw_tail (
  n INTEGER PRIMARY KEY,
  instrument TEXT NOT NULL,
  about TEXT NOT NULL,
  "from" INTEGER NOT NULL,
  "to" INTEGER NOT NULL,
  count INTEGER NOT NULL,
  lines TEXT NOT NULL
);
CREATE INDEX raw_tail_instrument ON raw_tail (instrument);
CREATE TABLE reading_minutes (
  n INTEGER PRIMARY KEY,
  blob BLOB NOT NULL,
  channel TEXT NOT NULL,
  minutes BLOB NOT NULL,
  UNIQUE (blob, channel)
);
`,
} as const;
