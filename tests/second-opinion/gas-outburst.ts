import { above, atLeast, atMost, below, fraction } from './fraction.ts';
import { named, near, type SecondRule, secondRule, yes } from './opinion.ts';

const f = fraction;

const residual = secondRule({
  id: 'gas.outburst.residual',
  sets: ['exceeded'],
  mayBeNull: ['residualPressure_MPa', 'residualContent_m3PerT'],
  input: (r) => ({
    residualPressure_MPa: r.below(4) === 0 ? null : near(r, [0.74], 0.01, 2),
    residualContent_m3PerT: r.below(4) === 0 ? null : near(r, [8], 0.1, 14),
    blowoutOrStuckDrill: r.below(4) === 0,
    criticalPressure_MPa: r.pick([0.74, 0.6]),
    criticalContent_m3PerT: r.pick([8, 6]),
  }),
  expected: (i) => {
    const { residualPressure_MPa: p, residualContent_m3PerT: w } = i;
    const exceeded = named(
      [p !== null && atLeast(f(p), f(i.criticalPressure_MPa)), 'pressure'],
      [w !== null && atLeast(f(w), f(i.criticalContent_m3PerT)), 'content'],
      [i.blowoutOrStuckDrill, 'blowout-or-stuck'],
    );
    if (exceeded.length > 0) return { verdict: 'fail', exceeded, condemnedRadius_m: 100 };
    return { verdict: p === null && w === null ? 'not-assessed' : 'pass', exceeded, condemnedRadius_m: null };
  },
});

const region = secondRule({
  id: 'gas.outburst.region',
  input: (r) => ({
    gasPressure_MPa: near(r, [0.74], 0.01, 2),
    gasContent_m3PerT: near(r, [8, 6], 0.1, 14),
    structuralBelt: yes(r),
  }),
  expected: (i) => {
    const content = i.structuralBelt ? 6 : 8;
    const isSafe = below(f(i.gasPressure_MPa), f('0.74')) && below(f(i.gasContent_m3PerT), f(content));
    return { verdict: isSafe ? 'no-danger-region' : 'danger-region' };
  },
});

const seam = secondRule({
  id: 'gas.outburst.seam',
  input: (r) => ({
    coalFailureType: r.pick(['I', 'II', 'III', 'IV', 'V']),
    initialVelocity_mmHg: near(r, [10], 0.1, 25),
    firmness_f: near(r, [0.3, 0.5, 0.8], 0.01, 1.5),
    gasPressure_MPa: near(r, [0.74, 1, 1.5, 2], 0.01, 3),
    clearSigns: r.below(6) === 0,
  }),
  expected: (i) => {
    const firm = f(i.firmness_f);
    const pressure = f(i.gasPressure_MPa);
    const isAllFour =
      ['III', 'IV', 'V'].includes(i.coalFailureType) &&
      atLeast(f(i.initialVelocity_mmHg), f(10)) &&
      atMost(firm, f('0.5')) &&
      atLeast(pressure, f('0.74'));
    if (i.clearSigns || isAllFour) return { verdict: 'outburst-seam' };
    const from = atMost(firm, f('0.3')) ? '0.74' : atMost(firm, f('0.5')) ? '1' : atMost(firm, f('0.8')) ? '1.5' : '2';
    return { verdict: atLeast(pressure, f(from)) ? 'generally-outburst' : 'comprehensive-judgement' };
  },
});

const groups = (length: number, step: number): number => Math.ceil(length / step);
const checkPoints = secondRule({
  id: 'gas.outburst.checkPoints',
  input: (r) => ({
    areaKind: r.pick(['block', 'uncovering', 'strip-cross-holes', 'strip-in-seam-holes']),
    length_m: near(r, [30, 50, 60, 90, 100, 150, 200], 1, 300) + 1,
    width_m: near(r, [120], 1, 240) + 1,
    points: r.below(20),
  }),
  expected: (i) => {
    const needed = {
      block: groups(i.length_m, 50) * (i.width_m > 120 ? 3 : 2),
      uncovering: 4,
      'strip-cross-holes': groups(i.length_m, 50),
      'strip-in-seam-holes': Math.max(5, groups(i.length_m, 30)),
    }[i.areaKind];
    return { requiredPoints: needed, verdict: i.points >= (needed ?? 0) ? 'pass' : 'fail' };
  },
});

const faceIndex = secondRule({
  id: 'gas.outburst.faceIndex',
  sets: ['exceeded'],
  mayBeNull: ['K1_mLPerGMin05', 'dh2_Pa', 'S_kgPerM', 'q_LPerMin'],
  input: (r) => ({
    K1_mLPerGMin05: r.below(3) === 0 ? null : near(r, [0.5, 0.4], 0.01, 1),
    dh2_Pa: r.below(3) === 0 ? null : near(r, [200, 160], 1, 400),
    S_kgPerM: r.below(3) === 0 ? null : near(r, [6], 0.1, 12),
    q_LPerMin: r.below(3) === 0 ? null : near(r, [5], 0.1, 10),
    wetCoalUncovering: yes(r),
    anomaly: r.below(5) === 0,
  }),
  expected: (i) => {
    const wet = i.wetCoalUncovering;
    const isAt = (value: number | null, limit: string) => value !== null && atLeast(f(value), f(limit));
    const exceeded = named(
      [isAt(i.K1_mLPerGMin05, wet ? '0.4' : '0.5'), 'K1'],
      [isAt(i.dh2_Pa, wet ? '160' : '200'), 'dh2'],
      [isAt(i.S_kgPerM, '6'), 'S'],
      [isAt(i.q_LPerMin, '5'), 'q'],
      [i.anomaly, 'anomaly'],
    );
    if (exceeded.length > 0) return { verdict: 'danger-face', exceeded };
    const isMeasured = [i.K1_mLPerGMin05, i.dh2_Pa, i.S_kgPerM, i.q_LPerMin].some((value) => value !== null);
    return isMeasured ? { verdict: 'no-danger-face', exceeded } : { verdict: 'unknown' };
  },
});

const grade = secondRule({
  id: 'gas.mine.grade',
  sets: ['exceeded'],
  input: (r) => ({
    outburstMine: r.below(4) === 0,
    relativeEmission_m3PerT: near(r, [10], 0.1, 20),
    mineEmission_m3PerMin: near(r, [40], 0.1, 80),
    maxHeadingEmission_m3PerMin: near(r, [3], 0.1, 6),
    maxFaceEmission_m3PerMin: near(r, [5], 0.1, 10),
  }),
  expected: (i) => {
    const exceeded = named(
      [above(f(i.relativeEmission_m3PerT), f(10)), 'relative'],
      [above(f(i.mineEmission_m3PerMin), f(40)), 'mine'],
      [above(f(i.maxHeadingEmission_m3PerMin), f(3)), 'heading'],
      [above(f(i.maxFaceEmission_m3PerMin), f(5)), 'face'],
    );
    return { verdict: i.outburstMine ? 'outburst' : exceeded.length > 0 ? 'high' : 'low', exceeded };
  },
});

/** 防突细则 and the gas grade of a mine, written a second time. */
export const outburstRules: readonly SecondRule[] = [residual, region, seam, checkPoints, faceIndex, grade];
