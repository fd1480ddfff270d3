import { annex, article, documentTitles, tableOf } from './documents.words.ts';
import type { PackData } from './pack.ts';

const read = { provenance: 'text' } as const;
const remembered = { provenance: 'memory-high', needsCheck: true } as const;
const provincial = { provenance: 'text', needsCheck: true } as const;

/** Rock towards an aquifer, fault or column: lead and casing must exceed the figure of the pressure's row. */
const rock = (key: string, figures: readonly [string, string, string, string]) =>
  ({
    key,
    unit: 'm',
    comparator: '>',
    ends: 'exclusive',
    article: tableOf('4-1'),
    rows: [
      { upTo: '1.0', value: figures[0] },
      { upTo: '2.0', value: figures[1] },
      { upTo: '3.0', value: figures[2] },
      { upTo: null, value: figures[3] },
    ],
    ...remembered,
  }) as const;

const typeRow = (key: string, unit: string, first: string, second: string, third: string) =>
  ({
    key,
    unit,
    comparator: '<=',
    ends: 'inclusive',
    article: tableOf('2-1'),
    provenance: 'text',
    needsCheck: true,
    rows: [
      { upTo: first, value: '0' },
      { upTo: second, value: '1' },
      { upTo: third, value: '2' },
      { upTo: null, value: '3' },
    ],
  }) as const;

const limits: PackData['limits'] = [
  { key: 'inrush.damaged', value: '0.06', unit: 'MPa/m', comparator: '<=', article: annex, ...read },
  { key: 'inrush.whole', value: '0.1', unit: 'MPa/m', comparator: '<=', article: annex, ...read },
  { key: 'spacing.horizontal', value: '3', unit: 'm', comparator: '<=', article: null, ...provincial },
  { key: 'spacing.vertical', value: '1.5', unit: 'm', comparator: '<=', article: null, ...provincial },
  { key: 'holes.least', value: '3', unit: '', comparator: '>=', article: null, ...remembered },
  { key: 'holes.towardsWater', value: '2', unit: '', comparator: '>=', article: null, ...remembered },
  { key: 'holes.towardsFloor', value: '3', unit: '', comparator: '>=', article: null, ...remembered },
  { key: 'casing.testFactor', value: '1.5', unit: '', comparator: '>=', article: null, ...remembered },
  { key: 'casing.testHold', value: '30', unit: 'min', comparator: '>=', article: null, ...remembered },
  { key: 'seamBan', value: '1', unit: 'MPa', comparator: '<=', article: null, ...remembered },
  { key: 'pillar.least', value: '20', unit: 'm', comparator: '>=', article: annex, ...remembered },
  {
    key: 'endBore',
    value: '94',
    unit: 'mm',
    comparator: '<=',
    article: null,
    provenance: 'memory-medium',
    needsCheck: true,
  },
  { key: 'practice.months', value: '12', unit: '', comparator: '<=', article: null, ...remembered },
  { key: 'oldMineMap.months', value: '6', unit: '', comparator: '<=', article: null, ...remembered },
  { key: 'staff.specialists', value: '1', unit: '', comparator: '>=', article: article(5), ...provincial },
  { key: 'staff.specialistsComplex', value: '3', unit: '', comparator: '>=', article: article(5), ...provincial },
  { key: 'staff.rigs', value: '1', unit: '', comparator: '>=', article: article(5), ...provincial },
];

/** 防治水: types, probing, staffing, pillars. Articles seen only from memory stay unset. */
export const water2018: PackData = {
  id: 'water2018',
  version: 1,
  family: 'water',
  title: documentTitles.water2018,
  source: 'law',
  effectiveFrom: '2018-09-01',
  effectiveTo: null,
  limits,
  tables: [
    rock('lead.rock', ['10', '15', '20', '25']),
    rock('casing.rock', ['5', '10', '15', '20']),
    typeRow('type.unitInflow', 'L/(s·m)', '0.1', '1.0', '5.0'),
    typeRow('type.meanInflow', 'm³/h', '180', '600', '2100'),
    typeRow('type.meanInflowNorthwest', 'm³/h', '90', '180', '1200'),
    typeRow('type.maxInflow', 'm³/h', '300', '1200', '3000'),
    typeRow('type.maxInflowNorthwest', 'm³/h', '210', '600', '2100'),
    typeRow('type.inrush', 'm³/h', '0', '600', '1800'),
    { ...typeRow('richness', 'L/(s·m)', '0.1', '1.0', '5.0'), article: annex, ...remembered },
  ],
  clauses: [
    { key: 'responsible', article: article(4), ...read },
    { key: 'staff', article: article(5), ...read },
    { key: 'systems', article: article(6), ...read },
    { key: 'type', article: tableOf('2-1'), ...provincial },
    { key: 'pillar', article: annex, ...remembered },
    { key: 'probe', article: null, ...remembered },
    { key: 'plan', article: null, ...remembered },
  ],
};
