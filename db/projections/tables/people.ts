import { personBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Names behind the random person ids, as their devices assert them. */
export const peopleTable = projectionTable('people', {
  person: column.id(),
  name: column.id(),
  certificateNo: column.id(),
  team: column.id(),
});

export const people = {
  name: 'people',
  version: 1,
  types: ['person'],
  table: peopleTable,
  row: rowFrom(/^person\/([0-9a-f]{32})\/identity$/, personBody, ({ name, certificateNo, team }, [person]) => ({
    person,
    name,
    certificateNo,
    team,
  })),
} as const satisfies Projection;
