import { type PlanDraft, planDraft } from '../../../electron/ports/plan-models.ts';
import { type Group, groupsOfPack } from '../../../rules/checklist/item.ts';
import { type MissingField, missingOf, type OpenForm } from './draft.ts';

/** A plan as typed: what an inspection is opened with, and when, how far, and who checks what. */
export interface PlanForm extends OpenForm {
  readonly from: string;
  readonly to: string;
  /** Metres from the place before, by the number of the place's row. */
  readonly distances: Readonly<Record<number, string>>;
  /** By the part's key, the number of the officer's row. */
  readonly assigned: Readonly<Record<string, number>>;
}

/** A part that one officer checks, with the key it has in the form. */
export type FormPart = { readonly key: string; readonly group: Group } | { readonly key: string; readonly row: number };

export type MissingInPlan = MissingField | 'period';

const filled = (form: PlanForm) => ({
  places: form.places.filter((one) => one.name.trim() !== ''),
  officers: form.officers.filter((one) => one.name.trim() !== ''),
});

/** Everything that can be given to an officer: the places in walking order, then the groups of the whole mine. */
export const partsOf = (form: PlanForm): FormPart[] => [
  ...filled(form).places.map(({ row }) => ({ key: `place ${row}`, row })),
  ...form.packs.flatMap((pack) => groupsOfPack[pack].map((group) => ({ key: `group ${group}`, group }))),
];

export function missingInPlan(form: PlanForm): MissingInPlan[] {
  const missing: MissingInPlan[] = missingOf(form);
  if (form.from === '' || form.to === '' || form.from > form.to) missing.push('period');
  return missing;
}

/** The plan as it is sent; null while something is missing. */
export function planOf(form: PlanForm): PlanDraft | null {
  if (missingInPlan(form).length > 0) return null;
  const { places, officers } = filled(form);
  const assignments = partsOf(form).flatMap((part): PlanDraft['assignments'] => {
    const officer = officers.findIndex(({ row }) => row === form.assigned[part.key]);
    if (officer < 0) return [];
    if ('group' in part) return [{ officer, part: { group: part.group } }];
    return [{ officer, part: { place: places.findIndex(({ row }) => row === part.row) } }];
  });
  const parsed = planDraft.safeParse({
    no: form.planNo,
    kind: form.kind,
    mine: form.mine,
    hydroType: form.hydroType,
    packs: form.packs,
    period: { from: form.from, to: form.to },
    places: places.map(({ row, code, name, kind }) => ({
      code,
      name,
      ...(kind ? { kind } : {}),
      fromPrevious_m: metres(form.distances[row]),
    })),
    officers: officers.map(({ name, certificateNo }) => ({ name, certificateNo })),
    assignments,
  });
  return parsed.success ? parsed.data : null;
}

const metres = (typed: string | undefined): number | null => {
  const length = Number.parseInt(typed ?? '', 10);
  return Number.isFinite(length) && length > 0 ? length : null;
};
