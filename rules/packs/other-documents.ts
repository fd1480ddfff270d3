import { article, documentTitles } from './documents.words.ts';
import type { PackData } from './pack.ts';

const read = { provenance: 'text' } as const;
const doubtful = { provenance: 'text', needsCheck: true } as const;
const blank = { version: 1, source: 'law', limits: [], tables: [], clauses: [], effectiveTo: null } as const;

/** Shanxi's own rule: title and principle read, later articles and the first day not; 2019-12-31 is the safe side. */
export const shanxi270: PackData = {
  ...blank,
  id: 'shanxi270',
  family: 'shanxi',
  title: documentTitles.shanxi270,
  effectiveFrom: '2019-12-31',
  limits: [{ key: 'training.months', value: '36', unit: '', comparator: '<=', article: null, ...doubtful }],
  clauses: [
    { key: 'principle', article: article(2), ...doubtful },
    { key: 'means', article: article(3), ...doubtful },
    { key: 'staff', article: null, ...doubtful },
    { key: 'geophysics', article: null, provenance: 'memory-medium', needsCheck: true },
  ],
};

/** 三区: the sense of art. 12–14 was read in a rewritten copy, its wording not. */
export const zones2022: PackData = {
  ...blank,
  id: 'zones2022',
  family: 'zones',
  title: documentTitles.zones2022,
  effectiveFrom: '2022-12-31',
  limits: [
    { key: 'floor.first', value: '0.06', unit: 'MPa/m', comparator: '<=', article: article(12), ...doubtful },
    { key: 'floor.second', value: '0.1', unit: 'MPa/m', comparator: '<=', article: article(12), ...doubtful },
    { key: 'floor.thickness', value: '80', unit: 'm', comparator: '>', article: article(12), ...doubtful },
  ],
  clauses: [
    { key: 'mineable', article: article(12), ...doubtful },
    { key: 'deferred', article: article(13), ...doubtful },
    { key: 'forbidden', article: article(14), ...doubtful },
    { key: 'zones', article: null, ...doubtful },
  ],
};

export const hazard4: PackData = {
  ...blank,
  id: 'hazard4',
  family: 'hazard',
  title: documentTitles.hazard4,
  effectiveFrom: '2021-01-01',
  effectiveTo: '2026-06-30',
  clauses: [
    { key: 'drainage', article: article(4), ...read },
    { key: 'gas', article: article(5), ...read },
    { key: 'outburst', article: article(6), ...read },
    { key: 'gasMonitoring', article: article(7), ...read },
    { key: 'water', article: article(9), ...read },
  ],
};

/** The list of order 21 has not been read: every major verdict under it says so. */
export const hazard21: PackData = {
  ...hazard4,
  id: 'hazard21',
  title: documentTitles.hazard21,
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
  clauses: hazard4.clauses.map((clause) => ({ ...clause, article: null, formerly: clause.article, needsCheck: true })),
};

export const n34: PackData = {
  ...blank,
  id: 'n34',
  family: 'threeMusts',
  title: documentTitles.n34,
  effectiveFrom: '2023-12-31',
  clauses: [{ key: 'list', article: null, ...doubtful }],
};

/** The certificate's own date decides: a product rule, valid on every day. */
export const certificate: PackData = {
  ...blank,
  id: 'certificate',
  family: 'certificate',
  title: documentTitles.certificate,
  effectiveFrom: '2000-01-01',
  clauses: [{ key: 'validUntil', article: null, provenance: 'product' }],
};

export const paperRules: PackData = {
  ...blank,
  id: 'paperRules',
  family: 'documents',
  title: documentTitles.paperRules,
  effectiveFrom: '2022-01-01',
  clauses: [{ key: 'number', article: article(7), ...doubtful }],
};
