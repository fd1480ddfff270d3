import { column, type Projection, projectionTable } from '../projection.ts';

/** Subjects with more than one head: the shown one is the row's event, a person with the role decides. */
export const conflictsTable = projectionTable('conflicts', {
  about: column.id(),
  type: column.text(),
  concurrent: column.json<readonly string[]>(),
});

export const conflicts = {
  name: 'conflicts',
  version: 1,
  types: 'every',
  table: conflictsTable,
  row: ({ subject, type, heads }) =>
    heads.length > 1 ? { about: subject, type, concurrent: heads.map((head) => head.id).sort() } : null,
} as const satisfies Projection;
