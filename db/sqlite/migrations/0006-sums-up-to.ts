/** Sums say up to which event they sum; until now they were written with every one. */
export const migration0006 = {
  name: '0006-sums-up-to',
  sql: `
INSERT INTO sums (name, version, rows, sum)
  SELECT 'up_to', 1, max(n), '0' FROM all_events WHERE batch <= coalesce((SELECT value FROM local WHERE name = 'generation'), 0)
  HAVING count(*) > 0;
`,
} as const;
