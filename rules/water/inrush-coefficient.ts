import { passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { flag, measured, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, derive } from '../workings.ts';

/** Water inrush coefficient T = P / M against the limit of a damaged or a whole floor. */
export const inrushCoefficient = defineRule({
  id: 'water.inrush.coefficient',
  families: ['water'],
  facts: {
    waterPressure_MPa: measured({ beyond: 'above', range: 'nonnegative' }),
    aquicludeThickness_m: number('positive'),
    structureDamaged: flag(),
  },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['stopHeading'] },
  evaluate: ({ waterPressure_MPa: pressure, aquicludeThickness_m: thickness, structureDamaged }, law) => {
    const { value: coefficient, working: formula } = derive('T = P / M', 'MPa/m', { P: pressure, M: thickness });
    const limit = law.limit('water', structureDamaged ? 'inrush.damaged' : 'inrush.whole');
    const { broken, working, citation } = compare('T', coefficient, limit);
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { coefficient_MPaPerM: coefficient.toNumber(), limit_MPaPerM: exact(limit.value).toNumber() },
      citations: [citation],
      workings: [formula, working],
    };
  },
});
