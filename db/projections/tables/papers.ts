import type { PaperSeries } from '../../../vocabulary/paper.ts';
import { paperBody, paperLeaseBody, paperNumberBody } from '../../log/paper-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

type Kind = (typeof paperBody)['_output']['kind'];

/** Papers that were issued, with the mark that names each. */
export const papersTable = projectionTable('papers', {
  paper: column.id(),
  kind: column.id().$type<Kind>(),
  about: column.id(),
  mark: column.id(),
  at: column.integer(),
});

export const papers = {
  name: 'papers',
  version: 1,
  types: ['document'],
  table: papersTable,
  row: rowFrom(/^document\/([0-9a-f]{32})\/paper$/, paperBody, ({ kind, about, mark, at }, [paper]) => ({
    paper,
    kind,
    about,
    mark,
    at,
  })),
} as const satisfies Projection;

/** The number of a paper. Two machines that numbered the same one stand as two heads until a lead decides. */
export const paperNumbersTable = projectionTable('paper_numbers', {
  paper: column.id(),
  kind: column.id().$type<Kind>(),
  about: column.id(),
  mark: column.id(),
  series: column.json<PaperSeries>(),
  serial: column.integer(),
  lease: column.id(),
  voided: column.text(),
});

export const paperNumbers = {
  name: 'paper_numbers',
  version: 1,
  types: ['document'],
  table: paperNumbersTable,
  row: rowFrom(/^document\/([0-9a-f]{32})\/number$/, paperNumberBody, ({ salt: _, ...fields }, [paper]) => ({
    paper,
    ...fields,
  })),
} as const satisfies Projection;

/** Which log may use which numbers. */
export const leasesTable = projectionTable('leases', {
  lease: column.id(),
  holder: column.id(),
  series: column.json<PaperSeries>(),
  from: column.integer(),
  to: column.integer(),
  at: column.integer(),
});

export const leases = {
  name: 'leases',
  version: 1,
  types: ['lease'],
  table: leasesTable,
  row: rowFrom(/^lease\/([0-9a-f]{32})\/range$/, paperLeaseBody, ({ holder, series, from, to, at }, [lease]) => ({
    lease,
    holder,
    series,
    from,
    to,
    at,
  })),
} as const satisfies Projection;
