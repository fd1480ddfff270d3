import type { Citation, Severity } from '../../../vocabulary/verdict.ts';
import { findingBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Hazards raised from failed items. */
export const findingsTable = projectionTable('findings', {
  finding: column.id(),
  inspection: column.id(),
  item: column.id(),
  placeId: column.text(),
  assessment: column.text(),
  mine: column.text(),
  fact: column.id(),
  severity: column.id().$type<Severity>(),
  citations: column.json<readonly Citation[]>(),
  decision: column.text(),
  state: column.id(),
});

export const findings = {
  name: 'findings',
  version: 5,
  types: ['finding'],
  table: findingsTable,
  indexes: [
    'inspection',
    // All that a line of a list shows, so that a page is read from the index alone. Time goes up in each, and lists are read from its end: a tree that grows at
    // the front of its groups stays half empty.
    'mine, state, wall, subject, generation, finding, inspection, item, placeId, assessment, fact, severity',
    // The text alone, so that looking through a mine reads a third of that.
    'mine, state, wall, subject, generation, fact',
    'severity, wall, subject, generation',
    'wall, subject, generation',
  ],
  words: 'fact',
  row: rowFrom(/^finding\/([0-9a-f]{32})\/finding$/, findingBody, (body, [finding]) => ({
    finding,
    inspection: body.inspection,
    item: body.item,
    placeId: body.placeId ?? null,
    assessment: body.assessment ?? null,
    mine: body.mine ?? null,
    fact: body.fact,
    severity: body.severity,
    citations: body.citations,
    decision: body.decision,
    state: body.state,
  })),
} as const satisfies Projection;
