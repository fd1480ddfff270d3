import { z } from 'zod';
import type { Words } from '../../vocabulary/words.ts';
import { unitOfKey } from '../facts/units.ts';
import { fieldWords, tenThousandTonnes } from './fields.words.ts';
import type { StepId } from './steps.words.ts';

/** Another unit a figure may have been given in, and how many of it make one of the field's own. */
export interface OtherUnit {
  readonly unit: string;
  readonly per: string;
}

interface Amount {
  readonly kind: 'number' | 'count';
  readonly step: StepId;
  /** The letter of 163号 in front of the figure. */
  readonly symbol?: string;
  readonly positive?: true;
  /** Outside of it the field asks; ends included. A product default (默认), no law. */
  readonly plausible?: readonly [low: string, high: string];
  readonly others?: readonly OtherUnit[];
  /** A detector's reading of this gas may be put in. */
  readonly gas?: 'CH4';
}
interface Choice {
  readonly kind: 'flag' | 'choice';
  readonly step: StepId;
  readonly options?: readonly string[];
}

const kPa = { unit: 'kPa', per: '1000' };
const MPa = { unit: 'MPa', per: '0.001' };
const Pa = { unit: 'Pa', per: '1000' };
const millimetres = { unit: 'mm', per: '1000' };
const perHour = { unit: 'm³/h', per: '60' };

const amount = (step: StepId, more: Omit<Amount, 'kind' | 'step'> = {}) => ({ kind: 'number', step, ...more }) as const;
const flag = (step: StepId) => ({ kind: 'flag', step }) as const;
const length = (step: StepId, symbol: string, high: string) =>
  amount(step, { symbol, plausible: ['0', high], others: [millimetres] });
const flow = (step: StepId, symbol?: string) =>
  amount(step, { ...(symbol ? { symbol } : {}), plausible: ['0', '1000'], others: [perHour] });

