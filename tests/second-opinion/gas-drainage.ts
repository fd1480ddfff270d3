import {
  above,
  atLeast,
  atMost,
  below,
  by,
  type Fraction,
  fraction,
  minus,
  plus,
  product,
  sum,
  toNumber,
} from './fraction.ts';
import { named, near, passUnless, type SecondRule, secondRule, yes } from './opinion.ts';

const f = fraction;
const hundred = f(100);

/** 163号 art. 7: shared ends of the output rows go to the lower row; above 1.5 Mt only the 40 m³/min. */
function byOutput(output: Fraction): Fraction | null {
  if (atMost(output, f('0.4'))) return f(15);
  if (atMost(output, f('0.6'))) return f(20);
  if (atMost(output, f(1))) return f(25);
  return atMost(output, f('1.5')) ? f(30) : null;
}

const required = secondRule({
  id: 'gas.drainage.required',
  sets: ['triggers'],
  input: (r) => ({
    hasOutburstSeam: r.below(4) === 0,
    maxFaceEmission_m3PerMin: near(r, [5], 0.1, 12),
    maxHeadingEmission_m3PerMin: near(r, [3], 0.1, 8),
    mineEmission_m3PerMin: near(r, [40, 30, 25, 20, 15], 0.1, 60),
    annualOutput_MtPerYear: near(r, [1.5, 1, 0.6, 0.4], 0.01, 3),
  }),
  expected: (i) => {
    const mine = f(i.mineEmission_m3PerMin);
    const row = byOutput(f(i.annualOutput_MtPerYear));
    const triggers = named(
      [i.hasOutburstSeam, 'outburst-seam'],
      [above(f(i.maxFaceEmission_m3PerMin), f(5)), 'face-gt-5'],
      [above(f(i.maxHeadingEmission_m3PerMin), f(3)), 'heading-gt-3'],
      [atLeast(mine, f(40)), 'mine-ge-40'],
      [row !== null && above(mine, row), 'mine-by-output'],
    );
    return { verdict: triggers.length > 0 ? 'required' : 'not-required', triggers };
  },
});

const pump = secondRule({
  id: 'gas.pump.capacity',
  sets: ['fails'],
  input: (r) => ({
    pureFlow_m3PerMin: near(r, [30], 1, 60) + 1,
    concentration_pct: near(r, [25], 1, 90) + 1,
    localPressure_kPa: near(r, [92], 0.5, 10) + 85,
    suctionPressure_kPa: near(r, [40], 1, 60),
    runningPumpCapacity_m3PerMin: near(r, [467.6, 467.7], 0.1, 900),
    sparePumpCapacity_m3PerMin: near(r, [250], 1, 500),
    largestRunningPump_m3PerMin: near(r, [250], 1, 500),
  }),
  expected: (i) => {
    const needed = by(
      product(f(2), hundred, f(i.pureFlow_m3PerMin), f('101.325')),
      product(f(i.concentration_pct), minus(f(i.localPressure_kPa), f(i.suctionPressure_kPa))),
    );
    const fails = named(
      [below(f(i.runningPumpCapacity_m3PerMin), needed), 'running-capacity'],
      [below(f(i.sparePumpCapacity_m3PerMin), f(i.largestRunningPump_m3PerMin)), 'spare-capacity'],
    );
    return { requiredCapacity_m3PerMin: toNumber(needed), ...passUnless(fails) };
  },
});

const suction = secondRule({
  id: 'gas.hole.suction',
  input: (r) => ({
    drainageType: r.pick(['pre-drainage', 'relieved']),
    holeSuction_kPa: near(r, [13, 5], 0.1, 30),
  }),
  expected: (i) => {
    const limit = i.drainageType === 'relieved' ? 5 : 13;
    return { limit_kPa: limit, verdict: atLeast(f(i.holeSuction_kPa), f(limit)) ? 'pass' : 'fail' };
  },
});

const base = secondRule({
  id: 'gas.base.conditions',
  input: (r) => ({ failedItems: [1, 2, 3, 4, 5, 6, 7, 8].filter(() => r.below(6) === 0) }),
  expected: (i) => ({ verdict: i.failedItems.length === 0 ? 'pass' : 'fail', failedCount: i.failedItems.length }),
});

