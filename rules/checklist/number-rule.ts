import { passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { count, number } from '../facts/fact.ts';
import { defineRule, type Rule } from '../rule.ts';
import { weigh } from '../workings.ts';
import type { CheckItem, Criterion } from './item.ts';

/** A row with one number as a rule of the row's first document: before that is in force there is no verdict. */
export function numberRule(item: CheckItem, criterion: Criterion & { readonly kind: 'number' }): Rule {
  const [{ key, kind, unit }] = criterion.facts;
  return defineRule({
    id: 'check.number',
    families: item.sources.slice(0, 1).map(([family]) => family),
    facts: { [key]: kind === 'count' ? count() : number() },
    statuses: passOrFail,
    evaluate: (facts) => {
      const given = facts[key] ?? Number.NaN;
      const value = typeof given === 'number' ? exact(given) : given;
      const { comparator, limit } = criterion;
      const bound = { value: limit, unit: unit ?? '', comparator, sense: 'must' } as const;
      const { broken, working } = weigh('x', value, bound);
      return { outcome: broken ? 'fail' : 'pass', citations: [], workings: [working] };
    },
  });
}
