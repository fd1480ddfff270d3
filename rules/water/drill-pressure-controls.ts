import { distinct } from '../citations.ts';
import { choice, flag, measured } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** What a hole needs by its expected pressure (规程), and the ban on probing high pressure inside the seam (细则). */
export const drillPressureControls = defineRule({
  id: 'water.drill.pressureControls',
  families: ['safety', 'water'],
  facts: {
    expectedPressure_MPa: measured({ beyond: 'above', range: 'nonnegative' }),
    drilledInCoalSeam: flag(),
    bulkheadBuilt: flag(),
    target: choice(['goaf', 'fault', 'aquifer', 'collapse-column']),
  },
  statuses: { allowed: 'pass', 'forbidden-in-seam': 'fail' },
  onFail: { severity: 'general', actions: ['stopHeading'] },
  lists: ['requirements'],
  evaluate: ({ expectedPressure_MPa: pressure, drilledInCoalSeam, bulkheadBuilt, target }, law) => {
    const casing = compare('p', pressure, law.limit('safety', 'pressure.casing'));
    const preventer = compare('p', pressure, law.limit('safety', 'pressure.preventer'));
    const ban = compare('p', pressure, law.limit('water', 'seamBan'));
    const banned = drilledInCoalSeam && target !== 'goaf' && !bulkheadBuilt && ban.broken;
    const requirements = [
      ...(casing.broken ? ['casing-valve-and-test'] : []),
      ...(preventer.broken ? ['back-pressure-and-blowout-preventer'] : []),
    ];
    return {
      outcome: banned ? 'forbidden-in-seam' : 'allowed',
      results: { requirements },
      citations: distinct([...(banned ? [ban.citation] : []), casing.citation, preventer.citation]),
      workings: [casing.working, preventer.working, ban.working],
    };
  },
});
