import type { FactValue, Verdict } from '../../../vocabulary/verdict.ts';
import { answerBody, type answerOutcome } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** The shown answer of each check item, at a place where it repeats. */
export const answersTable = projectionTable('answers', {
  inspection: column.id(),
  item: column.id(),
  placeId: column.text(),
  outcome: column.id().$type<(typeof answerOutcome)['_output']>(),
  facts: column.json<Readonly<Record<string, FactValue>>>(),
  verdict: column.optionalJson<Verdict>(),
  byCompany: column.optionalJson<Verdict>(),
  reason: column.id(),
  override: column.text(),
  note: column.id(),
});

export const answers = {
  name: 'answers',
  version: 2,
  types: ['answer'],
  table: answersTable,
  under: { column: 'inspection', entity: 'inspection' },
  row: rowFrom(
    /^inspection\/([0-9a-f]{32})\/answer:([^@]+)(?:@([0-9a-f]{32}))?$/,
    answerBody,
    ({ outcome, facts, verdict, byCompany, reason, override, note }, [inspection, item, placeId]) => ({
      inspection,
      item,
      placeId: placeId || null,
      outcome,
      facts,
      verdict,
      byCompany: byCompany ?? null,
      reason,
      override,
      note,
    }),
  ),
} as const satisfies Projection;
