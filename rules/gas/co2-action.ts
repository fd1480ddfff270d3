import { actionLocation } from '../../vocabulary/place.ts';
import { choice, measured } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { actionFinding, triggersAt } from './action.ts';

/** Carbon dioxide by location and what must be done (art. 171, 172, 174); other locations have no figure. */
export const co2Action = defineRule({
  id: 'gas.co2.action',
  families: ['safety'],
  facts: { location: choice(actionLocation.options), co2_pct: measured({ beyond: 'above' }) },
  statuses: { exceeded: 'fail', normal: 'pass', 'not-applicable': 'notApplicable' },
  lists: ['actions'],
  evaluate: ({ location, co2_pct: co2 }, law) => {
    const limits = triggersAt(law, 'CO2', location);
    if (limits.length === 0) return { outcome: 'not-applicable', results: { actions: [] }, citations: [] };
    return actionFinding(law, limits, 'c(CO₂)', co2);
  },
});
