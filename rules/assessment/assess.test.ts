import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import { isoDate } from '../../vocabulary/time.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import { exact } from '../decimal.ts';
import { companyLimit, withCompany } from '../packs/company.ts';
import { packsInUse } from '../packs/in-use.ts';
import { type Assessment, createAssessor, majorHazardOf, ownSubs, stepStatus, subIds } from './assess.ts';
import { type FieldKey, fieldKeys, specOf } from './fields.ts';
import { amountNodes } from './nodes.ts';
import type { SubId } from './steps.words.ts';
import { subSpecs } from './subs.ts';
import { clashesIn, type FieldValues } from './values.ts';

const date = isoDate.parse('2026-11-23');
const yes = (...keys: FieldKey[]) => Object.fromEntries(keys.map((key) => [key, true]));

/** The unit of the pictures: everything known, its desorbable content over the limit. */
const unit: FieldValues = {
  ...yes('hasOutburstSeam', 'base1', 'base2', 'base3', 'base4', 'base5', 'base6', 'base7', 'base8'),
  unitWorking: false,
  maxFaceEmission_m3PerMin: '12',
  maxHeadingEmission_m3PerMin: '2',
  mineEmission_m3PerMin: '62',
  annualOutput_MtPerYear: '1.2',
  pureFlow_m3PerMin: '30',
  pumpConcentration_pct: '25',
  localPressure_kPa: '92',
  suctionPressure_kPa: '40',
  runningPumpCapacity_m3PerMin: '505',
  sparePumpCapacity_m3PerMin: '260',
  largestRunningPump_m3PerMin: '260',
  drainageType: 'pre-drainage',
  holeSuction_kPa: '14',
  maxDrainageTime_d: '150',
  minDrainageTime_d: '110',
  inOutburstSeam: true,
  areaKind: 'block',
  areaLength_m: '200',
  areaWidth_m: '110',
  testPoints: 8,
  strikeLength_m: '1000',
  dipWidth_m: '180',
  strikeMarginH1_m: '13',
  strikeMarginH2_m: '0',
  dipMarginh1_m: '13',
  dipMarginh2_m: '13',
  influenceRadius_m: '2.5',
  seamThickness_m: '3',
  coalDensity_tPerM3: '1.4',
  originalContent_m3PerT: '11.5',
  drainedGas_m3: '3000000',
  residualPressure_MPa: '0.50',
  langmuirA_m3PerT: '30',
  langmuirB_perMPa: '1.0',
  ash_pct: '10',
  moisture_pct: '1.5',
  porosity_m3PerM3: '0.05',
  dailyOutput_t: '6500',
  blowoutOrStuckDrill: false,
  mostlyFromNeighbours: true,
  faceDrained_m3PerMin: '6',
  faceVentilated_m3PerMin: '6',
  airSpeed_mPerS: '2.5',
  returnCH4_pct: '0.62',
  mineDrained_m3PerMin: '27',
  mineVentilated_m3PerMin: '35',
};

const statuses = ({ subs }: Assessment) =>
  Object.fromEntries(subIds.map((id) => [id, subs[id].verdict.status] as const));
const judgeOnce = (values: FieldValues): Assessment => createAssessor(date)(values);

describe('a unit that is known in full', () => {
  const whole = judgeOnce(unit);
  test('has every verdict', () => {
    expect(statuses(whole)).toEqual({
      required: 'notApplicable',
      base: 'pass',
      pump: 'pass',
      suction: 'pass',
      uniformity: 'pass',
      points: 'pass',
      reserve: 'notApplicable',
      balance: 'notApplicable',
      pressure: 'notApplicable',
      desorbable: 'fail',
      outburst: 'pass',
      faceRate: 'pass',
      air: 'pass',
      mineRate: 'pass',
    });
    expect(whole.outcome).toBe('fail');
    expect(whole.severity).toBe('general');
  });
  test('rests on the contents of the annex, exactly', () => {
    expect(whole.amounts.content?.from).toBe('pressure');
    expect(Number(whole.amounts.content?.amount)).toBeCloseTo(7.0076, 4);
    expect(whole.subs.pressure.verdict.results.nonDesorbableContent_m3PerT).toBeCloseTo(1.6832, 4);
    expect(Number(whole.amounts.desorbable?.amount)).toBeCloseTo(5.3243, 4);
    expect(whole.amounts.reserve).toBe('652041.6');
    expect(whole.subs.balance.verdict.results.value).toBeCloseTo(11.5 - 3_000_000 / 652_041.6, 4);
  });
  test('is a major hazard where it is being worked, by the list of the day', () => {
    expect(judgeOnce({ ...unit, unitWorking: true }).severity).toBe('major');
    expect(majorHazardOf(date)).toMatchObject({ document: 'hazard21', article: null, needsCheck: true });
    expect(majorHazardOf(isoDate.parse('2026-06-30'))).toMatchObject({ document: 'hazard4', article: '第4条' });
  });
});

