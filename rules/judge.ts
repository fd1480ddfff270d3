import { fail, type Result } from '../vocabulary/result.ts';
import type { IsoDate } from '../vocabulary/time.ts';
import type { Verdict } from '../vocabulary/verdict.ts';
import type { Pack } from './packs/pack.ts';
import { rules } from './registry.ts';
import type { Rule } from './rule.ts';

const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

export const findRule = (id: string): Rule | null => rulesById.get(id) ?? null;

/** By which editions: the day of the inspection, and the packs where not those in use. */
export interface JudgedAt {
  readonly date: IsoDate;
  readonly packs?: readonly Pack[] | undefined;
}

/**
 * The verdict of one rule on the facts, by the edition in force on `date` (the day of the inspection).
 * Faults: `unknown_rule`; `bad_facts` with the key of the fact that is not of its kind. What cannot be decided is a
 * verdict `unknown` with its reason and never a fault.
 */
export function judge(id: string, facts: Readonly<Record<string, unknown>>, at: JudgedAt): Result<Verdict> {
  const rule = findRule(id);
  return rule === null ? fail({ code: 'unknown_rule', rule: id }) : rule.judge(facts, at.date, at.packs);
}
