import type { TestPoint } from '../../vocabulary/test-point.ts';
import type { VerdictStatus } from '../../vocabulary/verdict.ts';
import { type Assessment, type Assessor, outcomeOf, severityOf, subIds } from './assess.ts';
import { withPoints } from './points.ts';
import type { SubId } from './steps.words.ts';
import type { Judged } from './subs.ts';
import type { Alternatives, FieldValues } from './values.ts';

const GRAVE: Readonly<Record<VerdictStatus, number>> = { notApplicable: 0, pass: 1, unknown: 2, fail: 3 };

/** The graver of what each recorded value gives: while tablets disagree nothing passes by the kinder of two figures. */
export function assessGravest(
  assess: Assessor,
  values: FieldValues,
  others: Alternatives,
  points: readonly TestPoint[] = [],
): Assessment {
  const judge = (said: FieldValues) => assess(withPoints(said, points));
  const shown = judge(values);
  const variants = Object.entries(others).flatMap(([key, list]) =>
    (list ?? []).map((value) => judge({ ...values, [key]: value })),
  );
  if (variants.length === 0) return shown;
  const all = [shown, ...variants];
  const gravest = (id: SubId): Judged =>
    all.map(({ subs }) => subs[id]).reduce((a, b) => (GRAVE[b.verdict.status] > GRAVE[a.verdict.status] ? b : a));
  const subs = { ...shown.subs };
  for (const id of subIds) subs[id] = gravest(id);
  const outcome = outcomeOf(subs);
  const working = [values.unitWorking, ...(others.unitWorking ?? [])].includes(true);
  return { ...shown, subs, outcome, severity: severityOf(outcome, { unitWorking: working }) };
}
