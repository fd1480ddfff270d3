import { allOf, passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { choice, flag, measured, optional } from '../facts/fact.ts';
import type { Law } from '../packs/law.ts';
import { defineRule, lacking } from '../rule.ts';
import { compare } from '../workings.ts';

type Airway = 'face' | 'heading' | 'mainAirway' | 'districtAirway';

const most = { mainAirway: 'speed.mainMost', districtAirway: 'speed.districtMost' } as const;

/** The bounds of an airway; a heading in rock may be slower, a face with infusion and sprays faster. */
function boundsOf(law: Law, airway: Airway, rock: boolean | null, sprayed: boolean | null) {
  const limit = (key: string) => law.limit('safety', key);
  if (airway === 'mainAirway' || airway === 'districtAirway') return { least: null, most: limit(most[airway]) };
  return {
    least: limit(airway === 'heading' && rock === true ? 'speed.rockLeast' : 'speed.coalLeast'),
    most: limit(airway === 'face' && sprayed === true ? 'speed.sprayedMost' : 'speed.most'),
  };
}

/** Air speed of faces, headings, main and district airways (art. 136 table 5). Ends are allowed. */
export const airSpeed = defineRule({
  id: 'gas.air.speed',
  families: ['safety'],
  facts: {
    airway: choice(['face', 'heading', 'mainAirway', 'districtAirway']),
    airSpeed_mPerS: measured({ beyond: 'both', range: 'nonnegative' }),
    rockHeading: optional(flag()),
    infusionAndSprays: optional(flag()),
  },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['treat'] },
  lists: ['fails'],
  evaluate: ({ airway, airSpeed_mPerS: speed, rockHeading: rock, infusionAndSprays: sprayed }, law) => {
    const between = (low: string, high: string) =>
      speed.gte(exact(law.limit('safety', low).value)) && speed.lte(exact(law.limit('safety', high).value));
    const bounds = boundsOf(law, airway, rock, sprayed);
    const tooSlow = bounds.least !== null && speed.lt(exact(bounds.least.value));
    const tooFast = speed.gt(exact(bounds.most.value));
    // Only where the answer changes the verdict is it waited for.
    if (airway === 'heading' && rock === null && tooSlow && between('speed.rockLeast', 'speed.coalLeast'))
      return lacking('rockHeading');
    if (airway === 'face' && sprayed === null && tooFast && between('speed.most', 'speed.sprayedMost'))
      return lacking('infusionAndSprays');
    return allOf({
      ...(bounds.least === null ? {} : { 'too-slow': compare('v', speed, bounds.least) }),
      'too-fast': compare('v', speed, bounds.most),
    });
  },
});
