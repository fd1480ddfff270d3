import { above, atLeast, atMost, below, by, fraction, plus, product, toNumber } from './fraction.ts';
import { named, near, passUnless, type SecondRule, secondRule, yes } from './opinion.ts';

const f = fraction;
const types = ['simple', 'medium', 'complex', 'extreme'] as const;
type HydroType = (typeof types)[number];

const row = (value: number, ends: readonly (number | string)[]): number => {
  const at = ends.findIndex((end) => atMost(f(value), f(end)));
  return at < 0 ? ends.length : at;
};

const goafRows = { none: 0, 'small-known': 1, 'small-unknown': 2, 'large-unknown': 3 } as const;
const classify = secondRule({
  id: 'water.type.classify',
  input: (r) => ({
    unitInflow_LPerSM: near(r, [0.1, 1, 5], 0.01, 8),
    meanInflow_m3PerH: near(r, [180, 90, 600, 2100, 1200], 1, 3000),
    maxInflow_m3PerH: near(r, [300, 210, 1200, 600, 3000, 2100], 1, 4000),
    inrush_m3PerH: r.below(2) === 0 ? 0 : near(r, [0, 600, 1800], 1, 2500),
    northwest: yes(r),
    goafWater: r.pick(['none', 'small-known', 'small-unknown', 'large-unknown'] as const),
  }),
  expected: (i) => {
    const rows = {
      unitInflow: row(i.unitInflow_LPerSM, ['0.1', 1, 5]),
      meanInflow: row(i.meanInflow_m3PerH, i.northwest ? [90, 180, 1200] : [180, 600, 2100]),
      maxInflow: row(i.maxInflow_m3PerH, i.northwest ? [210, 600, 2100] : [300, 1200, 3000]),
      inrush: row(i.inrush_m3PerH, [0, 600, 1800]),
      goafWater: goafRows[i.goafWater],
    };
    const worst = Math.max(...Object.values(rows));
    const decidedBy = Object.entries(rows).flatMap(([name, at]) => (at === worst ? [name] : []));
    return { verdict: types[worst], decidedBy: decidedBy.sort() };
  },
});

const richness = secondRule({
  id: 'water.aquifer.richness',
  input: (r) => ({ unitInflow_LPerSM: near(r, [0.1, 1, 5], 0.01, 8) }),
  expected: (i) => ({ verdict: ['weak', 'medium', 'strong', 'very-strong'][row(i.unitInflow_LPerSM, ['0.1', 1, 5])] }),
});

const coefficient = secondRule({
  id: 'water.inrush.coefficient',
  input: (r) => {
    const thickness = near(r, [40, 50, 100], 1, 120) + 1;
    const pressure = yes(r) ? near(r, [thickness * 0.06, thickness * 0.1], 0.01, 6) : near(r, [2, 3], 0.1, 6);
    return { waterPressure_MPa: pressure, aquicludeThickness_m: thickness, structureDamaged: yes(r) };
  },
  expected: (i) => {
    const t = by(f(i.waterPressure_MPa), f(i.aquicludeThickness_m));
    const limit = i.structureDamaged ? 0.06 : 0.1;
    const verdict = atMost(t, f(limit)) ? 'pass' : 'fail';
    return { coefficient_MPaPerM: toNumber(t), limit_MPaPerM: limit, verdict };
  },
});

const zones = secondRule({
  id: 'water.threeZones.floor',
  input: (r) => ({
    inrushCoefficient_MPaPerM: near(r, [0.06, 0.1], 0.001, 0.15),
    aquicludeThickness_m: near(r, [80], 1, 120),
    floorIntactOrNoAnomaly: yes(r),
    demonstrationPassed: r.below(4) > 0,
    hydrogeologyClear: r.below(5) > 0,
  }),
  expected: (i) => {
    const t = f(i.inrushCoefficient_MPaPerM);
    if (!i.hydrogeologyClear || above(t, f('0.1'))) return { verdict: 'forbidden' };
    const isThick = i.floorIntactOrNoAnomaly && above(f(i.aquicludeThickness_m), f(80));
    const isLow = atMost(t, f('0.06')) || isThick;
    return { verdict: i.demonstrationPassed && isLow ? 'mineable' : 'deferred' };
  },
});

const rockRows = [
  ['1', 10, 5],
  ['2', 15, 10],
  ['3', 20, 15],
] as const;
const lead = secondRule({
  id: 'water.drill.lead',
  sets: ['fails'],
  input: (r) => ({
    target: r.pick(['goaf-unclear', 'rock']),
    waterPressure_MPa: near(r, [1, 2, 3], 0.01, 5),
    lead_m: near(r, [30, 10, 15, 20, 25], 0.1, 50),
    casing_m: near(r, [10, 5, 15, 20], 0.1, 30),
  }),
  notAsked: (i) => (i.target === 'rock' ? [] : ['waterPressure_MPa']),
  expected: (i) => {
    const strict = i.target === 'rock';
    const [, needed, casing] = strict
      ? (rockRows.find(([under]) => below(f(i.waterPressure_MPa), f(under))) ?? ['', 25, 20])
      : ['', 30, 10];
    const isShort = (length: number, limit: number) =>
      strict ? atMost(f(length), f(limit)) : below(f(length), f(limit));
    const fails = named([isShort(i.lead_m, needed), 'lead'], [isShort(i.casing_m, casing), 'casing']);
    return { requiredLead_m: needed, requiredCasing_m: casing, strict, ...passUnless(fails) };
  },
});

