import type { AssessmentRow } from '../../../electron/ports/assessment-models.ts';
import { type Assessment, createAssessor, stepStatus, subsOf } from '../../../rules/assessment/assess.ts';
import { type AssessedFigure, figuresOf, margin, shownFigure } from '../../../rules/assessment/figures.ts';
import { figureWords } from '../../../rules/assessment/figures.words.ts';
import { assessGravest } from '../../../rules/assessment/gravest.ts';
import { everyPoint, withPoints } from '../../../rules/assessment/points.ts';
import type { StepId, SubId } from '../../../rules/assessment/steps.words.ts';
import { type FieldValues, valuesOf } from '../../../rules/assessment/values.ts';
import { distinct } from '../../../rules/citations.ts';
import type { Citation } from '../../../vocabulary/verdict.ts';
import type { Working } from '../../../vocabulary/working.ts';

export const stepIds: readonly StepId[] = [
  'required',
  'base',
  'pump',
  'layout',
  'residual',
  'desorbable',
  'outburst',
  'faceRate',
  'air',
  'mineRate',
];

/** A unit with its verdicts, as the lists show it. */
export interface UnitView {
  readonly row: AssessmentRow;
  readonly assessment: Assessment;
  readonly values: FieldValues;
  readonly changedAt: number;
  readonly isEmpty: boolean;
}

export function viewOfUnit(row: AssessmentRow): UnitView {
  const { values: said, others } = valuesOf(row.figures);
  const points = everyPoint(row.points);
  const values = withPoints(said, points);
  const assessment = assessGravest(createAssessor(row.date), said, others, points);
  const times = [...row.figures, ...row.points].map(({ savedAt }) => savedAt);
  return {
    row,
    assessment,
    values,
    changedAt: Math.max(row.openedAt, ...times),
    isEmpty: Object.keys(values).length === 0,
  };
}

/** How many criteria failed and how many lack something; steps, as the person sees them. */
export function countSteps(assessment: Assessment, values: Parameters<typeof stepStatus>[2]) {
  const statuses = stepIds.map((step) => stepStatus(step, assessment, values));
  return {
    fail: statuses.filter((status) => status === 'fail').length,
    unknown: statuses.filter((status) => status === 'unknown' || status === 'unanswered').length,
  };
}

/** The figure a step is known by: the first of its verdicts that has one, one that is broken before the others. */
export function leadFigure(step: StepId, assessment: Assessment): AssessedFigure | null {
  if (step === 'residual') return contentFigure(assessment);
  const found = subsOf(step).flatMap((id) => figuresOf(id, assessment.subs[id].verdict));
  return found.find((figure) => margin(figure)?.kept === false) ?? found[0] ?? null;
}

/** The content that is judged, whichever way it is known. */
const contentFigure = ({ amounts: { content } }: Assessment): AssessedFigure | null =>
  content && {
    label: figureWords.content,
    amount: content.amount,
    unit: 'm³/t',
    limit: null,
    comparator: '<=',
    basis: { citations: [], workings: [] },
  };

/** The failing verdict of a step, which a finding is raised from. */
export const failingSub = (step: StepId, { subs }: Assessment): SubId | null =>
  subsOf(step).find((id) => subs[id].verdict.status === 'fail') ?? null;

/** The same unit in earlier quarters, the oldest first, this one last. */
export function quartersOf(row: AssessmentRow, all: readonly AssessmentRow[], most: number): readonly AssessmentRow[] {
  const at = (one: AssessmentRow) => one.year * 4 + one.quarter;
  return all
    .filter((one) => one.mine === row.mine && one.face === row.face && one.name === row.name && at(one) <= at(row))
    .filter((one) => one.assessmentId === row.assessmentId || at(one) < at(row))
    .sort((a, b) => at(a) - at(b))
    .slice(-most);
}

/** The quarter just before, where the unit was assessed then. */
export function lastQuarter(row: AssessmentRow, all: readonly AssessmentRow[]): AssessmentRow | null {
  const before = quartersOf(row, all, all.length).at(-2);
  return before && before.year * 4 + before.quarter === row.year * 4 + row.quarter - 1 ? before : null;
}

/** Words of a figure with its limit, as numbers and units: `5.32 m³/t`. */
export const withUnit = (amount: string, unit: string): string => `${amount}\u00a0${unit}`.trimEnd();
export const amountText = ({ amount, unit, limit }: AssessedFigure): string =>
  withUnit(shownFigure(amount, limit), unit);
export const limitText = ({ limit, unit }: AssessedFigure): string =>
  limit === null ? '' : withUnit(shownFigure(limit, null), unit);

/** The lines of arithmetic of a step; where it rests on another step's amount, those first. */
export function workingsOf(step: StepId, { subs, amounts }: Assessment): readonly Working[] {
  const own = subsOf(step).flatMap((id) => subs[id].verdict.workings);
  const from = amounts.content?.from;
  if (step !== 'desorbable' && step !== 'outburst') return own;
  const before: readonly SubId[] =
    from === 'pressure' ? ['pressure'] : from === 'balance' ? ['reserve', 'balance'] : [];
  const free = step === 'desorbable' && from !== 'pressure' ? (amounts.desorbable?.workings ?? []) : [];
  return [...before.flatMap((id) => subs[id].verdict.workings), ...free, ...own];
}

/** The documents behind the verdicts of a step. */
export const citationsOf = (step: StepId, { subs }: Assessment): readonly Citation[] =>
  distinct(subsOf(step).flatMap((id) => subs[id].verdict.citations));
