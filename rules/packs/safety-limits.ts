import { article, tableOf } from './documents.words.ts';
import type { PackData } from './pack.ts';

type Limits = PackData['limits'];

const read = { provenance: 'text' } as const;

/** Air composition, art. 135 with its table 4 (same figures as AQ 1028-2006 table 1), and hydrogen, art. 167. */
const air: Limits = [
  { key: 'air.O2-intake', gas: 'O2', value: '20', unit: '%', comparator: '>=', article: article(135), ...read },
  { key: 'air.CO2-intake', gas: 'CO2', value: '0.5', unit: '%', comparator: '<=', article: article(135), ...read },
  { key: 'air.H2-charging', gas: 'H2', value: '0.5', unit: '%', comparator: '<=', article: article(167), ...read },
];

const toxicFigures = [
  ['CO', '24'],
  ['NO2', '2.5'],
  ['SO2', '5'],
  ['H2S', '6.6'],
  ['NH3', '40'],
] as const;

const toxic: Limits = toxicFigures.map(([gas, value]) => ({
  key: `toxic.${gas}`,
  gas,
  value,
  unit: 'ppm',
  comparator: '<=',
  article: article(135) + tableOf(4),
  ...read,
}));

const recalled = { article: article(136) + tableOf(5), provenance: 'memory-high', needsCheck: true } as const;
/** The figures were read in AQ 1028-2006; the article of these rules was not. */
const elsewhere = { unit: '℃', article: null, provenance: 'memory-medium', needsCheck: true } as const;

/** Air speed, art. 136 with its table 5: a face with infusion and sprays may reach 5 m/s. Then the heat of the air. */
const airflow: Limits = [
  { key: 'speed.coalLeast', value: '0.25', unit: 'm/s', comparator: '>=', ...recalled },
  { key: 'speed.rockLeast', value: '0.15', unit: 'm/s', comparator: '>=', ...recalled },
  { key: 'speed.most', value: '4', unit: 'm/s', comparator: '<=', ...recalled },
  { key: 'speed.sprayedMost', value: '5', unit: 'm/s', comparator: '<=', article: article(136), ...read },
  { key: 'speed.mainMost', value: '8', unit: 'm/s', comparator: '<=', ...recalled },
  { key: 'speed.districtMost', value: '6', unit: 'm/s', comparator: '<=', ...recalled },
  { key: 'heat.workface', value: '26', comparator: '<=', ...elsewhere },
  { key: 'heat.workfaceStop', value: '30', comparator: '>', sense: 'triggers', actions: ['stop-work'], ...elsewhere },
  { key: 'heat.chamber', value: '30', comparator: '<=', ...elsewhere },
  { key: 'heat.chamberStop', value: '34', comparator: '>', sense: 'triggers', actions: ['stop-work'], ...elsewhere },
];

const trigger = { unit: '%', sense: 'triggers', ...read } as const;
const clearOut = ['stop-work', 'withdraw', 'treat'] as const;

/** Methane by location, art. 171–173: "超过" is >, "达到" is >=. Re-power strictly below 1.0. */
const methane: Limits = [
  {
    key: 'ch4.mainReturn',
    gas: 'CH4',
    places: ['mainReturn', 'wingReturn'],
    value: '0.75',
    comparator: '>',
    actions: ['investigate', 'treat'],
    article: article(171),
    ...trigger,
  },
  {
    key: 'ch4.return',
    gas: 'CH4',
    places: ['districtReturn', 'faceReturn', 'headingReturn'],
    value: '1.0',
    comparator: '>',
    actions: [...clearOut],
    article: article(172),
    ...trigger,
  },
  {
    key: 'ch4.drill',
    gas: 'CH4',
    places: ['faceAirflow', 'headingAirflow'],
    value: '1.0',
    comparator: '>=',
    actions: ['stop-electric-drill'],
    article: article(173),
    ...trigger,
  },
  {
    key: 'ch4.blasting',
    gas: 'CH4',
    places: ['blastingWithin20m'],
    value: '1.0',
    comparator: '>=',
    actions: ['no-blasting'],
    article: article(173),
    ...trigger,
  },
  {
    key: 'ch4.cut',
    gas: 'CH4',
    places: ['faceAirflow', 'headingAirflow', 'blastingWithin20m', 'motorWithin20m'],
    value: '1.5',
    comparator: '>=',
    actions: ['stop-work', 'cut-power', 'withdraw', 'treat'],
    article: article(173),
    ...trigger,
  },
  {
    key: 'ch4.accumulation',
    gas: 'CH4',
    places: ['localAccumulation'],
    value: '2.0',
    comparator: '>=',
    actions: ['stop-work-within-20m', 'withdraw', 'cut-power', 'treat'],
    article: article(173),
    ...trigger,
  },
  { key: 'ch4.accumulationVolume', value: '0.5', comparator: '>', article: article(173), ...trigger, unit: 'm³' },
  { key: 'ch4.repower', value: '1.0', unit: '%', comparator: '<', article: article(173), ...read },
];

