import type { FactValue } from '../../vocabulary/verdict.ts';
import { factInput } from '../facts/describe-fact.ts';
import { findRule } from '../judge.ts';
import type { Criterion, PlacedFact } from './item.ts';

interface RuleCriterionOptions {
  readonly preset?: Readonly<Record<string, FactValue>>;
  readonly part?: string;
  readonly placed?: PlacedFact;
  readonly onlyAt?: Readonly<Record<string, readonly string[]>>;
  readonly confirm?: string;
  /** The flag is asked whatever the rule lists. */
  readonly always?: true;
}

/** Facts that the inspection itself knows: never asked. */
const contextKeys: ReadonlySet<string> = new Set(['hydroType', 'inspection_date']);

/** The row is judged by a rule; what the row fixes or the inspection knows is not asked. */
export function byRule(id: string, options: RuleCriterionOptions = {}): Criterion {
  const rule = findRule(id);
  if (rule === null) throw new Error(`no rule ${id}`);
  const preset = options.preset ?? {};
  const asked = rule.fields.filter(({ key }) => !contextKeys.has(key) && !(key in preset));
  return {
    kind: 'rule',
    rule: id,
    facts: asked.map(({ key, kind, options: choices, needed }) => factInput(key, kind, choices, needed)),
    preset,
    part: options.part ?? null,
    placed: options.placed ?? null,
    onlyAt: options.onlyAt ?? {},
    confirm: options.confirm === undefined ? null : factInput(options.confirm, 'flag', [], false),
    always: options.always ?? false,
  };
}
