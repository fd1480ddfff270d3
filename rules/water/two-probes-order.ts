import { passOrFail } from '../compare-all.ts';
import { date, optional } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { daysInOrder } from '../workings.ts';

const isBefore = (first: string | null, second: string | null): boolean =>
  first !== null && second !== null && first < second;

/** Geophysics, then drilling, then driving; the same day passes. A probe without a date was not done. */
export const twoProbesOrder = defineRule({
  id: 'water.twoProbes.order',
  families: ['safety', 'shanxi'],
  facts: { geophysics_date: optional(date()), drilling_date: optional(date()), heading_date: optional(date()) },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['stopHeading'] },
  lists: ['fails'],
  evaluate: ({ geophysics_date: geophysics, drilling_date: drilling, heading_date: heading }, law) => {
    const broken = {
      'no-geophysics': geophysics === null,
      'no-drilling': drilling === null,
      'drilling-before-geophysics': isBefore(drilling, geophysics),
      'heading-before-drilling': isBefore(heading, drilling),
      'heading-before-geophysics': isBefore(heading, geophysics),
    };
    const fails = Object.entries(broken).flatMap(([name, is]) => (is ? [name] : []));
    return {
      outcome: fails.length > 0 ? 'fail' : 'pass',
      results: { fails },
      citations: [law.clause('safety', 'probe.means'), law.clause('shanxi', 'principle')],
      workings: [daysInOrder({ t_1: geophysics, t_2: drilling, t_3: heading }, fails.length === 0)],
    };
  },
});
