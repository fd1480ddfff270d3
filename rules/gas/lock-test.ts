import { passOrFail } from '../compare-all.ts';
import { daysBefore, monthsBefore } from '../date-arithmetic.ts';
import { date, flag } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { daysInOrder } from '../workings.ts';

/** Methane and fan locks are tried every fifteen days, where that may stop a local fan every six months (art. 492). */
export const lockTest = defineRule({
  id: 'gas.lock.test',
  families: ['safety'],
  facts: { lastLockTest_date: date(), mayStopLocalFan: flag(), inspection_date: date() },
  statuses: { ...passOrFail, 'invalid-date': 'unknown' },
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ lastLockTest_date: last, mayStopLocalFan, inspection_date: day }, law) => {
    const limit = law.limit('safety', mayStopLocalFan ? 'lock.fanMonths' : 'lock.days');
    const span = Number(limit.value);
    const earliest = mayStopLocalFan ? monthsBefore(day, span) : daysBefore(day, span);
    const outcome = last > day ? 'invalid-date' : last >= earliest ? 'pass' : 'fail';
    return {
      outcome,
      citations: [limit.citation],
      workings: [daysInOrder({ t_min: earliest, t: last, t_0: day }, outcome === 'pass')],
    };
  },
});
