import type { CompanyLimit } from '../../../rules/packs/company.ts';
import { companyBody } from '../../log/company-body.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Figures that mines set stricter than the law, those taken back included. */
export const companyLimitsTable = projectionTable('companyLimits', {
  mine: column.id(),
  said: column.json<CompanyLimit>(),
  removed: column.flag(),
});

export const companyLimits = {
  name: 'companyLimits',
  version: 1,
  types: ['company'],
  table: companyLimitsTable,
  row: rowFrom(/^company\/[0-9a-f]{32}\/limit:[A-Za-z0-9.-]+$/, companyBody, ({ mine, limit, removed = false }) => ({
    mine,
    said: limit,
    removed,
  })),
} as const satisfies Projection;
