import { article, documentTitles, tableOf } from './documents.words.ts';
import type { PackData } from './pack.ts';

const read = { provenance: 'text' } as const;
const remembered = { provenance: 'memory-high', needsCheck: true } as const;

const seam = (key: string, value: string, unit: string, comparator: '<=' | '>=') =>
  ({ key, value, unit, comparator, sense: 'triggers', article: article(11) + tableOf(1), ...remembered }) as const;

const index = (key: string, value: string, unit: string, at: string) =>
  ({ key, value, unit, comparator: '<', article: at, ...remembered }) as const;

/** 防突: seam identification, regions, check points, face indices. Table figures are remembered, not read. */
export const fangtu2019: PackData = {
  id: 'fangtu2019',
  version: 1,
  family: 'outburst',
  title: documentTitles.fangtu2019,
  source: 'law',
  effectiveFrom: '2019-10-01',
  effectiveTo: null,
  limits: [
    seam('seam.velocity', '10', 'mmHg', '>='),
    seam('seam.firmness', '0.5', '', '<='),
    seam('seam.pressure', '0.74', 'MPa', '>='),
    index('region.pressure', '0.74', 'MPa', article(58) + tableOf(2)),
    index('region.content', '8', 'm³/t', article(58) + tableOf(2)),
    index('region.beltContent', '6', 'm³/t', article(58) + tableOf(2)),
    index('face.K1', '0.5', 'mL/(g·min^½)', article(88)),
    index('face.K1wet', '0.4', 'mL/(g·min^½)', article(88)),
    index('face.dh2', '200', 'Pa', article(88)),
    index('face.dh2wet', '160', 'Pa', article(88)),
    index('face.S', '6', 'kg/m', article(89)),
    index('face.q', '5', 'L/min', article(89)),
  ],
  tables: [
    {
      key: 'seam.generally',
      unit: 'MPa',
      comparator: '>=',
      sense: 'triggers',
      ends: 'inclusive',
      article: article(11) + tableOf(1),
      rows: [
        { upTo: '0.3', value: '0.74' },
        { upTo: '0.5', value: '1.0' },
        { upTo: '0.8', value: '1.50' },
        { upTo: null, value: '2.0' },
      ],
      ...remembered,
    },
  ],
  clauses: [
    { key: 'chain', article: article(5), ...read },
    { key: 'chain.both', article: article(6), ...read },
    { key: 'chain.noPrediction', article: article(75), ...read },
    { key: 'chain.twice', article: article(84), ...read },
    { key: 'residual', article: article(70), ...read },
    { key: 'checkPoints', article: article(72), ...read },
  ],
};
