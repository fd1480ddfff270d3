import { orThrow } from '../../vocabulary/result.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { Words } from '../../vocabulary/words.ts';
import { type Exact, exact } from '../decimal.ts';
import { factLabel } from '../facts/describe-fact.ts';
import { contentAtPressure } from '../gas/residual-content.ts';
import { judge } from '../judge.ts';
import { whatIf } from '../what-if/what-if.ts';
import type { Assessment } from './assess.ts';
import { fieldLabel } from './fields.ts';
import { coalOf } from './nodes.ts';
import type { SubId } from './steps.words.ts';
import type { FieldValues } from './values.ts';

/** One figure that would have to be reached: at least or at most, cut to the side that satisfies the law. */
export interface Target {
  readonly label: Words;
  readonly sign: '≥' | '≤';
  readonly amount: string;
  readonly unit: string;
  /** It says how much more, not how much in all. */
  readonly more: boolean;
}

/** Targets that together make a criterion pass; one way is enough. */
export type WayToPass = readonly Target[];

/** What it would take for a failing verdict of a unit to pass, every other figure as it is; empty where it does not fail. */
export function waysToPass(
  sub: SubId,
  assessment: Assessment,
  values: FieldValues,
  date: IsoDate,
): readonly WayToPass[] {
  const { verdict } = assessment.subs[sub];
  if (verdict.status !== 'fail') return [];
  const solved = whatIf(verdict.rule, verdict.facts, { date });
  const further = sub === 'desorbable' ? drainFurther(assessment, values, date) : [];
  // the content itself cannot be changed, only what it comes from
  const found = (solved.ok ? (solved.value ?? []) : []).filter(
    (way) => further.length === 0 || way.every(({ fact }) => fact !== 'desorbableContent_m3PerT'),
  );
  const ways = found.map((way) =>
    way.map(
      ({ fact, unit, to, direction }): Target => ({
        label: factLabel(fact),
        sign: direction === 'up' ? '≥' : '≤',
        amount: to,
        unit,
        more: false,
      }),
    ),
  );
  return [...further, ...ways];
}

/** The residual content that the limit of the desorbable allows, and what reaches it: more gas drained, or the pressure it stands for. */
function drainFurther({ amounts, subs }: Assessment, values: FieldValues, date: IsoDate): readonly WayToPass[] {
  const { content, desorbable, reserve } = amounts;
  const limit = subs.desorbable.verdict.results.limit_m3PerT;
  if (!content || !desorbable || typeof limit !== 'number') return [];
  const over = exact(desorbable.amount).minus(limit);
  const allowed = exact(content.amount).minus(over);
  const drain: Target | null =
    reserve === null
      ? null
      : {
          label: fieldLabel('drainedGas_m3'),
          sign: '≥',
          amount: over.times(reserve).toDecimalPlaces(0, UP).toFixed(),
          unit: 'm³',
          more: true,
        };
  const pressure = pressureFor(allowed, values, date);
  const lower: Target | null = pressure && {
    label: fieldLabel('residualPressure_MPa'),
    sign: '≤',
    amount: pressure.toFixed(),
    unit: 'MPa',
    more: false,
  };
  return [drain, lower].flatMap((target) => (target ? [[target]] : []));
}

const UP = 0;
const DOWN = 1;
const STEP = '0.001';

/** The highest residual pressure, to 0.001 MPa, whose content is still allowed; null where the coal is not known. */
function pressureFor(allowed: Exact, values: FieldValues, date: IsoDate): Exact | null {
  const coal = coalOf(values);
  if (!coal || coal.porosity_m3PerM3.isZero()) return null;
  const facts = Object.fromEntries(Object.entries(coal).map(([key, amount]) => [key, amount.toFixed()]));
  const solved = judge('gas.pressure.fromContent', { ...facts, residualContent_m3PerT: allowed.toFixed() }, { date });
  const value = orThrow(solved).results.value;
  if (typeof value !== 'number' || value <= 0) return null;
  const cut = exact(value).toDecimalPlaces(3, DOWN);
  return contentAtPressure(coal, cut).lte(allowed) ? cut : cut.minus(STEP);
}
