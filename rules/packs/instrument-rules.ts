import { article, documentTitles } from './documents.words.ts';
import type { PackData } from './pack.ts';

const blank = { version: 1, source: 'law', limits: [], tables: [], clauses: [], effectiveTo: null } as const;

const allowed = (
  provenance: 'memory-high' | 'memory-medium',
  rows: readonly (readonly [string | null, string | null])[],
): NonNullable<PackData['tables']> => [
  {
    key: 'error',
    unit: '%',
    comparator: '<=',
    ends: 'inclusive',
    article: null,
    provenance,
    needsCheck: true,
    rows: rows.map(([upTo, value]) => ({ upTo, value })),
  },
];

/** Error allowed to a portable catalytic instrument; past 4 % CH4 it does not measure. The first days are remembered. */
export const aq6207: PackData = {
  ...blank,
  id: 'aq6207',
  family: 'catalytic',
  title: documentTitles.aq6207,
  effectiveFrom: '2008-01-01',
  tables: allowed('memory-high', [
    ['1.00', '0.10'],
    ['2.00', '0.20'],
    ['4.00', '0.30'],
    [null, null],
  ]),
};

/** Error allowed to an optical interference instrument. */
export const jjg677: PackData = {
  ...blank,
  id: 'jjg677',
  family: 'interference',
  title: documentTitles.jjg677,
  effectiveFrom: '2008-01-01',
  tables: allowed('memory-medium', [
    ['1', '0.05'],
    ['4', '0.10'],
    ['7', '0.20'],
    ['10', '0.30'],
    [null, null],
  ]),
};

const grade = (key: string, value: string, provenance: 'text' | 'memory-medium') =>
  ({
    key,
    value,
    unit: '',
    comparator: '>=',
    article: article(4),
    provenance,
    needsCheck: provenance !== 'text',
  }) as const;

/** Standardization grades: the first grade was read, 80 and 70 are remembered. */
export const std109: PackData = {
  ...blank,
  id: 'std109',
  family: 'standardization',
  title: documentTitles.std109,
  effectiveFrom: '2024-07-01',
  limits: [
    grade('first.total', '90', 'text'),
    grade('first.parts', '90', 'text'),
    grade('first.foundation', '85', 'text'),
    grade('second', '80', 'memory-medium'),
    grade('third', '70', 'memory-medium'),
  ],
};