/** Carbon dioxide by location, art. 171, 172, 174. */
const carbonDioxide: Limits = [
  {
    key: 'co2.mainReturn',
    gas: 'CO2',
    places: ['mainReturn', 'wingReturn'],
    value: '0.75',
    comparator: '>',
    actions: ['investigate', 'treat'],
    article: article(171),
    ...trigger,
  },
  {
    key: 'co2.return',
    gas: 'CO2',
    places: ['districtReturn', 'faceReturn', 'headingReturn'],
    value: '1.5',
    comparator: '>',
    actions: [...clearOut],
    article: article(172),
    ...trigger,
  },
  {
    key: 'co2.airflow',
    gas: 'CO2',
    places: ['faceAirflow', 'headingAirflow'],
    value: '1.5',
    comparator: '>=',
    actions: ['stop-work', 'withdraw', 'investigate', 'plan', 'treat'],
    article: article(174),
    ...trigger,
  },
];

export const gasLimits: Limits = [...air, ...airflow, ...toxic, ...methane, ...carbonDioxide];

/** Local fan (art. 176), drainage stations (art. 184), calibration (art. 492, 493), grading (art. 169). */
export const gasWorkLimits: Limits = [
  { key: 'fan.zoneCH4', value: '1.0', unit: '%', comparator: '<=', article: article(176), ...read },
  { key: 'fan.zoneCO2', value: '1.5', unit: '%', comparator: '<=', article: article(176), ...read },
  { key: 'fan.vicinityCH4', value: '0.5', unit: '%', comparator: '<=', article: article(176), ...read },
  { key: 'fan.mixed', value: '1.5', unit: '%', comparator: '<=', article: article(176), ...read },
  { key: 'fan.chiefEngineer', value: '3.0', unit: '%', comparator: '<=', article: article(176), ...read },
  { key: 'station.dryPump', value: '25', unit: '%', comparator: '>=', article: article(184), ...read },
  { key: 'station.burn', value: '30', unit: '%', comparator: '>=', article: article(184), ...read },
  { key: 'calibration.days', value: '15', unit: 'd', comparator: '<=', article: article(492), ...read },
  { key: 'compare.hours', value: '8', unit: 'h', comparator: '<=', article: article(493), ...read },
  { key: 'grade.relative', value: '10', unit: 'm³/t', comparator: '<=', article: article(169), ...read },
  { key: 'grade.mine', value: '40', unit: 'm³/min', comparator: '<=', article: article(169), ...read },
  { key: 'grade.heading', value: '3', unit: 'm³/min', comparator: '<=', article: article(169), ...read },
  { key: 'grade.face', value: '5', unit: 'm³/min', comparator: '<=', article: article(169), ...read },
  { key: 'checks.low', value: '2', unit: '', comparator: '>=', article: article(180), ...read },
  { key: 'checks.high', value: '3', unit: '', comparator: '>=', article: article(180), ...read },
  { key: 'checks.idle', value: '1', unit: '', comparator: '>=', article: article(180), ...read },
  { key: 'checks.co2', value: '2', unit: '', comparator: '>=', article: article(180), ...read },
  { key: 'checks.fence', value: '1', unit: '', comparator: '>=', article: article(180), ...read },
  { key: 'checks.seal', value: '1', unit: '', comparator: '>=', article: article(180), ...read },
  { key: 'lock.days', value: '15', unit: 'd', comparator: '<=', article: article(492), ...read },
  { key: 'lock.fanMonths', value: '6', unit: '', comparator: '<=', article: article(492), ...read },
];

/**
 * Water: lead at unclear goaf (art. 319), pressure controls (art. 320, 321), pumps and their room (art. 311, 312), sumps (art. 313), the
 * yearly joint test (art. 314), the age of the type's report (art. 284).
 */
export const waterLimits: Limits = [
  { key: 'lead.goaf', value: '30', unit: 'm', comparator: '>=', article: article(319), ...read },
  { key: 'casing.goaf', value: '10', unit: 'm', comparator: '>=', article: article(319), ...read },
  { key: 'pressure.casing', value: '0.1', comparator: '>', article: article(320), ...trigger, unit: 'MPa' },
  { key: 'pressure.preventer', value: '1.5', comparator: '>', article: article(321), ...trigger, unit: 'MPa' },
  { key: 'pumps.hours', value: '20', unit: 'h', comparator: '<=', article: article(311), ...read },
  {
    key: 'pumps.spareShare',
    value: '0.7',
    unit: '',
    comparator: '>=',
    article: article(311),
    provenance: 'text',
    needsCheck: true,
  },
  { key: 'pumps.overhaulShare', value: '0.25', unit: '', comparator: '>=', article: article(311), ...read },
  { key: 'pumpRoom.exits', value: '2', unit: '', comparator: '>=', article: article(312), ...read },
  { key: 'pumpRoom.incline', value: '7', unit: 'm', comparator: '>=', article: article(312), ...read },
  { key: 'jointTest.months', value: '12', unit: '', comparator: '<=', article: article(314), ...read },
  { key: 'type.months', value: '36', unit: '', comparator: '<=', article: article(284), ...read },
  { key: 'sump.mainHours', value: '8', unit: 'h', comparator: '>=', article: article(313), ...read },
  { key: 'sump.districtHours', value: '4', unit: 'h', comparator: '>=', article: article(313), ...read },
  { key: 'sump.largeInflow', value: '1000', unit: 'm³/h', comparator: '<=', article: article(313), ...read },
  { key: 'sump.empty', value: '50', unit: '%', comparator: '>=', article: article(313), ...read },
];
