import { annex, article, documentTitles } from './documents.words.ts';
import type { PackData } from './pack.ts';

const given = { provenance: 'given', needsCheck: true } as const;
const read = { provenance: 'text' } as const;
/** Ranges of art. 7 share their ends; the lower-output, stricter row is taken. */
const shared = { provenance: 'text', needsCheck: true } as const;

const limits: PackData['limits'] = [
  {
    key: 'required.face',
    value: '5',
    unit: 'm³/min',
    comparator: '>',
    sense: 'triggers',
    article: article(7),
    ...read,
  },
  {
    key: 'required.heading',
    value: '3',
    unit: 'm³/min',
    comparator: '>',
    sense: 'triggers',
    article: article(7),
    ...read,
  },
  {
    key: 'required.mine',
    value: '40',
    unit: 'm³/min',
    comparator: '>=',
    sense: 'triggers',
    article: article(7),
    ...read,
  },
  { key: 'suction.pre-drainage', value: '13', unit: 'kPa', comparator: '>=', article: article(15), ...given },
  { key: 'suction.relieved', value: '5', unit: 'kPa', comparator: '>=', article: article(15), ...given },
  { key: 'pump.factor', value: '2', unit: '', comparator: '>=', article: article(15), ...given },
  { key: 'uniformity', value: '30', unit: '%', comparator: '<', article: null, ...given },
  { key: 'condemnedRadius', value: '100', unit: 'm', comparator: '<=', article: article(27), ...given },
  { key: 'face.airSpeed', value: '4', unit: 'm/s', comparator: '<=', article: article(29), ...given },
  { key: 'face.returnCH4', value: '1', unit: '%', comparator: '<', article: article(29), ...given },
];

const rows = (...pairs: readonly (readonly [string | null, string | null])[]) =>
  pairs.map(([upTo, value]) => ({ upTo, value }));

const tables: PackData['tables'] = [
  {
    key: 'required.byOutput',
    unit: 'm³/min',
    comparator: '>',
    sense: 'triggers',
    ends: 'inclusive',
    article: article(7),
    rows: rows(['0.4', '15'], ['0.6', '20'], ['1.0', '25'], ['1.5', '30'], [null, null]),
    ...shared,
  },
  {
    key: 'desorbable',
    unit: 'm³/t',
    comparator: '<=',
    ends: 'inclusive',
    article: article(27),
    rows: rows(
      ['1000', '8'],
      ['2500', '7'],
      ['4000', '6'],
      ['6000', '5.5'],
      ['8000', '5'],
      ['10000', '4.5'],
      [null, '4'],
    ),
    ...given,
  },
  {
    key: 'faceRate',
    unit: '%',
    comparator: '>=',
    ends: 'exclusive',
    article: article(28),
    rows: rows(['5', null], ['10', '20'], ['20', '30'], ['40', '40'], ['70', '50'], ['100', '60'], [null, '70']),
    ...given,
  },
  {
    key: 'mineRate',
    unit: '%',
    comparator: '>=',
    ends: 'exclusive',
    article: article(30),
    rows: rows(['20', '25'], ['40', '35'], ['80', '40'], ['160', '45'], ['300', '50'], ['500', '55'], [null, '60']),
    ...given,
  },
];

/** 抽采达标: who must drain, pumps, base conditions, indices and their formulas. */
export const g163: PackData = {
  id: 'g163',
  version: 1,
  family: 'drainage',
  title: documentTitles.g163,
  source: 'law',
  effectiveFrom: '2012-03-01',
  effectiveTo: null,
  limits,
  tables,
  clauses: [
    { key: 'required.outburst', article: article(7), ...read },
    { key: 'baseConditions', article: article(22), ...read },
    { key: 'residual', article: article(27), ...given },
    { key: 'formulas', article: annex, ...given },
  ],
};
