import { flag, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Zone of a floor-water area: forbidden before mineable, and what is neither is deferred. */
export const threeZonesFloor = defineRule({
  id: 'water.threeZones.floor',
  families: ['zones'],
  facts: {
    inrushCoefficient_MPaPerM: number(),
    aquicludeThickness_m: number(),
    floorIntactOrNoAnomaly: flag(),
    demonstrationPassed: flag(),
    hydrogeologyClear: flag(),
  },
  statuses: { mineable: 'pass', deferred: 'fail', forbidden: 'fail' },
  onFail: { severity: 'general', actions: ['stopHeading', 'list'] },
  evaluate: (facts, law) => {
    const first = compare('T', facts.inrushCoefficient_MPaPerM, law.limit('zones', 'floor.first'));
    const second = compare('T', facts.inrushCoefficient_MPaPerM, law.limit('zones', 'floor.second'));
    const thick = compare('M', facts.aquicludeThickness_m, law.limit('zones', 'floor.thickness'));
    const workings = [first.working, second.working, thick.working];
    if (!facts.hydrogeologyClear || second.broken)
      return { outcome: 'forbidden', citations: [law.clause('zones', 'forbidden')], workings };
    const sound = first.holds || (thick.holds && facts.floorIntactOrNoAnomaly && second.holds);
    return sound && facts.demonstrationPassed
      ? { outcome: 'mineable', citations: [law.clause('zones', 'mineable')], workings }
      : { outcome: 'deferred', citations: [law.clause('zones', 'deferred')], workings };
  },
});
