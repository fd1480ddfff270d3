import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import type { PlaceId } from '../../../vocabulary/ids.ts';

/** The row that still wants a reading: one of the place, else one of the whole mine. Null: no row asks for one. */
export function rowForPlace({ rows }: Pick<InspectionSheet, 'rows'>, placeId: PlaceId): SheetRow | null {
  const wanting = rows.filter((row) => row.missingEvidence.includes('detector'));
  return wanting.find((row) => row.placeId === placeId) ?? wanting.find((row) => row.placeId === null) ?? null;
}
