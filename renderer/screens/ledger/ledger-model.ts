import type { InspectionSummary } from '../../../electron/ports/inspection-models.ts';

export interface MineRow {
  readonly mine: string;
  /** The newest first. */
  readonly inspections: readonly InspectionSummary[];
  readonly last: string;
  readonly hydroType: InspectionSummary['hydroType'];
  /** Items that failed or could not be found out when it was inspected last. */
  readonly fail: number;
  readonly unknown: number;
}

/** The mines that were inspected, the latest first; water type as last recorded. */
export function minesOf(inspections: readonly InspectionSummary[]): MineRow[] {
  const byMine = Map.groupBy(
    inspections.toSorted((a, b) => b.openedAt - a.openedAt),
    (one) => one.mine,
  );
  return [...byMine].flatMap(([mine, all]) => {
    const [newest] = all;
    if (!newest) return [];
    const { date: last, hydroType, counts } = newest;
    return [{ mine, inspections: all, last, hydroType, fail: counts.fail, unknown: counts.unknown }];
  });
}

export interface PersonRow {
  readonly certificateNo: string;
  readonly name: string;
  readonly mines: readonly string[];
  readonly times: number;
  readonly last: string;
}

/** The officers named in inspections, the latest first; two of one name are told apart by their certificates. */
export function peopleOf(inspections: readonly InspectionSummary[]): PersonRow[] {
  const named = inspections
    .toSorted((a, b) => b.openedAt - a.openedAt)
    .flatMap((inspection) => inspection.officers.map((officer) => ({ ...officer, inspection })));
  const byPerson = Map.groupBy(named, (one) => `${one.certificateNo}\n${one.name}`);
  return [...byPerson.values()].flatMap((all) => {
    const [newest] = all;
    if (!newest) return [];
    const { name, certificateNo, inspection } = newest;
    const mines = [...new Set(all.map((one) => one.inspection.mine))];
    return [{ name, certificateNo, mines, times: all.length, last: inspection.date }];
  });
}
