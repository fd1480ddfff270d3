import { distinct } from '../citations.ts';
import { passOrFail } from '../compare-all.ts';
import { choice, measured } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** The air of a working place or a machine chamber: over the first figure it must be cooled, over the second work stops. */
export const airTemperature = defineRule({
  id: 'gas.air.temperature',
  families: ['safety'],
  facts: { airPlace: choice(['workface', 'chamber']), temperature_degC: measured({ beyond: 'above' }) },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: [] },
  evaluate: ({ airPlace, temperature_degC: temperature }, law) => {
    const highest = law.limit('safety', `heat.${airPlace}`);
    const stop = law.limit('safety', `heat.${airPlace}Stop`);
    const compared = [highest, stop].map((limit) => compare('t', temperature, limit));
    const [tooHot, mustStop] = compared.map(({ broken }) => broken);
    return {
      outcome: tooHot ? 'fail' : 'pass',
      results: { limit_degC: Number(highest.value) },
      citations: distinct(compared.map(({ citation }) => citation)),
      workings: compared.map(({ working }) => working),
      actions: [...(mustStop ? stop.actions : []), ...(tooHot ? (['treat'] as const) : [])],
    };
  },
});