/** Every input of an assessment by its key, whose ending is the unit; in the order they are asked. */
export const fieldTable = {
  unitWorking: flag('required'),
  hasOutburstSeam: flag('required'),
  maxFaceEmission_m3PerMin: flow('required'),
  maxHeadingEmission_m3PerMin: flow('required'),
  mineEmission_m3PerMin: flow('required'),
  annualOutput_MtPerYear: amount('required', {
    plausible: ['0.05', '30'],
    others: [{ unit: tenThousandTonnes, per: '100' }],
  }),
  base1: flag('base'),
  base2: flag('base'),
  base3: flag('base'),
  base4: flag('base'),
  base5: flag('base'),
  base6: flag('base'),
  base7: flag('base'),
  base8: flag('base'),
  pureFlow_m3PerMin: flow('pump', 'Q'),
  pumpConcentration_pct: amount('pump', { symbol: 'C', positive: true, gas: 'CH4' }),
  localPressure_kPa: amount('pump', { symbol: 'P', positive: true, plausible: ['60', '120'], others: [MPa, Pa] }),
  suctionPressure_kPa: amount('pump', { symbol: 'P_s', plausible: ['0', '101'], others: [MPa, Pa] }),
  runningPumpCapacity_m3PerMin: amount('pump', { plausible: ['0', '5000'], others: [perHour] }),
  sparePumpCapacity_m3PerMin: amount('pump', { plausible: ['0', '5000'], others: [perHour] }),
  largestRunningPump_m3PerMin: amount('pump', { plausible: ['0', '5000'], others: [perHour] }),
  drainageType: { kind: 'choice', step: 'pump', options: ['pre-drainage', 'relieved'] },
  holeSuction_kPa: amount('pump', { symbol: 'p', plausible: ['0', '101'], others: [MPa, Pa] }),
  maxDrainageTime_d: amount('layout', { symbol: 'T_max', positive: true, plausible: ['1', '4000'] }),
  minDrainageTime_d: amount('layout', { symbol: 'T_min', plausible: ['0', '4000'] }),
  inOutburstSeam: flag('layout'),
  areaKind: {
    kind: 'choice',
    step: 'layout',
    options: ['block', 'uncovering', 'strip-cross-holes', 'strip-in-seam-holes'],
  },
  areaLength_m: length('layout', 'L', '5000'),
  areaWidth_m: length('layout', 'B', '500'),
  testPoints: { kind: 'count', step: 'layout', plausible: ['0', '500'] },
  strikeLength_m: length('residual', 'L', '6000'),
  dipWidth_m: length('residual', 'l', '500'),
  strikeMarginH1_m: length('residual', 'H_1', '100'),
  strikeMarginH2_m: length('residual', 'H_2', '100'),
  dipMarginh1_m: length('residual', 'h_1', '100'),
  dipMarginh2_m: length('residual', 'h_2', '100'),
  influenceRadius_m: length('residual', 'R', '30'),
  seamThickness_m: length('residual', 'm', '40'),
  coalDensity_tPerM3: amount('residual', {
    symbol: 'γ',
    positive: true,
    plausible: ['1', '2.5'],
    others: [{ unit: 'kg/m³', per: '1000' }],
  }),
  coalReserve_t: amount('residual', { symbol: 'G', positive: true, plausible: ['1000', '50000000'] }),
  originalContent_m3PerT: amount('residual', { symbol: 'W_0', plausible: ['0', '50'] }),
  drainedGas_m3: amount('residual', { symbol: 'Q', plausible: ['0', '1000000000'] }),
  residualPressure_MPa: amount('residual', { symbol: 'P', plausible: ['0', '10'], others: [kPa] }),
  langmuirA_m3PerT: amount('residual', { symbol: 'a', plausible: ['1', '80'] }),
  langmuirB_perMPa: amount('residual', { symbol: 'b', positive: true, plausible: ['0.05', '10'] }),
  ash_pct: amount('residual', { symbol: 'A_d' }),
  moisture_pct: amount('residual', { symbol: 'M_ad' }),
  porosity_m3PerM3: amount('residual', { symbol: 'π', plausible: ['0', '0.4'], others: [{ unit: '%', per: '100' }] }),
  measuredContent_m3PerT: amount('residual', { symbol: 'W_m', plausible: ['0', '50'] }),
  dailyOutput_t: amount('desorbable', { symbol: 'A', plausible: ['0', '60000'] }),
  blowoutOrStuckDrill: flag('outburst'),
  onsetPressure_MPa: amount('outburst', { symbol: 'P_c', positive: true, plausible: ['0.2', '3'], others: [kPa] }),
  onsetContent_m3PerT: amount('outburst', { symbol: 'W_c', positive: true, plausible: ['3', '15'] }),
  pointAt_m: length('outburst', 'x', '6000'),
  mostlyFromNeighbours: flag('faceRate'),
  faceDrained_m3PerMin: flow('faceRate', 'Q_mc'),
  faceVentilated_m3PerMin: flow('faceRate', 'Q_mf'),
  airSpeed_mPerS: amount('air', { symbol: 'v', plausible: ['0', '15'], others: [{ unit: 'm/min', per: '60' }] }),
  returnCH4_pct: amount('air', { symbol: 'c', gas: 'CH4' }),
  mineDrained_m3PerMin: flow('mineRate', 'Q_mc'),
  mineVentilated_m3PerMin: flow('mineRate', 'Q_mf'),
} as const satisfies Readonly<Record<string, Amount | Choice>>;

export type FieldKey = keyof typeof fieldTable;
export type FieldSpec = Amount | Choice;

const isFieldKey = (key: unknown): key is FieldKey => typeof key === 'string' && Object.hasOwn(fieldTable, key);

export const fieldKey = z.custom<FieldKey>(isFieldKey);
export const fieldKeys: readonly FieldKey[] = Object.keys(fieldTable).filter(isFieldKey);

export const specOf = (key: FieldKey): FieldSpec => fieldTable[key];
export const fieldsOf = (step: StepId): readonly FieldKey[] => fieldKeys.filter((key) => fieldTable[key].step === step);
export const fieldLabel = (key: FieldKey): Words => fieldWords[key];
/** The unit the key ends in, as it is printed; empty where there is none. */
export const fieldUnit = (key: FieldKey): string => unitOfKey(key) ?? '';

const ofTheUnit: readonly FieldKey[] = ['unitWorking', 'drainageType', 'holeSuction_kPa'];
const mineSteps: readonly StepId[] = ['required', 'base', 'pump', 'mineRate'];

/** What is one figure for the whole mine and need not be typed again for its next unit. */
export const mineWide: readonly FieldKey[] = fieldKeys.filter(
  (key) => mineSteps.includes(fieldTable[key].step) && !ofTheUnit.includes(key),
);
