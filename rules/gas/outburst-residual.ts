import { exact } from '../decimal.ts';
import { flag, measured, number, optional } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Effect of drainage in outburst seams: every index given must lie below its critical value, and no 喷孔/顶钻. */
export const outburstResidual = defineRule({
  id: 'gas.outburst.residual',
  families: ['drainage', 'outburst'],
  facts: {
    residualPressure_MPa: optional(measured({ beyond: 'above', range: 'nonnegative' })),
    residualContent_m3PerT: optional(measured({ beyond: 'above', range: 'nonnegative' })),
    blowoutOrStuckDrill: flag(),
    criticalPressure_MPa: number('positive'),
    criticalContent_m3PerT: number('positive'),
  },
  statuses: { pass: 'pass', fail: 'fail', 'not-assessed': 'unknown' },
  onFail: { severity: 'general', actions: ['stopHeading', 'rectify'] },
  lists: ['exceeded'],
  evaluate: (facts, law) => {
    const { residualPressure_MPa: pressure, residualContent_m3PerT: content, blowoutOrStuckDrill: stuck } = facts;
    const citations = [law.clause('drainage', 'residual'), law.clause('outburst', 'residual')];
    if (pressure === null && content === null && !stuck)
      return { outcome: 'not-assessed', results: { exceeded: [], condemnedRadius_m: null }, citations };
    const radius = law.limit('drainage', 'condemnedRadius');
    const below = { ...radius, comparator: '<' as const };
    const byPressure =
      pressure && compare('P', pressure, { ...below, unit: 'MPa', value: facts.criticalPressure_MPa, symbol: 'P_cr' });
    const byContent =
      content && compare('W', content, { ...below, unit: 'm³/t', value: facts.criticalContent_m3PerT, symbol: 'W_cr' });
    const exceeded = [
      ...(byPressure?.broken ? ['pressure'] : []),
      ...(byContent?.broken ? ['content'] : []),
      ...(stuck ? ['blowout-or-stuck'] : []),
    ];
    const bad = exceeded.length > 0;
    return {
      outcome: bad ? 'fail' : 'pass',
      results: { exceeded, condemnedRadius_m: bad ? exact(radius.value).toNumber() : null },
      citations,
      workings: [byPressure, byContent].flatMap((part) => (part === null ? [] : [part.working])),
    };
  },
});