const uniformity = secondRule({
  id: 'gas.uniformity.eta',
  input: (r) => {
    const most = near(r, [100, 150, 200], 1, 400) + 1;
    return { maxDrainageTime_d: most, minDrainageTime_d: Math.min(most, near(r, [most * 0.7], 1, most)) };
  },
  expected: (i) => {
    const most = f(i.maxDrainageTime_d);
    const eta = by(product(hundred, minus(most, f(i.minDrainageTime_d))), most);
    return { eta_pct: toNumber(eta), verdict: below(eta, f(30)) ? 'pass' : 'fail' };
  },
});

const reserve = secondRule({
  id: 'gas.unit.coalReserve',
  input: (r) => ({
    strikeLength_m: near(r, [1000], 1, 2000) + 100,
    dipWidth_m: near(r, [180], 1, 200) + 60,
    strikeMarginH1_m: near(r, [13], 0.5, 20),
    strikeMarginH2_m: near(r, [0], 0.5, 20),
    dipMarginh1_m: near(r, [13], 0.5, 20),
    dipMarginh2_m: near(r, [13], 0.5, 20),
    influenceRadius_m: near(r, [2.5], 0.1, 5),
    seamThickness_m: near(r, [3], 0.1, 8) + 0.5,
    coalDensity_tPerM3: near(r, [1.4], 0.01, 0.4) + 1.2,
  }),
  expected: (i) => {
    const strike = minus(minus(f(i.strikeLength_m), f(i.strikeMarginH1_m)), f(i.strikeMarginH2_m));
    const dip = minus(minus(f(i.dipWidth_m), f(i.dipMarginh1_m)), f(i.dipMarginh2_m));
    const radius = f(i.influenceRadius_m);
    const tonnes = product(
      sum(strike, radius, radius),
      plus(dip, radius),
      f(i.seamThickness_m),
      f(i.coalDensity_tPerM3),
    );
    return { value: toNumber(tonnes), unit: 't' };
  },
});

const balance = secondRule({
  id: 'gas.residual.byBalance',
  input: (r) => ({
    originalContent_m3PerT: near(r, [12], 0.1, 20) + 8,
    coalReserve_t: near(r, [652041.6], 0.1, 900_000) + 500_000,
    drainedGas_m3: near(r, [3_000_000], 1, 4_000_000),
  }),
  expected: (i) => {
    const coal = f(i.coalReserve_t);
    const left = by(minus(product(f(i.originalContent_m3PerT), coal), f(i.drainedGas_m3)), coal);
    return { value: toNumber(left), unit: 'm3/t' };
  },
});

interface Coal {
  readonly langmuirA_m3PerT: number;
  readonly langmuirB_perMPa: number;
  readonly ash_pct: number;
  readonly moisture_pct: number;
  readonly porosity_m3PerM3: number;
  readonly coalDensity_tPerM3: number;
}
const coal = (r: Parameters<typeof near>[0]): Coal => ({
  langmuirA_m3PerT: near(r, [30], 0.1, 30) + 10,
  langmuirB_perMPa: near(r, [1], 0.01, 1.5) + 0.2,
  ash_pct: near(r, [10], 0.1, 30),
  moisture_pct: near(r, [1.5], 0.1, 6),
  porosity_m3PerM3: near(r, [0.05], 0.001, 0.1) + 0.001,
  coalDensity_tPerM3: near(r, [1.4], 0.01, 0.4) + 1.2,
});
const ashAndWater = (c: Coal): Fraction =>
  by(
    minus(minus(hundred, f(c.ash_pct)), f(c.moisture_pct)),
    product(hundred, plus(f(1), product(f('0.31'), f(c.moisture_pct)))),
  );

const pressure = secondRule({
  id: 'gas.residual.byPressure',
  input: (r) => ({ ...coal(r), residualPressure_MPa: near(r, [0.74, 0.5], 0.01, 2) }),
  expected: (i) => {
    const total = plus(f(i.residualPressure_MPa), f('0.1'));
    const a = f(i.langmuirA_m3PerT);
    const b = f(i.langmuirB_perMPa);
    const pores = f(i.porosity_m3PerM3);
    const density = f(i.coalDensity_tPerM3);
    const at = (p: Fraction) => product(by(product(a, b, p), plus(f(1), product(b, p))), ashAndWater(i));
    const residual = plus(at(total), by(product(pores, total), product(density, f('0.101325'))));
    const fixed = plus(at(f('0.1')), by(pores, density));
    return {
      residualContent_m3PerT: toNumber(residual),
      nonDesorbableContent_m3PerT: toNumber(fixed),
      desorbableContent_m3PerT: toNumber(minus(residual, fixed)),
    };
  },
});

