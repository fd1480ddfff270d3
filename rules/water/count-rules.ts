import { allOf, passOrFail } from '../compare-all.ts';
import type { Exact } from '../decimal.ts';
import { exact } from '../decimal.ts';
import { choice, count, number } from '../facts/fact.ts';
import type { Law } from '../packs/law.ts';
import type { Family } from '../packs/pack.ts';
import { defineRule, type Finding } from '../rule.ts';
import { compare, derive } from '../workings.ts';

/** Rules of the checklist that hold dates or counts of the mine itself against each other. */
type Source = readonly [family: Family, key: string];

const onFail = { severity: 'general', actions: ['rectify'] } as const;
const stop = { severity: 'general', actions: ['stopHeading'] } as const;

/** Holds a sum against a number of the same mine, by a clause that has no figure. */
function weigh(law: Law, [family, clause]: Source, symbols: string, small: Exact, large: Exact, unit: string): Finding {
  const citation = law.clause(family, clause);
  const { broken, working } = compare(symbols, small, {
    value: large,
    unit,
    comparator: '<=',
    sense: 'must',
    citation,
  });
  return { outcome: broken ? 'fail' : 'pass', citations: [citation], workings: [working] };
}

export const specialists = defineRule({
  id: 'water.specialists',
  families: ['water'],
  facts: { hydroType: choice(['simple', 'medium', 'complex', 'extreme']), specialists: count() },
  statuses: passOrFail,
  onFail,
  evaluate: ({ hydroType, specialists: persons }, law) => {
    const heavy = hydroType === 'complex' || hydroType === 'extreme';
    const limit = law.limit('water', heavy ? 'staff.specialistsComplex' : 'staff.specialists');
    const { broken, working, citation } = compare('n', exact(persons), limit);
    return { outcome: broken ? 'fail' : 'pass', citations: [citation], workings: [working] };
  },
});

export const probersCertificated = defineRule({
  id: 'water.probers.certificated',
  families: ['shanxi'],
  facts: { probers: count(), certificatedProbers: count() },
  statuses: passOrFail,
  onFail,
  evaluate: ({ probers, certificatedProbers }, law) =>
    probers === 0
      ? { undecided: 'no-probers' }
      : weigh(law, ['shanxi', 'staff'], 'n', exact(probers), exact(certificatedProbers), ''),
});

export const anomaliesVerified = defineRule({
  id: 'water.anomalies.verified',
  families: ['water'],
  facts: { anomaliesListed: count(), anomaliesVerified: count() },
  statuses: passOrFail,
  onFail: stop,
  evaluate: ({ anomaliesListed, anomaliesVerified: verified }, law) =>
    weigh(law, ['water', 'probe'], 'n', exact(anomaliesListed), exact(verified), ''),
});

export const probeCoverage = defineRule({
  id: 'water.probe.coverage',
  families: ['shanxi'],
  facts: { advance_m: number(), probedLength_m: number() },
  statuses: passOrFail,
  onFail: stop,
  evaluate: ({ advance_m: advance, probedLength_m: probed }, law) =>
    weigh(law, ['shanxi', 'principle'], 'L', advance, probed, 'm'),
});

/** What may be driven after probing is the hole depth, projected on the heading, less the lead. */
export const permittedAdvance = defineRule({
  id: 'water.probe.permittedAdvance',
  families: ['water'],
  facts: { advance_m: number(), holeDepth_m: number(), lead_m: number() },
  statuses: passOrFail,
  onFail: stop,
  evaluate: ({ advance_m: advance, holeDepth_m: depth, lead_m: lead }, law) => {
    const { value: allowed, working: line } = derive('L_max = D − L_0', 'm', { D: depth, L_0: lead });
    const finding = weigh(law, ['water', 'probe'], 'L', advance, allowed, 'm');
    return {
      ...finding,
      results: { permittedAdvance_m: allowed.toNumber() },
      workings: [line, ...(finding.workings ?? [])],
    };
  },
});

export const geophysicsOverlap = defineRule({
  id: 'water.geophysics.overlap',
  families: ['shanxi'],
  facts: { overlap_m: number(), designLead_m: number() },
  statuses: passOrFail,
  onFail,
  evaluate: ({ overlap_m: overlap, designLead_m: lead }, law) =>
    weigh(law, ['shanxi', 'geophysics'], 'L', lead, overlap, 'm'),
});

export const releaseCapacity = defineRule({
  id: 'water.release.capacity',
  families: ['water'],
  facts: { releaseFlow_m3PerH: number(), spareDrainage_m3PerH: number() },
  statuses: passOrFail,
  onFail,
  evaluate: ({ releaseFlow_m3PerH: flow, spareDrainage_m3PerH: spare }, law) =>
    weigh(law, ['water', 'probe'], 'Q', flow, spare, 'm³/h'),
});

/** Faults and karst: so many holes in all, and so many of them towards the water body; collapse columns: towards the floor. */
export const holeCount = defineRule({
  id: 'water.drill.holeCount',
  families: ['water'],
  facts: { structure: choice(['fault-or-karst', 'collapse-column']), holes: count(), holesTowardsWater: count() },
  statuses: passOrFail,
  onFail: stop,
  lists: ['fails'],
  evaluate: ({ structure, holes, holesTowardsWater }, law) => {
    const towards = structure === 'collapse-column' ? 'holes.towardsFloor' : 'holes.towardsWater';
    return allOf({
      holes: compare('n', exact(holes), law.limit('water', 'holes.least')),
      'towards-water': compare('n_1', exact(holesTowardsWater), law.limit('water', towards)),
    });
  },
});

/** Pump room (art. 312): its exits, and how far the inclined one rises above the floor. */
export const pumpRoomExits = defineRule({
  id: 'water.pumpRoom.exits',
  families: ['safety'],
  facts: { exits: count(), inclineAboveFloor_m: number() },
  statuses: passOrFail,
  onFail,
  lists: ['fails'],
  evaluate: ({ exits, inclineAboveFloor_m: height }, law) =>
    allOf({
      exits: compare('n', exact(exits), law.limit('safety', 'pumpRoom.exits')),
      incline: compare('h', height, law.limit('safety', 'pumpRoom.incline')),
    }),
});