const spacing = secondRule({
  id: 'water.drill.spacing',
  sets: ['fails'],
  input: (r) => ({
    horizontalSpacing_m: near(r, [3], 0.1, 6),
    verticalSpacing_m: near(r, [1.5], 0.1, 4),
    thickSeam: yes(r),
  }),
  notAsked: (i) => (i.thickSeam ? [] : ['verticalSpacing_m']),
  expected: (i) =>
    passUnless(
      named(
        [above(f(i.horizontalSpacing_m), f(3)), 'horizontal'],
        [i.thickSeam && above(f(i.verticalSpacing_m), f('1.5')), 'vertical'],
      ),
    ),
});

const casingTest = secondRule({
  id: 'water.casing.pressureTest',
  sets: ['fails'],
  input: (r) => {
    const expected = near(r, [1, 1.2, 2], 0.1, 4);
    return {
      expectedStaticPressure_MPa: expected,
      testPressure_MPa: near(r, [expected * 1.5], 0.01, 8),
      hold_min: near(r, [30], 1, 60),
    };
  },
  expected: (i) => {
    const needed = product(f('1.5'), f(i.expectedStaticPressure_MPa));
    const fails = named([below(f(i.testPressure_MPa), needed), 'pressure'], [below(f(i.hold_min), f(30)), 'hold']);
    return { requiredPressure_MPa: toNumber(needed), ...passUnless(fails) };
  },
});

const controls = secondRule({
  id: 'water.drill.pressureControls',
  sets: ['requirements'],
  input: (r) => ({
    expectedPressure_MPa: near(r, [0.1, 1, 1.5], 0.01, 3),
    drilledInCoalSeam: yes(r),
    bulkheadBuilt: yes(r),
    target: r.pick(['goaf', 'fault', 'aquifer', 'collapse-column']),
  }),
  expected: (i) => {
    const p = f(i.expectedPressure_MPa);
    const isBanned = i.drilledInCoalSeam && !i.bulkheadBuilt && i.target !== 'goaf' && above(p, f(1));
    return {
      verdict: isBanned ? 'forbidden-in-seam' : 'allowed',
      requirements: named(
        [above(p, f('0.1')), 'casing-valve-and-test'],
        [above(p, f('1.5')), 'back-pressure-and-blowout-preventer'],
      ),
    };
  },
});

const pumps = secondRule({
  id: 'water.pumps.capacity',
  sets: ['fails'],
  input: (r) => ({
    normalInflow_m3PerH: near(r, [300], 5, 600) + 10,
    maxInflow_m3PerH: near(r, [500], 5, 900) + 10,
    workingPumps_m3PerH: near(r, [360, 400], 1, 900),
    sparePumps_m3PerH: near(r, [280, 252, 300], 1, 700),
    overhaulPumps_m3PerH: near(r, [100, 90], 1, 300),
  }),
  expected: (i) => {
    const hours = (inflow: number) => by(product(f(24), f(inflow)), f(20));
    const [working, spare] = [f(i.workingPumps_m3PerH), f(i.sparePumps_m3PerH)];
    const [normal, most] = [hours(i.normalInflow_m3PerH), hours(i.maxInflow_m3PerH)];
    const fails = named(
      [below(working, normal), 'working'],
      [below(spare, product(f('0.7'), working)), 'spare'],
      [below(plus(working, spare), most), 'working-plus-spare'],
      [below(f(i.overhaulPumps_m3PerH), product(f('0.25'), working)), 'overhaul'],
    );
    return { requiredWorking_m3PerH: toNumber(normal), requiredTotal_m3PerH: toNumber(most), ...passUnless(fails) };
  },
});

const sump = secondRule({
  id: 'water.sump.capacity',
  input: (r) => ({
    sumpKind: r.pick(['main', 'district']),
    normalInflow_m3PerH: near(r, [1000, 300, 60], 1, 2000) + 1,
    effectiveVolume_m3: near(r, [2400, 8000, 8002, 9000, 240], 1, 12_000),
  }),
  expected: (i) => {
    const q = f(i.normalInflow_m3PerH);
    const large = product(f(2), plus(q, f(3000)));
    const main = atMost(q, f(1000)) ? product(f(8), q) : large;
    const needed = i.sumpKind === 'main' ? main : product(f(4), q);
    const enough = atLeast(f(i.effectiveVolume_m3), needed);
    return {
      requiredVolume_m3: toNumber(needed),
      verdict: enough ? 'pass' : 'fail',
      // Only the main drainage stands in the list of major hazards.
      severity: enough ? null : i.sumpKind === 'main' ? 'major' : 'general',
    };
  },
});

