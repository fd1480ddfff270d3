import type { SeededRandom } from '../fuzz/random.ts';
import { atMost, below, fraction, minus, toNumber } from './fraction.ts';
import { named, near, passUnless, type SecondRule, secondRule } from './opinion.ts';

// The rows of the water checklist whose criterion is a count, a length or a day; no golden case has them. Inspected on 2026-01-15.

const f = fraction;
const passIf = (good: boolean) => ({ verdict: good ? 'pass' : 'fail' });

/** The first amount may not exceed the second. */
const noMoreThan = (id: string, small: string, large: string, step: number, most: number): SecondRule =>
  secondRule<Record<string, number>>({
    id,
    input: (r) => {
      const bound = near(r, [], step, most);
      return { [small]: near(r, [bound], step, most), [large]: bound };
    },
    expected: (i) => passIf(atMost(f(i[small] ?? 0), f(i[large] ?? 0))),
  });

const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const around = (r: SeededRandom, ...days: readonly [string, ...string[]]): string =>
  dayFrom(r.pick(days), r.below(7) - 3);

/** A day no earlier than `earliest` and not in the future. */
const since = (id: string, key: string, earliest: string): SecondRule =>
  secondRule<Record<string, string>>({
    id,
    input: (r) => ({ [key]: around(r, earliest, '2026-01-15') }),
    expected: (i) => {
      const day = i[key] ?? '';
      return day > '2026-01-15' ? { verdict: 'invalid-date' } : passIf(day >= earliest);
    },
  });

const before = (id: string, first: string, second: string): SecondRule =>
  secondRule<Record<string, string>>({
    id,
    input: (r) => ({ [first]: around(r, '2025-12-01'), [second]: '2025-12-01' }),
    expected: (i) => passIf((i[first] ?? '') <= (i[second] ?? '')),
  });

const specialists = secondRule({
  id: 'water.specialists',
  input: (r) => ({
    hydroType: r.pick(['simple', 'medium', 'complex', 'extreme'] as const),
    specialists: near(r, [1, 3], 1, 5),
  }),
  expected: (i) => passIf(i.specialists >= (i.hydroType === 'complex' || i.hydroType === 'extreme' ? 3 : 1)),
});

const probers = secondRule({
  id: 'water.probers.certificated',
  input: (r) => ({ probers: r.below(5), certificatedProbers: r.below(5) }),
  // A share of nobody is no share: not told, and never a pass.
  expected: (i) => (i.probers === 0 ? { verdict: 'unknown' } : passIf(i.certificatedProbers >= i.probers)),
});

const permittedAdvance = secondRule({
  id: 'water.probe.permittedAdvance',
  input: (r) => {
    const depth = near(r, [60, 80], 0.1, 120);
    const lead = near(r, [20, 30], 0.1, 40);
    return { advance_m: near(r, [Math.round((depth - lead) * 10) / 10], 0.1, 100), holeDepth_m: depth, lead_m: lead };
  },
  expected: (i) => {
    const allowed = minus(f(i.holeDepth_m), f(i.lead_m));
    return { ...passIf(atMost(f(i.advance_m), allowed)), permittedAdvance_m: toNumber(allowed) };
  },
});

const holeCount = secondRule({
  id: 'water.drill.holeCount',
  sets: ['fails'],
  input: (r) => ({
    structure: r.pick(['fault-or-karst', 'collapse-column'] as const),
    holes: near(r, [3], 1, 6),
    holesTowardsWater: near(r, [2, 3], 1, 6),
  }),
  expected: (i) => {
    const towards = i.structure === 'collapse-column' ? 3 : 2;
    return passUnless(named([i.holes < 3, 'holes'], [i.holesTowardsWater < towards, 'towards-water']));
  },
});

const exits = secondRule({
  id: 'water.pumpRoom.exits',
  sets: ['fails'],
  input: (r) => ({ exits: near(r, [2], 1, 4), inclineAboveFloor_m: near(r, [7], 0.1, 12) }),
  expected: (i) => passUnless(named([i.exits < 2, 'exits'], [below(f(i.inclineAboveFloor_m), f(7)), 'incline'])),
});

const types = ['simple', 'medium', 'complex', 'extreme'] as const;
const typeReport = secondRule({
  id: 'water.type.current',
  sets: ['fails'],
  input: (r) => ({
    hydroType: r.pick(types),
    typeReport_date: around(r, '2023-01-15', '2026-01-15'),
    reportedType: r.pick(types),
    worstRowTaken: r.below(4) > 0,
  }),
  expected: (i) => {
    const lower = types.indexOf(i.reportedType) < types.indexOf(i.hydroType);
    const fails = named([i.typeReport_date < '2023-01-15', 'old'], [!i.worstRowTaken, 'worst-row'], [lower, 'lower']);
    const future = i.typeReport_date > '2026-01-15';
    return { ...(fails.length === 0 && future ? { verdict: 'invalid-date' } : passUnless(fails)), fails };
  },
});

const zoneFaces = secondRule({
  id: 'water.zones.faces',
  sets: ['fails'],
  input: (r) => ({ facesInDeferred: r.below(3), facesInForbidden: r.below(3) }),
  expected: (i) => {
    const fails = named([i.facesInDeferred > 0, 'deferred'], [i.facesInForbidden > 0, 'forbidden']);
    return { ...passUnless(fails), fails };
  },
});

export const rowRules = [
  zoneFaces,
  typeReport,
  specialists,
  probers,
  permittedAdvance,
  holeCount,
  exits,
  noMoreThan('water.anomalies.verified', 'anomaliesListed', 'anomaliesVerified', 1, 8),
  noMoreThan('water.probe.coverage', 'advance_m', 'probedLength_m', 0.1, 200),
  noMoreThan('water.geophysics.overlap', 'designLead_m', 'overlap_m', 0.1, 60),
  noMoreThan('water.release.capacity', 'releaseFlow_m3PerH', 'spareDrainage_m3PerH', 0.1, 300),
  since('water.training.recent', 'lastTraining_date', '2023-01-15'),
  since('water.practice.recent', 'lastWaterDrill_date', '2025-01-15'),
  since('water.map.current', 'oldMineMap_date', '2025-07-15'),
  since('water.jointTest.recent', 'jointTest_date', '2025-01-15'),
  before('water.design.approved', 'approval_date', 'probeStart_date'),
  before('water.cause.cleared', 'clearing_date', 'resume_date'),
];
