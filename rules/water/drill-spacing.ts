import { allOf, passOrFail } from '../compare-all.ts';
import { flag, number, optional } from '../facts/fact.ts';
import { defineRule, lacking } from '../rule.ts';
import { compare } from '../workings.ts';

/** Distance between hole ends where goaf is unclear; the vertical one counts in thick seams. */
export const drillSpacing = defineRule({
  id: 'water.drill.spacing',
  families: ['water'],
  facts: { horizontalSpacing_m: number(), verticalSpacing_m: optional(number()), thickSeam: flag() },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['stopHeading'] },
  lists: ['fails'],
  evaluate: ({ horizontalSpacing_m: across, verticalSpacing_m: upright, thickSeam }, law) => {
    const horizontal = compare('d', across, law.limit('water', 'spacing.horizontal'));
    if (!thickSeam) return allOf({ horizontal });
    if (upright === null) return lacking('verticalSpacing_m');
    return allOf({ horizontal, vertical: compare('h', upright, law.limit('water', 'spacing.vertical')) });
  },
});
