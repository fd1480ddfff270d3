import type { InspectionSheet, InspectionSummary } from '../../electron/ports/inspection-models.ts';
import { type Answer, useInspections, useSheet } from '../ports/questions.ts';
import { useNavigation } from './navigation.tsx';

/** The inspection one works on: the one chosen, else the newest that is not signed, else the newest. */
export function chooseInspection(
  all: readonly InspectionSummary[],
  chosen: string | null,
): InspectionSummary | undefined {
  const byTime = all.toSorted((a, b) => b.openedAt - a.openedAt);
  return byTime.find((one) => one.inspectionId === chosen) ?? byTime.find((one) => one.signedAt === null) ?? byTime[0];
}

export interface CurrentInspection {
  readonly summary: InspectionSummary | undefined;
  readonly sheet: Answer<InspectionSheet>;
  readonly list: Answer<InspectionSummary[]>;
}

/** Answers are undefined while they are fetched; an empty list is an answer. */
export function useCurrentInspection(): CurrentInspection {
  const { place } = useNavigation();
  const list = useInspections();
  const summary = chooseInspection(list.value ?? [], place.inspectionId);
  const sheet = useSheet(summary?.inspectionId ?? null);
  return { summary: sheet.value?.summary ?? summary, sheet, list };
}
