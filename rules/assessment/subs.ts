import { ruleId } from '../../vocabulary/ids.ts';
import type { Citation, FactValue, Verdict } from '../../vocabulary/verdict.ts';
import { exact } from '../decimal.ts';
import { findRule, type JudgedAt, judge } from '../judge.ts';
import { isCompany } from '../packs/company.ts';
import { citationOf, packInForce } from '../packs/law.ts';
import type { Limit, Pack } from '../packs/pack.ts';
import { type FieldKey, fieldKeys } from './fields.ts';
import { fromNeighbours, type Gate, outburstSeam } from './gates.ts';
import type { AmountId, Amounts } from './nodes.ts';
import { coalKeys } from './nodes.ts';
import type { StepId, SubId } from './steps.words.ts';
import { amountIn, clashesIn, type FieldValues } from './values.ts';

/** One verdict of an assessment: the rule, what it reads, and how the rule's facts are found. */
export interface SubSpec {
  readonly step: StepId;
  readonly rule: string;
  readonly reads: readonly FieldKey[];
  readonly uses: readonly AmountId[];
  /** A formula gives a figure and neither passes nor fails. */
  readonly computes?: true;
  readonly judge: (values: FieldValues, amounts: Amounts, at: JudgedAt) => Judged;
}

/** The verdict and the fields whose absence keeps it from being one. */
export interface Judged {
  readonly verdict: Verdict;
  readonly missing: readonly FieldKey[];
}

type FactMap = Readonly<Record<string, FieldKey>>;
type Facts = Readonly<Record<string, FactValue>>;

const absent = (values: FieldValues, keys: readonly FieldKey[]): readonly FieldKey[] =>
  keys.filter((key) => values[key] === undefined || values[key] === null);

/** A figure that another machine recorded and no rule takes leaves the verdict open; it is never guessed. */
function judged(rule: string, facts: Facts, missing: readonly FieldKey[], at: JudgedAt): Judged {
  const verdict = judge(rule, facts, at);
  if (verdict.ok) return { verdict: verdict.value, missing };
  return { verdict: unknown(rule, `bad:${'path' in verdict.fault ? verdict.fault.path : rule}`), missing };
}

const factsFrom = (values: FieldValues, map: FactMap): Record<string, FactValue> =>
  Object.fromEntries(Object.entries(map).map(([fact, field]) => [fact, values[field] ?? null]));

/** The same key in the rule and in the form. */
const same = (...keys: FieldKey[]): FactMap => Object.fromEntries(keys.map((key) => [key, key]));

interface Mapped {
  readonly uses?: readonly AmountId[];
  readonly computes?: true;
  /** Facts that are no field, from the amounts. */
  readonly more?: (amounts: Amounts, values: FieldValues, at: JudgedAt) => Facts;
  /** Documents behind such a fact that the rule itself does not know. */
  readonly cites?: (values: FieldValues, at: JudgedAt) => readonly Citation[];
  readonly moreReads?: readonly FieldKey[];
  /** Fields without which an amount of `more` cannot be computed. */
  readonly lacks?: (amounts: Amounts, values: FieldValues) => readonly FieldKey[];
  /** Where these fields say so the criterion does not apply. */
  readonly unless?: Gate;
}

function mapped(step: StepId, rule: string, map: FactMap, more: Mapped = {}): SubSpec {
  const fields = Object.values(map);
  const gate = more.unless;
  const needed = new Set(findRule(rule)?.fields.flatMap(({ key, needed: must }) => (must ? [map[key]] : [])) ?? []);
  return {
    step,
    rule,
    reads: [...new Set([...(gate?.reads ?? []), ...fields, ...(more.moreReads ?? [])])],
    uses: more.uses ?? [],
    ...(more.computes ? { computes: true as const } : {}),
    judge: (values, amounts, at) => {
      const applies = gate ? gate.says(values) : true;
      if (applies === false) return { verdict: notApplicable(rule), missing: [] };
      if (applies === null)
        return { verdict: unknown(rule, `missing:${gate?.reads[0] ?? ''}`), missing: gate?.reads.slice(0, 1) ?? [] };
      const clash = clashesIn(values)[0];
      const own = fields.filter((key) => needed.has(key));
      const missing = [...absent(values, own), ...(more.lacks?.(amounts, values) ?? [])];
      if (clash && fields.includes(clash.field)) return { verdict: unknown(rule, `clash:${clash.kind}`), missing };
      const { verdict } = judged(rule, { ...factsFrom(values, map), ...more.more?.(amounts, values, at) }, missing, at);
      return {
        verdict: { ...verdict, citations: [...(more.cites?.(values, at) ?? []), ...verdict.citations] },
        missing,
      };
    },
  };
}

const blank = (rule: string): Omit<Verdict, 'outcome' | 'status' | 'reason' | 'results'> => ({
  rule: ruleId.parse(rule),
  pack: null,
  source: 'law',
  severity: null,
  citations: [],
  workings: [],
  actions: [],
  facts: {},
});
const notApplicable = (rule: string): Verdict => ({
  ...blank(rule),
  outcome: 'not-applicable',
  status: 'notApplicable',
  reason: null,
  results: {},
});
const unknown = (rule: string, reason: string): Verdict => ({
  ...blank(rule),
  outcome: 'unknown',
  status: 'unknown',
  reason,
  results: {},
});

const baseKeys = fieldKeys.filter((key) => key.startsWith('base'));

/** One condition that is not met decides; that all are met is known only when all are answered. */
const base: SubSpec = {
  step: 'base',
  rule: 'gas.base.conditions',
  reads: baseKeys,
  uses: [],
  judge: (values, _amounts, at) => {
    const failed = baseKeys.flatMap((key, at) => (values[key] === false ? [at + 1] : []));
    const missing = absent(values, baseKeys);
    const known = failed.length > 0 || missing.length === 0;
    return judged('gas.base.conditions', { failedItems: known ? failed : null }, missing, at);
  },
};

