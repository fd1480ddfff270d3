import type { InspectionSummary } from '../../../electron/ports/inspection-models.ts';

export interface MineRow {
  readonly mine: string;
  readonly times: number;
  readonly last: string;
  readonly hydroType: InspectionSummary['hydroType'];
}

/** The mines that were inspected, the latest first; water type as last recorded. */
export function minesOf(inspections: readonly InspectionSummary[]): MineRow[] {
  const byMine = Map.groupBy(
    inspections.toSorted((a, b) => b.openedAt - a.openedAt),
    (one) => one.mine,
  );
  return [...byMine].flatMap(([mine, all]) => {
    const [newest] = all;
    return newest ? [{ mine, times: all.length, last: newest.date, hydroType: newest.hydroType }] : [];
  });
}
