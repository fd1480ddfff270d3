import type { CheckItem } from '../../../../rules/checklist/item.ts';
import { type FactInput, factInput } from '../../../../rules/facts/describe-fact.ts';
import { findRule } from '../../../../rules/judge.ts';
import type { IsoDate } from '../../../../vocabulary/time.ts';
import type { FactValue, Verdict } from '../../../../vocabulary/verdict.ts';
import { readFacts, type Typed, type TypedFacts } from '../fact-entry.ts';

/** The calculators of mine water, in the order of the rules they stand for. */
export const calculatorRules = [
  'water.type.classify',
  'water.aquifer.richness',
  'water.staffing',
  'water.drill.lead',
  'water.drill.spacing',
  'water.drill.holeCount',
  'water.casing.pressureTest',
  'water.drill.pressureControls',
  'water.probe.permittedAdvance',
  'water.release.capacity',
  'water.inrush.coefficient',
  'water.threeZones.floor',
  'water.pillar.width',
  'water.pumps.capacity',
  'water.sump.capacity',
  'water.sump.empty',
] as const;
export type CalculatorRule = (typeof calculatorRules)[number];

const isCalculator = (rule: string): rule is CalculatorRule => calculatorRules.some((one) => one === rule);

/** Rows whose own criterion is another, and that are answered with the help of a calculator. */
const helped: Readonly<Record<string, CalculatorRule>> = {
  'water.people.specialist-count': 'water.staffing',
  'water.people.deputy-chief': 'water.staffing',
  'water.people.institution': 'water.staffing',
  'water.team.dedicated': 'water.staffing',
  'water.equipment.dedicated-rigs': 'water.staffing',
  'water.exploration.lead-goaf': 'water.drill.lead',
  'water.exploration.actual-holes': 'water.drill.holeCount',
  'water.zones.type-current': 'water.type.classify',
  'water.zones.face-inside-mineable': 'water.threeZones.floor',
};

/** The calculator that stands behind a row, or null. */
export function calculatorOf({ id, criterion }: Pick<CheckItem, 'id' | 'criterion'>): CalculatorRule | null {
  if (criterion.kind === 'rule' && isCalculator(criterion.rule)) return criterion.rule;
  return helped[id] ?? null;
}

export const fieldsOfRule = (rule: CalculatorRule): readonly FactInput[] =>
  (findRule(rule)?.fields ?? []).map(({ key, kind, options, needed }) => factInput(key, kind, options, needed));

/** One figure under two names: what a rule gives or asks, and what another asks for the same thing. */
const sameFigures: readonly (readonly [string, string])[] = [
  ['lead_m', 'leadDistance_m'],
  ['coefficient_MPaPerM', 'inrushCoefficient_MPaPerM'],
];
const otherNames = (key: string): readonly string[] =>
  sameFigures.flatMap((pair) => (pair.some((name) => name === key) ? pair.filter((name) => name !== key) : []));

/** What stands under a key or under its other name. */
export const typedUnder = (typed: TypedFacts, key: string): Typed | undefined =>
  [key, ...otherNames(key)].map((name) => typed[name]).find((value) => value !== undefined && value !== '');

/** The figures of the calculator that a row asks for, under the row's own keys. */
export const flowingInto = (fields: readonly FactInput[], typed: TypedFacts): Readonly<Record<string, Typed>> =>
  Object.fromEntries(
    fields.flatMap(({ key }) => {
      const value = typedUnder(typed, key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );

export interface Calculated {
  readonly verdict: Verdict | null;
  readonly bad: readonly string[];
}

/** The verdict of a rule on what was typed; nothing is recorded. `preset` is what the inspection itself knows. */
export function calculate(
  rule: CalculatorRule,
  typed: TypedFacts,
  date: IsoDate,
  preset: Readonly<Record<string, FactValue>> = {},
): Calculated {
  const fields = fieldsOfRule(rule);
  const { facts, bad } = readFacts(
    fields,
    Object.fromEntries(fields.map(({ key }) => [key, typedUnder(typed, key) ?? ''])),
  );
  const judged = findRule(rule)?.judge({ ...preset, ...facts }, date);
  return { verdict: judged?.ok ? judged.value : null, bad };
}

/** What a verdict gives to the next calculator: the coefficient to the zone, the type to the staffing. */
export function givenOn({ rule, status, outcome, results }: Verdict): TypedFacts {
  if (status === 'unknown') return {};
  const { coefficient_MPaPerM: coefficient } = results;
  return {
    ...(typeof coefficient === 'number' ? { coefficient_MPaPerM: String(coefficient) } : {}),
    ...(rule === 'water.type.classify' ? { hydroType: outcome } : {}),
  };
}
