import type { IsoDate } from '../../vocabulary/time.ts';
import type { Citation, Severity, VerdictStatus } from '../../vocabulary/verdict.ts';
import { ownPart } from '../packs/company.ts';
import { citationOf, packInForce } from '../packs/law.ts';
import type { Pack } from '../packs/pack.ts';
import { type FieldKey, fieldsOf } from './fields.ts';
import { type AmountId, type Amounts, amountNodes } from './nodes.ts';
import type { StepId, SubId } from './steps.words.ts';
import { type Judged, subSpecs } from './subs.ts';
import type { FieldValues } from './values.ts';

export type Subs = Readonly<Record<SubId, Judged>>;

/** One unit as it is judged on what is known of it. */
export interface Assessment {
  readonly subs: Subs;
  readonly amounts: Amounts;
  /** Of the whole unit: one failure fails it, what is not known never passes. */
  readonly outcome: VerdictStatus;
  /** Not up to standard while it is being worked is one of the major hazards. */
  readonly severity: Severity | null;
}

/** Judges a unit again and again, evaluating only what depends on a field that changed. */
export type Assessor = (values: FieldValues) => Assessment;

const amountIds: readonly AmountId[] = ['reserve', 'content', 'desorbable'];
export const subIds: readonly SubId[] = [
  'required',
  'base',
  'pump',
  'suction',
  'uniformity',
  'points',
  'reserve',
  'balance',
  'pressure',
  'desorbable',
  'outburst',
  'faceRate',
  'air',
  'mineRate',
];

/** Whatever a verdict or an amount read, by identity: the same inputs give what they gave before. */
interface Kept {
  readonly inputs: readonly unknown[];
  readonly output: unknown;
}

const pick = (values: FieldValues, reads: readonly FieldKey[]): FieldValues =>
  Object.fromEntries(reads.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])));

const sameInputs = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => isSame(one, b[at]));
const isSame = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** `heard` is told the name of everything that is evaluated; `packs` are others than those in use, as with the figures of a mine. */
export function createAssessor(
  date: IsoDate,
  heard: (evaluated: string) => void = () => {},
  packs?: readonly Pack[],
): Assessor {
  const kept = new Map<string, Kept>();
  /** What `compute` gave for these inputs; it is asked again only when one of them is another. */
  function remembered<T>(name: string, inputs: readonly unknown[], compute: () => T): T {
    const before = kept.get(name);
    if (before && sameInputs(before.inputs, inputs)) return outputOf<T>(before);
    heard(name);
    const output = compute();
    kept.set(name, { inputs, output });
    return output;
  }
  return (values) => {
    let amounts: Amounts = { reserve: null, content: null, desorbable: null };
    const inputsOf = (reads: readonly FieldKey[], uses: readonly AmountId[]) => [
      ...reads.map((key) => values[key] ?? null),
      ...uses.map((id) => amounts[id]),
    ];
    for (const id of amountIds) {
      const { reads, uses, compute } = amountNodes[id];
      const amount = remembered(`amount:${id}`, inputsOf(reads, uses), () =>
        compute(pick(values, reads), amounts, date),
      );
      amounts = { ...amounts, [id]: amount };
    }
    const judgeSub = (id: SubId): Judged => {
      const { reads, uses, judge } = subSpecs[id];
      return remembered(id, inputsOf(reads, uses), () => judge(pick(values, reads), amounts, { date, packs }));
    };
    const subs = judgeAll(judgeSub);
    const outcome = outcomeOf(subs);
    return { subs, amounts, outcome, severity: severityOf(outcome, values) };
  };
}

/** What was put under a name is of the type that is asked under it. */
const outputOf = <T>({ output }: Kept): T => output as T;

const judgeAll = (judge: (id: SubId) => Judged): Subs => ({
  required: judge('required'),
  base: judge('base'),
  pump: judge('pump'),
  suction: judge('suction'),
  uniformity: judge('uniformity'),
  points: judge('points'),
  reserve: judge('reserve'),
  balance: judge('balance'),
  pressure: judge('pressure'),
  desorbable: judge('desorbable'),
  outburst: judge('outburst'),
  faceRate: judge('faceRate'),
  air: judge('air'),
  mineRate: judge('mineRate'),
});

/** Formulas only compute; every other verdict counts. A mine that need not drain is not held against the rest. */
export function outcomeOf(subs: Subs): VerdictStatus {
  const judged = subIds.filter((id) => !subSpecs[id].computes).map((id) => subs[id].verdict);
  if (judged.some(({ status }) => status === 'fail')) return 'fail';
  if (subs.required.verdict.outcome === 'not-required') return 'notApplicable';
  return judged.some(({ status }) => status === 'unknown') ? 'unknown' : 'pass';
}

export const severityOf = (outcome: VerdictStatus, { unitWorking }: FieldValues): Severity | null =>
  outcome !== 'fail' ? null : unitWorking === true ? 'major' : 'general';

/** What the mine's own stricter figures say beside the law's verdicts, where they have a part; `own` is by the packs with them in. */
export function ownSubs(law: Assessment, own: Assessment): Partial<Record<SubId, Judged>> {
  return Object.fromEntries(
    subIds.flatMap((id) => {
      const verdict = ownPart(law.subs[id].verdict, own.subs[id].verdict);
      return verdict ? [[id, { verdict, missing: own.subs[id].missing }]] : [];
    }),
  );
}

/** The document that makes working such a unit a major hazard; null on a day without one. */
export function majorHazardOf(date: IsoDate): Citation | null {
  const pack = packInForce('hazard', date);
  const clause = pack?.clauses.find(({ key }) => key === 'drainage');
  return pack && clause ? citationOf(pack, clause) : null;
}

/** The subs of one step in their order. */
export const subsOf = (step: StepId): readonly SubId[] => subIds.filter((id) => subSpecs[id].step === step);

const grave = ['notApplicable', 'pass', 'unknown', 'fail'] as const satisfies readonly VerdictStatus[];

/** How a step stands: as the gravest of its verdicts; `unanswered` while none of its own fields is filled in. */
export function stepStatus(step: StepId, { subs }: Assessment, values: FieldValues): VerdictStatus | 'unanswered' {
  const statusOf = (id: SubId) => subs[id].verdict.status;
  const [formulas, criteria] = [true, false].map((computes) =>
    subsOf(step).filter((id) => (subSpecs[id].computes ?? false) === computes),
  );
  const computed = formulas?.some((id) => statusOf(id) === 'notApplicable') ? [] : (formulas ?? []);
  const counted = [...(criteria ?? []), ...computed].map((id) => grave.indexOf(statusOf(id)));
  const worst = grave[Math.max(0, ...counted)] ?? 'unknown';
  const untouched = fieldsOf(step).every((key) => values[key] === undefined || values[key] === null);
  return untouched && worst === 'unknown' ? 'unanswered' : worst;
}