describe('what is not known', () => {
  test('of an empty unit nothing passes and every criterion says what it lacks', () => {
    const empty = judgeOnce({});
    expect(empty.outcome).toBe('unknown');
    for (const id of subIds) {
      expect([id, empty.subs[id].verdict.status]).toEqual([id, 'unknown']);
      expect([id, empty.subs[id].missing.length > 0]).toEqual([id, true]);
    }
    expect(stepStatus('mineRate', empty, {})).toBe('unanswered');
  });
  test('taking any field away never turns a verdict into a pass', () => {
    const before = statuses(judgeOnce(unit));
    for (const key of fieldKeys.filter((one) => unit[one] !== undefined)) {
      const { [key]: _, ...rest } = unit;
      const after = judgeOnce(rest);
      for (const id of subIds)
        if (after.subs[id].verdict.status === 'pass') expect([key, id, before[id]]).toEqual([key, id, 'pass']);
    }
  });
  test('a condition that is not met decides before the others are answered', () => {
    expect(judgeOnce({ base4: false }).subs.base.verdict.status).toBe('fail');
    expect(judgeOnce({ base4: true }).subs.base.missing).toHaveLength(7);
  });
  test('a reading past the range fails, one that is none leaves it open', () => {
    const air = (quality: string) => judgeOnce({ ...unit, returnCH4_pct: { quality } }).subs.air.verdict.status;
    expect([air('over_range'), air('fault')]).toEqual(['fail', 'unknown']);
  });
  test('criteria that do not apply say so', () => {
    const soft = judgeOnce({ ...unit, inOutburstSeam: false, mostlyFromNeighbours: false });
    expect([soft.subs.outburst, soft.subs.points, soft.subs.faceRate].map(({ verdict }) => verdict.status)).toEqual([
      'notApplicable',
      'notApplicable',
      'notApplicable',
    ]);
    const { inOutburstSeam: _, ...rest } = unit;
    expect(judgeOnce({ ...rest, hasOutburstSeam: false }).subs.outburst.verdict.status).toBe('notApplicable');
  });
  test('figures that cannot both be right leave it open at the field', () => {
    const turned = { ...unit, minDrainageTime_d: '150', maxDrainageTime_d: '110' };
    expect(clashesIn(turned)).toEqual([{ field: 'minDrainageTime_d', kind: 'order', amounts: ['150', '110'] }]);
    expect(judgeOnce(turned).subs.uniformity.verdict).toMatchObject({ status: 'unknown', reason: 'clash:order' });
  });
  test('a figure that no rule takes leaves its verdict open and breaks nothing', () => {
    expect(judgeOnce({ ...unit, coalDensity_tPerM3: '0' }).subs.pressure.verdict.reason).toBe('bad:coalDensity_tPerM3');
  });
});

describe('which content is judged', () => {
  const from = (more: FieldValues) => judgeOnce({ ...unit, ...more }).amounts.content;
  test('the largest of those known', () => {
    expect(from({ measuredContent_m3PerT: '7.5' })?.from).toBe('measured');
    expect(from({ originalContent_m3PerT: '13' })?.from).toBe('balance');
    expect(from({ measuredContent_m3PerT: '6' })?.from).toBe('pressure');
  });
  test('more drained than the coal held is no content', () => {
    const { residualPressure_MPa: _, ...rest } = unit;
    expect(judgeOnce({ ...rest, drainedGas_m3: '90000000' }).amounts.content).toBeNull();
  });
  test('an onset value of the mine counts where it is lower than the figure of the law', () => {
    const outburst = (more: FieldValues) => judgeOnce({ ...unit, ...more }).subs.outburst.verdict;
    expect(outburst({ onsetPressure_MPa: '0.45' })).toMatchObject({
      status: 'fail',
      results: { condemnedRadius_m: 100 },
    });
    expect(outburst({ onsetPressure_MPa: '0.90' }).facts.criticalPressure_MPa).toBe('0.74');
  });
  test('exactly at the limit passes, a hair above fails', () => {
    const { content, desorbable } = judgeOnce(unit).amounts;
    const bound = exact(content?.amount ?? '').minus(desorbable?.amount ?? '');
    const statusAt = (more: string) => {
      const measuredContent_m3PerT = bound.plus(5).plus(more).toFixed();
      const values = { ...unit, residualPressure_MPa: '0.1', originalContent_m3PerT: '5', measuredContent_m3PerT };
      return judgeOnce(values).subs.desorbable.verdict.status;
    };
    expect([statusAt('-1e-30'), statusAt('0'), statusAt('1e-30')]).toEqual(['pass', 'pass', 'fail']);
  });
});