const empty = secondRule({
  id: 'water.sump.empty',
  input: (r) => {
    const total = near(r, [2400], 1, 4000) + 1;
    return { totalVolume_m3: total, emptyVolume_m3: Math.min(total, near(r, [total / 2], 0.5, total)) };
  },
  expected: (i) => {
    const share = by(product(f(100), f(i.emptyVolume_m3)), f(i.totalVolume_m3));
    return { emptyRatio_pct: toNumber(share), verdict: atLeast(share, f(50)) ? 'pass' : 'fail' };
  },
});

const pillar = secondRule({
  id: 'water.pillar.width',
  input: (r) => ({
    safetyFactorK: near(r, [3], 0.5, 3) + 2,
    miningThickness_m: near(r, [3], 0.1, 8) + 0.5,
    waterHead_MPa: near(r, [1], 0.1, 4),
    coalTensileStrength_MPa: near(r, [0.5], 0.05, 1) + 0.1,
    actualPillar_m: near(r, [20], 0.1, 120),
  }),
  expected: (i) => {
    const root = Math.sqrt((3 * i.waterHead_MPa) / i.coalTensileStrength_MPa);
    const computed = 0.5 * i.safetyFactorK * i.miningThickness_m * root;
    const needed = Math.max(20, computed);
    const verdict = i.actualPillar_m >= needed - 1e-9 ? 'pass' : 'fail';
    return { computedWidth_m: computed, requiredWidth_m: needed, verdict };
  },
});

const signs = [
  'coal-wet',
  'red-stain',
  'sweating',
  'air-cold',
  'mist',
  'water-sound',
  'roof-pressure',
  'rib-spalling',
  'dripping-increase',
  'floor-heave',
  'crack-seepage',
  'hole-spray',
  'wall-burst',
  'turbid-water',
  'odour',
];
const inrush = secondRule({
  id: 'water.inrush.signs',
  input: (r) => ({ signsSeen: [...signs, 'nothing-known'].filter(() => r.below(12) === 0) }),
  expected: (i) => {
    const seen = i.signsSeen.filter((sign) => signs.includes(sign)).sort();
    return { verdict: seen.length > 0 ? 'evacuate' : 'no-sign', signs: seen };
  },
});

const staffing = secondRule({
  id: 'water.staffing',
  sets: ['fails'],
  input: (r) => ({
    hydroType: r.pick(types),
    specialists: r.below(5),
    dedicatedTeam: r.below(4) > 0,
    dedicatedRigs: r.below(3),
    dedicatedInstitution: r.below(3) > 0,
    deputyChiefEngineer: r.below(3) > 0,
  }),
  notAsked: (i) =>
    i.hydroType === 'complex' || i.hydroType === 'extreme' ? [] : ['dedicatedInstitution', 'deputyChiefEngineer'],
  expected: (i) => {
    const isGrave = (['complex', 'extreme'] as HydroType[]).includes(i.hydroType);
    const fails = named(
      [i.specialists < (isGrave ? 3 : 1), 'specialists'],
      [!i.dedicatedTeam, 'team'],
      [i.dedicatedRigs < 1, 'rigs'],
      [isGrave && !i.dedicatedInstitution, 'institution'],
      [isGrave && !i.deputyChiefEngineer, 'deputy-chief-engineer'],
    );
    const isMajor = isGrave && fails.some((name) => ['team', 'rigs', 'institution'].includes(name));
    return { ...passUnless(fails), severity: fails.length === 0 ? null : isMajor ? 'major' : 'general' };
  },
});

const days = [null, '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'] as const;
const probes = secondRule({
  id: 'water.twoProbes.order',
  sets: ['fails'],
  mayBeNull: ['geophysics_date', 'drilling_date', 'heading_date'],
  input: (r) => ({ geophysics_date: r.pick(days), drilling_date: r.pick(days), heading_date: r.pick(days) }),
  expected: (i) => {
    const [geophysics, drilling, heading] = [i.geophysics_date, i.drilling_date, i.heading_date];
    const isBefore = (one: string | null, other: string | null) => one !== null && other !== null && one < other;
    return passUnless(
      named(
        [geophysics === null, 'no-geophysics'],
        [drilling === null, 'no-drilling'],
        [isBefore(drilling, geophysics), 'drilling-before-geophysics'],
        [isBefore(heading, drilling), 'heading-before-drilling'],
        [isBefore(heading, geophysics), 'heading-before-geophysics'],
      ),
    );
  },
});

/** 煤矿防治水细则 and its neighbours, written a second time. */
export const waterRules: readonly SecondRule[] = [
  classify,
  richness,
  coefficient,
  zones,
  lead,
  spacing,
  casingTest,
  controls,
  pumps,
  sump,
  empty,
  pillar,
  inrush,
  staffing,
  probes,
];
