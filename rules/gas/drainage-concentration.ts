import { allOf, passOrFail } from '../compare-all.ts';
import { flag, measured } from '../facts/fact.ts';
import { citationOf } from '../packs/law.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Methane share of drained gas (art. 184): dry pumps and direct burning each have a floor. */
export const drainageConcentration = defineRule({
  id: 'gas.drainage.concentration',
  families: ['safety'],
  facts: { dryPump: flag(), concentration_pct: measured({ beyond: 'below' }), burnedDirectly: flag() },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  lists: ['fails'],
  evaluate: ({ dryPump, concentration_pct: share, burnedDirectly }, law) => {
    const floor = law.limit('safety', 'station.dryPump');
    const parts = {
      ...(dryPump ? { 'dry-pump-below-25': compare('c', share, floor) } : {}),
      ...(burnedDirectly ? { 'burn-below-30': compare('c', share, law.limit('safety', 'station.burn')) } : {}),
    };
    const finding = allOf(parts);
    return finding.citations.length > 0 ? finding : { ...finding, citations: [citationOf(law.pack('safety'), floor)] };
  },
});