/** What must be looked at again when a field changes, found by following what each thing says it reads. */
function dependents(field: FieldKey): Set<string> {
  const found = new Set<string>();
  const amounts = Object.entries(amountNodes);
  for (const [id, { reads }] of amounts) if (reads.includes(field)) found.add(`amount:${id}`);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [id, { uses }] of amounts)
      if (!found.has(`amount:${id}`) && uses.some((one) => found.has(`amount:${one}`))) {
        found.add(`amount:${id}`);
        grown = true;
      }
  }
  for (const [id, { reads, uses }] of Object.entries(subSpecs))
    if (reads.includes(field) || uses.some((one) => found.has(`amount:${one}`))) found.add(id);
  return found;
}

const another = (key: FieldKey): FactValue => {
  const spec = specOf(key);
  if (spec.kind === 'flag') return unit[key] !== true;
  if (spec.kind === 'choice') return spec.options?.find((option) => option !== unit[key]) ?? null;
  return spec.kind === 'count' ? 9 : String(Number(unit[key] ?? 1) + 0.25);
};

describe('a live verdict evaluates only what depends on the field', () => {
  test.each(fieldKeys)('%s', (key) => {
    let evaluated: string[] = [];
    const assess = createAssessor(date, (name) => evaluated.push(name));
    assess(unit);
    expect(new Set(evaluated).size).toBe(evaluated.length);
    evaluated = [];
    const after = assess({ ...unit, [key]: another(key) });
    const allowed = dependents(key);
    expect(evaluated.filter((name) => !allowed.has(name))).toEqual([]);
    const direct = Object.entries(subSpecs).filter(([, { reads }]) => reads.includes(key));
    expect(direct.map(([id]) => id).filter((id) => !evaluated.includes(id))).toEqual([]);
    expect(after).toEqual(judgeOnce({ ...unit, [key]: another(key) }));
    evaluated = [];
    assess({ ...unit, [key]: another(key) });
    expect(evaluated).toEqual([]);
  });
  test('whatever is typed in whatever order, what is remembered is what is judged afresh', () => {
    const edit = fc.record({
      key: fc.constantFrom(...fieldKeys),
      value: fc.constantFrom<FactValue>('0', '0.5', '7', '150', true, false, null, { quality: 'over_range' }),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const assess = createAssessor(date);
        let values: FieldValues = unit;
        for (const { key, value } of edits) {
          if (specOf(key).kind === 'number' || typeof value !== 'string') values = { ...values, [key]: value };
          assess(values);
        }
        expect(assess(values)).toEqual(judgeOnce(values));
      }),
      { numRuns: scaled(40) },
    );
  });
});

test('a step stands as the gravest of what is judged in it', () => {
  const whole = judgeOnce(unit);
  expect(stepStatus('residual', whole, unit)).toBe('notApplicable');
  expect(stepStatus('desorbable', whole, unit)).toBe('fail');
  const id: SubId = 'uniformity';
  expect(stepStatus('layout', judgeOnce({ ...unit, maxDrainageTime_d: '900' }), unit)).toBe('fail');
  expect(whole.subs[id].verdict.status).toBe('pass');
});

describe("a mine's own figures in an assessment", () => {
  const own = (key: string, value: string, family = 'drainage') =>
    companyLimit.parse({ family, key, value, title: '抽采管理规定', article: '', from: '2026-01-01' });
  const ownOf = (values: FieldValues, ...limits: ReturnType<typeof own>[]) => {
    const packs = withCompany(packsInUse(), limits, date);
    return ownSubs(judgeOnce(values), createAssessor(date, undefined, packs)(values));
  };

  test('stand beside the verdicts they have a part in, and nowhere else', () => {
    const values = { airSpeed_mPerS: '2.5', returnCH4_pct: '0.9', drainageType: 'relieved', holeSuction_kPa: '6' };
    const found = ownOf(values, own('face.returnCH4', '0.8'));
    expect(Object.keys(found)).toEqual(['air']);
    expect(found.air?.verdict).toMatchObject({ status: 'fail', source: 'company' });
    expect(judgeOnce(values).subs.air.verdict.status).toBe('pass');
    expect(ownOf(values, own('face.returnCH4', '1.2'))).toEqual({});
  });

  test('of a region take the place of its critical value, but not of a lower onset', () => {
    const values = { inOutburstSeam: true, residualPressure_MPa: '0.6', blowoutOrStuckDrill: false };
    const limit = own('region.pressure', '0.5', 'outburst');
    expect(ownOf(values, limit).outburst?.verdict).toMatchObject({
      status: 'fail',
      citations: [{ document: 'company' }, {}, {}],
    });
    expect(ownOf({ ...values, onsetPressure_MPa: '0.45' }, limit)).toEqual({});
  });
});
