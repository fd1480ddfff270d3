import type { FindingRow, InspectionSheet } from '../../../electron/ports/inspection-models.ts';

/** A finding with the names of its mine and place; `place` is null for the whole mine. */
export interface Listed {
  readonly finding: FindingRow;
  readonly mine: string;
  readonly place: string | null;
}

/** All findings, the newest first. */
export const findingsOf = (sheets: readonly InspectionSheet[]): Listed[] =>
  sheets
    .flatMap((sheet) =>
      sheet.findings.map((finding) => ({
        finding,
        mine: sheet.summary.mine,
        place: sheet.places.find((place) => place.placeId === finding.placeId)?.name ?? null,
      })),
    )
    .toSorted((a, b) => b.finding.savedAt - a.finding.savedAt);
