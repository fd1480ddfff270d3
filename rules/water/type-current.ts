import { passOrFail } from '../compare-all.ts';
import { choice, date, flag } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { daysInOrder } from '../workings.ts';
import { monthsBefore } from './date-rules.ts';

const types = ['simple', 'medium', 'complex', 'extreme'] as const;
const YEARS_3 = 36;

/**
 * The report on the hydrogeological type: of the last three years, its worst row taken, and no lower than the type the mine is
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
    const earliest = monthsBefore(law.date, YEARS_3);
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
      citations: [law.clause('safety', 'water.classify')],
      workings: [daysInOrder({ t_min: earliest, t: day, t_0: law.date }, !broken.old && !future)],
    };
  },
});
