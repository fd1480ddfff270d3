import { passOrFail } from '../compare-all.ts';
import { daysBetween } from '../date-arithmetic.ts';
import { exact } from '../decimal.ts';
import { date } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, daysInOrder } from '../workings.ts';

/** Days since the last calibration (art. 492): fifteen at most. */
export const detectorCalibration = defineRule({
  id: 'gas.detector.calibration',
  families: ['safety'],
  facts: { lastCalibration_date: date(), inspection_date: date() },
  statuses: { ...passOrFail, 'invalid-date': 'unknown' },
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ lastCalibration_date: last, inspection_date: day }, law) => {
    const limit = law.limit('safety', 'calibration.days');
    const elapsed = daysBetween(last, day);
    const { broken, working, citation } = compare('t', exact(elapsed), limit);
    return {
      outcome: elapsed < 0 ? 'invalid-date' : broken ? 'fail' : 'pass',
      results: { elapsed_d: elapsed, limit_d: exact(limit.value).toNumber() },
      citations: [citation],
      workings: [working],
    };
  },
});

/** The certificate's own date decides, its last day included. */
export const detectorCertificate = defineRule({
  id: 'gas.detector.certificate',
  families: ['certificate'],
  facts: { validUntil_date: date(), inspection_date: date() },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ validUntil_date: until, inspection_date: day }, law) => ({
    outcome: day <= until ? 'pass' : 'fail',
    citations: [law.clause('certificate', 'validUntil')],
    workings: [daysInOrder({ t: day, t_end: until }, day <= until)],
  }),
});
