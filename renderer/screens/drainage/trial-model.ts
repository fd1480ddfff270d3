import { type FactInput, factInput } from '../../../rules/facts/describe-fact.ts';
import { findRule, judge } from '../../../rules/judge.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { type IsoDate, isoDate } from '../../../vocabulary/time.ts';
import type { Verdict } from '../../../vocabulary/verdict.ts';
import { decimalOf, numberTrouble } from '../../parts/number-text.ts';

/** The drainage rules that can be tried with figures alone. */
export const trialRules = [
  'gas.desorbable.limit',
  'gas.face.drainageRate',
  'gas.mine.drainageRate',
  'gas.residual.byPressure',
  'gas.uniformity.eta',
] as const;

/** What one types for each fact, as text. */
export type Typed = Readonly<Record<string, string>>;

/** The inputs of a rule in the order it names them; empty where the rule is not known or asks for more than figures. */
export function inputsOf(ruleId: string): readonly FactInput[] {
  const fields = findRule(ruleId)?.fields ?? [];
  if (fields.some((field) => field.kind !== 'number' && field.kind !== 'count')) return [];
  return fields.map((field) => factInput(field.key, field.kind, field.options, field.needed));
}

export type Trial =
  | { readonly is: 'waiting'; readonly missing: readonly FactInput[] }
  | { readonly is: 'judged'; readonly verdict: Verdict }
  | { readonly is: 'fault'; readonly fault: Fault };

const figure = (input: FactInput, text: string): string | number | null => {
  const decimal = decimalOf(text);
  if (decimal === null) return null;
  return input.kind === 'count' ? Number(decimal) : decimal;
};

/** The verdict on what is typed so far. What is missing is named and never taken as 0. */
export function tryRule(ruleId: string, typed: Typed, day: string): Trial {
  const inputs = inputsOf(ruleId);
  const missing = inputs.filter((input) => {
    const text = typed[input.key] ?? '';
    if (numberTrouble(text, input.unit ?? '', true) !== null) return true;
    return input.needed && decimalOf(text) === null;
  });
  const date = isoDate.safeParse(day);
  if (missing.length > 0 || !date.success) return { is: 'waiting', missing };
  const facts = Object.fromEntries(inputs.map((input) => [input.key, figure(input, typed[input.key] ?? '')]));
  return judged(ruleId, facts, date.data);
}

function judged(ruleId: string, facts: Readonly<Record<string, unknown>>, date: IsoDate): Trial {
  const result = judge(ruleId, facts, { date });
  return result.ok ? { is: 'judged', verdict: result.value } : { is: 'fault', fault: result.fault };
}
