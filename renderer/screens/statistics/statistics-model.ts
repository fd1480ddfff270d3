import type { Counts, InspectionSummary } from '../../../electron/ports/inspection-models.ts';

export const answered = (counts: Counts): number => counts.total - counts.unanswered;

/** Settled rows: unknown, and passes that lack their evidence (which stand as unknown), never count. */
export const settled = (counts: Counts): number => counts.pass + counts.fail + counts.notApplicable;

/** All inspections together. */
export function totalOf(inspections: readonly InspectionSummary[]): Counts {
  const zero: Counts = { total: 0, pass: 0, fail: 0, unknown: 0, notApplicable: 0, unanswered: 0 };
  return inspections.reduce(
    (sum, { counts }) => ({
      total: sum.total + counts.total,
      pass: sum.pass + counts.pass,
      fail: sum.fail + counts.fail,
      unknown: sum.unknown + counts.unknown,
      notApplicable: sum.notApplicable + counts.notApplicable,
      unanswered: sum.unanswered + counts.unanswered,
    }),
    zero,
  );
}
