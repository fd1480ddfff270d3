import type { ReportGroup, ReportItem, ReportStatus } from '../inspection-report.ts';

export interface StatusCounts extends Readonly<Record<ReportStatus, number>> {
  readonly total: number;
  readonly answered: number;
}

/** How many rows stand how. What nobody could find out is counted apart and never with the passes. */
export function countItems(items: readonly ReportItem[]): StatusCounts {
  const having = (status: ReportStatus): number => items.filter((item) => item.status === status).length;
  const unanswered = having('unanswered');
  return {
    total: items.length,
    answered: items.length - unanswered,
    unanswered,
    pass: having('pass'),
    fail: having('fail'),
    unknown: having('unknown'),
    notApplicable: having('notApplicable'),
  };
}

export const itemsOf = (groups: readonly ReportGroup[]): readonly ReportItem[] => groups.flatMap(({ items }) => items);
