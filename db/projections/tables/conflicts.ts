import { column, type Projection, projectionTable } from '../projection.ts';
import { isDisputed } from '../register.ts';

/** Subjects whose heads say different things: the shown one is the row's event, a person with the role decides. */
export const conflictsTable = projectionTable('conflicts', {
  about: column.id(),
  type: column.text(),
  concurrent: column.json<readonly string[]>(),
});

export const conflicts = {
  name: 'conflicts',
  version: 2,
  types: 'every',
  ofSeveral: true,
  table: conflictsTable,
  row: (register) =>
    isDisputed(register)
      ? { about: register.subject, type: register.type, concurrent: register.heads.map((head) => head.id).sort() }
      : null,
} as const satisfies Projection;
