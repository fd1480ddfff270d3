/** What each import changed of what was shown here before, so that it can be read as a list. */
export const migration0004 = {
  name: '0004-import-changes',
  sql: `
CREATE TABLE import_changes (
  import INTEGER NOT NULL,
  subject TEXT NOT NULL,
  at INTEGER NOT NULL,
  before TEXT,
  PRIMARY KEY (import, subject)
) WITHOUT ROWID;
`,
} as const;