const inverse = secondRule({
  id: 'gas.pressure.fromContent',
  input: (r) => ({ ...coal(r), residualContent_m3PerT: near(r, [8, 6], 0.1, 8) + 4 }),
  expected: (i) => {
    const [a, b, w] = [i.langmuirA_m3PerT, i.langmuirB_perMPa, i.residualContent_m3PerT];
    const k = (100 - i.ash_pct - i.moisture_pct) / (100 * (1 + 0.31 * i.moisture_pct));
    const c = i.porosity_m3PerM3 / (0.101325 * i.coalDensity_tPerM3);
    const p = b * w - a * b * k - c;
    return { value: (p + Math.sqrt(p * p + 4 * b * c * w)) / (2 * b * c) - 0.1, unit: 'MPa' };
  },
});

const bands: readonly (readonly [number, string])[] = [
  [1000, '8'],
  [2500, '7'],
  [4000, '6'],
  [6000, '5.5'],
  [8000, '5'],
  [10000, '4.5'],
];
const desorbable = secondRule({
  id: 'gas.desorbable.limit',
  input: (r) => ({
    dailyOutput_t: near(
      r,
      bands.map(([t]) => t),
      0.5,
      15_000,
    ),
    desorbableContent_m3PerT: near(r, [8, 7, 6, 5.5, 5, 4.5, 4], 0.01, 10),
  }),
  expected: (i) => {
    const limit = bands.find(([most]) => atMost(f(i.dailyOutput_t), f(most)))?.[1] ?? '4';
    const isMet = atMost(f(i.desorbableContent_m3PerT), f(limit));
    return { limit_m3PerT: Number(limit), verdict: isMet ? 'pass' : 'fail' };
  },
});

const rateRow = (rows: readonly (readonly [number, number])[], emission: Fraction): number | null =>
  rows.findLast(([from]) => atLeast(emission, f(from)))?.[1] ?? null;

const drainageRate = (id: string, rows: readonly (readonly [number, number])[]) =>
  secondRule({
    id,
    input: (r) => {
      const drained = near(r, [2, 3, 16, 24], 0.5, 200);
      const emission = r.pick([5, 10, 20, 40, 80, 100, 300, 500]) + (r.below(3) - 1) * 0.5;
      return {
        drainedPure_m3PerMin: drained,
        ventilationEmission_m3PerMin: Math.max(0.5, yes(r) ? emission - drained : near(r, [5, 7, 24], 0.5, 300)),
      };
    },
    expected: (i) => {
      const drained = f(i.drainedPure_m3PerMin);
      const emission = plus(drained, f(i.ventilationEmission_m3PerMin));
      const rate = by(product(hundred, drained), emission);
      const limit = rateRow(rows, emission);
      const verdict = limit === null ? 'not-applicable' : atLeast(rate, f(limit)) ? 'pass' : 'fail';
      return { emission_m3PerMin: toNumber(emission), rate_pct: toNumber(rate), limit_pct: limit, verdict };
    },
  });

const airAndMethane = secondRule({
  id: 'gas.face.airAndMethane',
  sets: ['fails'],
  input: (r) => ({ airSpeed_mPerS: near(r, [4], 0.1, 8), returnCH4_pct: near(r, [1], 0.01, 2) }),
  expected: (i) =>
    passUnless(
      named([above(f(i.airSpeed_mPerS), f(4)), 'air-speed'], [atLeast(f(i.returnCH4_pct), f(1)), 'return-methane']),
    ),
});

const concentration = secondRule({
  id: 'gas.drainage.concentration',
  sets: ['fails'],
  input: (r) => ({ dryPump: yes(r), concentration_pct: near(r, [25, 30], 0.1, 60), burnedDirectly: yes(r) }),
  expected: (i) =>
    passUnless(
      named(
        [i.dryPump && below(f(i.concentration_pct), f(25)), 'dry-pump-below-25'],
        [i.burnedDirectly && below(f(i.concentration_pct), f(30)), 'burn-below-30'],
      ),
    ),
});

/** 163号, written a second time. */
export const drainageRules: readonly SecondRule[] = [
  required,
  pump,
  suction,
  base,
  uniformity,
  reserve,
  balance,
  pressure,
  inverse,
  desorbable,
  drainageRate('gas.face.drainageRate', [
    [5, 20],
    [10, 30],
    [20, 40],
    [40, 50],
    [70, 60],
    [100, 70],
  ]),
  drainageRate('gas.mine.drainageRate', [
    [0, 25],
    [20, 35],
    [40, 40],
    [80, 45],
    [160, 50],
    [300, 55],
    [500, 60],
  ]),
  airAndMethane,
  concentration,
];
