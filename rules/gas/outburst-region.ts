import { allOf } from '../compare-all.ts';
import { flag, measured } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Regional prediction (防突细则 art. 58): pressure and content both strictly below, content stricter in structural belts. */
export const outburstRegion = defineRule({
  id: 'gas.outburst.region',
  families: ['outburst'],
  facts: {
    gasPressure_MPa: measured({ beyond: 'above', range: 'nonnegative' }),
    gasContent_m3PerT: measured({ beyond: 'above', range: 'nonnegative' }),
    structuralBelt: flag(),
  },
  statuses: { 'no-danger-region': 'pass', 'danger-region': 'fail' },
  onFail: { severity: 'general', actions: ['plan', 'treat'] },
  evaluate: ({ gasPressure_MPa: pressure, gasContent_m3PerT: content, structuralBelt }, law) => {
    const { outcome, citations, workings } = allOf({
      pressure: compare('P', pressure, law.limit('outburst', 'region.pressure')),
      content: compare('W', content, law.limit('outburst', structuralBelt ? 'region.beltContent' : 'region.content')),
    });
    return { outcome: outcome === 'pass' ? 'no-danger-region' : 'danger-region', citations, workings: workings ?? [] };
  },
});
