import { passOrFail } from '../compare-all.ts';
import { monthsBefore } from '../date-arithmetic.ts';
import { choice, date, flag } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { daysInOrder } from '../workings.ts';

const types = ['simple', 'medium', 'complex', 'extreme'] as const;

/**
 * The report on the hydrogeological type: of the last years (art. 284), its worst row taken, and no lower than the type the mine is
 * inspected as. A day in the future is no proof.
 */
export const typeCurrent = defineRule({
  id: 'water.type.current',
  families: ['safety'],
  facts: { hydroType: choice(types), typeReport_date: date(), reportedType: choice(types), worstRowTaken: flag() },
  statuses: { ...passOrFail, 'invalid-date': 'unknown' },
  onFail: { severity: 'general', actions: ['rectify'] },
  lists: ['fails'],
  evaluate: ({ hydroType, typeReport_date: day, reportedType, worstRowTaken }, law) => {
    const { value: months, citation } = law.limit('safety', 'type.months');
    const earliest = monthsBefore(law.date, Number(months));
    const future = day > String(law.date);
    const broken = {
      old: day < earliest,
      'worst-row': !worstRowTaken,
      lower: types.indexOf(reportedType) < types.indexOf(hydroType),
    };
    const fails = Object.entries(broken).flatMap(([name, is]) => (is ? [name] : []));
    return {
      outcome: fails.length > 0 ? 'fail' : future ? 'invalid-date' : 'pass',
      results: { fails },
      citations: [citation],
      workings: [daysInOrder({ t_min: earliest, t: day, t_0: law.date }, !broken.old && !future)],
    };
  },
});
