import type { EventRecord } from '../../db/record.ts';
import type { ReportPlan } from '../../reports/inspection-report.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import { owedOf } from './sheet-rows.ts';
import { readSource } from './sheet-source.ts';

/** Plans that no inspection stands for: nobody began them here, or they were taken back. */
export function reportPlans(record: EventRecord): ReportPlan[] {
  const plans = record.rows('plans');
  if (plans.length === 0) return [];
  const source = readSource(record);
  const begun = new Set(source.inspections.map(({ inspection }) => inspection));
  return plans
    .filter(({ inspection }) => !begun.has(inspection))
    .toSorted((a, b) => Date.parse(a.to) - Date.parse(b.to))
    .map(({ mine, no, from, to, inspection, places, officers, cancelled, author }) => ({
      mine,
      no,
      period: { from: isoDate.parse(from), to: isoDate.parse(to) },
      owed: owedOf(source, inspection, places, null).length,
      officers: officers.map(source.nameOf),
      cancelled: cancelled && {
        reason: cancelled.reason,
        by: source.nameOf(author),
        at: epochMs.parse(cancelled.at),
      },
    }));
}