/** The figures of the region, by the field of the onset value that takes their place where it is lower. */
const onsets = { onsetPressure_MPa: 'region.pressure', onsetContent_m3PerT: 'region.content' } as const;
type Onset = keyof typeof onsets;

function regionLimit(field: Onset, { date, packs }: JudgedAt): { readonly pack: Pack; readonly limit: Limit } | null {
  const pack = packInForce('outburst', date, packs);
  const limit = pack?.limits.find(({ key }) => key === onsets[field]);
  return pack && limit ? { pack, limit } : null;
}

/** The onset value measured at the mine where it is lower than the figure of the region, else that figure. */
function critical(values: FieldValues, field: Onset, at: JudgedAt): FactValue {
  const lawful = regionLimit(field, at)?.limit.value ?? null;
  const own = amountIn(values, field);
  return own !== null && lawful !== null && own.lt(exact(lawful)) ? own.toFixed() : lawful;
}

/** A figure of the region that the mine itself set, where it is the one that is used. */
function ownCritical(values: FieldValues, field: Onset, at: JudgedAt): readonly Citation[] {
  const found = regionLimit(field, at);
  if (!found || critical(values, field, at) !== found.limit.value) return [];
  return [citationOf(found.pack, found.limit)].filter(isCompany);
}

/** The figure that is asked first where no residual content is known. */
const contentBy: FieldKey = 'residualPressure_MPa';

const rate = (drained: FieldKey, vented: FieldKey): FactMap => ({
  drainedPure_m3PerMin: drained,
  ventilationEmission_m3PerMin: vented,
});

/** Every verdict of an assessment in the order of 163号. */
export const subSpecs: Readonly<Record<SubId, SubSpec>> = {
  required: mapped(
    'required',
    'gas.drainage.required',
    same(
      'hasOutburstSeam',
      'maxFaceEmission_m3PerMin',
      'maxHeadingEmission_m3PerMin',
      'mineEmission_m3PerMin',
      'annualOutput_MtPerYear',
    ),
  ),
  base,
  pump: mapped('pump', 'gas.pump.capacity', {
    ...same(
      'pureFlow_m3PerMin',
      'localPressure_kPa',
      'suctionPressure_kPa',
      'runningPumpCapacity_m3PerMin',
      'sparePumpCapacity_m3PerMin',
      'largestRunningPump_m3PerMin',
    ),
    concentration_pct: 'pumpConcentration_pct',
  }),
  suction: mapped('pump', 'gas.hole.suction', same('drainageType', 'holeSuction_kPa')),
  uniformity: mapped('layout', 'gas.uniformity.eta', same('maxDrainageTime_d', 'minDrainageTime_d')),
  points: mapped(
    'layout',
    'gas.outburst.checkPoints',
    { areaKind: 'areaKind', length_m: 'areaLength_m', width_m: 'areaWidth_m', points: 'testPoints' },
    { unless: outburstSeam },
  ),
  reserve: mapped(
    'residual',
    'gas.unit.coalReserve',
    same(
      'strikeLength_m',
      'dipWidth_m',
      'strikeMarginH1_m',
      'strikeMarginH2_m',
      'dipMarginh1_m',
      'dipMarginh2_m',
      'influenceRadius_m',
      'seamThickness_m',
      'coalDensity_tPerM3',
    ),
    { computes: true },
  ),
  balance: mapped('residual', 'gas.residual.byBalance', same('originalContent_m3PerT', 'drainedGas_m3'), {
    computes: true,
    uses: ['reserve'],
    more: ({ reserve }) => ({ coalReserve_t: reserve }),
    lacks: ({ reserve }) => (reserve === null ? ['coalReserve_t'] : []),
  }),
  pressure: mapped('residual', 'gas.residual.byPressure', same('residualPressure_MPa', ...coalKeys), {
    computes: true,
  }),
  desorbable: mapped('desorbable', 'gas.desorbable.limit', same('dailyOutput_t'), {
    uses: ['content', 'desorbable'],
    moreReads: coalKeys,
    more: ({ desorbable }) => ({ desorbableContent_m3PerT: desorbable?.amount ?? null }),
    lacks: ({ content }, values) => [...(content ? [] : [contentBy]), ...absent(values, coalKeys)],
  }),
  outburst: mapped('outburst', 'gas.outburst.residual', same('residualPressure_MPa', 'blowoutOrStuckDrill'), {
    unless: outburstSeam,
    uses: ['content'],
    moreReads: ['onsetPressure_MPa', 'onsetContent_m3PerT'],
    more: ({ content }, values, at) => ({
      residualContent_m3PerT: content?.amount ?? null,
      criticalPressure_MPa: critical(values, 'onsetPressure_MPa', at),
      criticalContent_m3PerT: critical(values, 'onsetContent_m3PerT', at),
    }),
    cites: (values, at) => [
      ...ownCritical(values, 'onsetPressure_MPa', at),
      ...ownCritical(values, 'onsetContent_m3PerT', at),
    ],
  }),
  faceRate: mapped('faceRate', 'gas.face.drainageRate', rate('faceDrained_m3PerMin', 'faceVentilated_m3PerMin'), {
    unless: fromNeighbours,
  }),
  air: mapped('air', 'gas.face.airAndMethane', same('airSpeed_mPerS', 'returnCH4_pct')),
  mineRate: mapped('mineRate', 'gas.mine.drainageRate', rate('mineDrained_m3PerMin', 'mineVentilated_m3PerMin')),
};
