import { type InspectionDraft, inspectionDraft } from '../../../electron/ports/inspection-models.ts';
import type { ChecklistPack, PlaceCode, PlaceKind } from '../../../vocabulary/place.ts';

/** The form as typed. Rows carry a number of their own, so that taking one away moves nothing else. */
export interface OpenForm {
  readonly mine: string;
  readonly kind: InspectionDraft['kind'];
  /** Nothing until somebody has chosen: it decides which rows are asked. */
  readonly hydroType: InspectionDraft['hydroType'] | '';
  /** Which checklists; both where a visit is for both. */
  readonly packs: readonly ChecklistPack[];
  readonly planNo: string;
  readonly places: readonly {
    readonly row: number;
    readonly code: PlaceCode | '';
    readonly kind?: PlaceKind | undefined;
    readonly name: string;
  }[];
  readonly officers: readonly { readonly row: number; readonly name: string; readonly certificateNo: string }[];
}

export type MissingField = 'mine' | 'hydroType' | 'placeCode' | 'twoOfficers' | 'officerName' | 'officerNo';

const written = (text: string): boolean => text.trim() !== '';

/** What still keeps the inspection from being opened: the law wants two officers. Empty rows do not count. */
export function missingOf(form: OpenForm): MissingField[] {
  const officers = form.officers.filter((one) => written(one.name) || written(one.certificateNo));
  const missing: MissingField[] = [];
  if (!written(form.mine)) missing.push('mine');
  if (form.hydroType === '') missing.push('hydroType');
  if (form.places.some((one) => written(one.name) && one.code === '')) missing.push('placeCode');
  if (officers.length < 2) missing.push('twoOfficers');
  if (officers.some((one) => !written(one.name))) missing.push('officerName');
  if (officers.some((one) => !written(one.certificateNo))) missing.push('officerNo');
  return missing;
}

/** The draft as it is sent, without its empty rows; null while something is missing. */
export function draftOf(form: OpenForm): InspectionDraft | null {
  if (missingOf(form).length > 0) return null;
  const parsed = inspectionDraft.safeParse({
    mine: form.mine,
    kind: form.kind,
    hydroType: form.hydroType,
    packs: form.packs,
    planNo: form.planNo.trim(),
    places: form.places
      .filter((one) => written(one.name))
      .map(({ code, name, kind }) => ({ code, name, ...(kind ? { kind } : {}) })),
    officers: form.officers
      .filter((one) => written(one.name))
      .map(({ name, certificateNo }) => ({ name, certificateNo })),
  });
  return parsed.success ? parsed.data : null;
}
