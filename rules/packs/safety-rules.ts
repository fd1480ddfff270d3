import { article, documentTitles, tableOf } from './documents.words.ts';
import type { PackData } from './pack.ts';
import { gasLimits, gasWorkLimits, waterLimits } from './safety-limits.ts';
import { sensorLimits } from './sensor-limits.ts';

const clauses: PackData['clauses'] = [
  { key: 'inrush.signs', article: article(288), provenance: 'text' },
  { key: 'probe.places', article: article(317), provenance: 'text' },
  { key: 'probe.means', article: article(318), provenance: 'text' },
  { key: 'probe.abnormal', article: article(322), provenance: 'text' },
  { key: 'probe.below', article: article(323), provenance: 'text' },
  { key: 'water.classify', article: article(284), provenance: 'text' },
  { key: 'storm', article: article(289), provenance: 'text' },
  { key: 'fan.discharge', article: article(176), provenance: 'text' },
  { key: 'checks.records', article: article(180), provenance: 'text' },
  { key: 'sensor.table', article: article(498) + tableOf(18), provenance: 'text' },
  { key: 'sensor.places', article: article(499), provenance: 'text' },
  { key: 'sensor.placing', article: null, provenance: 'memory-high', needsCheck: true },
  { key: 'monitor.records', article: article(488), provenance: 'text' },
  { key: 'detector.issue', article: article(496), provenance: 'text' },
  { key: 'detector.testGas', article: article(497), provenance: 'text' },
  { key: 'equipment.mark', article: null, provenance: 'memory-high', needsCheck: true },
  { key: 'communication', article: null, provenance: 'memory-high', needsCheck: true },
];

/** 2022 edition: its gas and water articles were read in the 2016 text, which the amendment did not touch. */
export const rules22: PackData = {
  id: 'rules22',
  version: 1,
  family: 'safety',
  title: documentTitles.rules22,
  source: 'law',
  effectiveFrom: '2022-04-01',
  effectiveTo: '2026-01-31',
  limits: [...gasLimits, ...gasWorkLimits, ...sensorLimits, ...waterLimits],
  tables: [],
  clauses,
};

const unread = { article: null, needsCheck: true, provenance: 'memory-low' } as const;

/** 2025 edition: its text has not been read. Values are carried over, articles are unset, everything needs a check. */
export const rules25: PackData = {
  ...rules22,
  id: 'rules25',
  title: documentTitles.rules25,
  effectiveFrom: '2026-02-01',
  effectiveTo: null,
  limits: rules22.limits.map((entry) => ({ ...entry, ...unread, formerly: entry.article })),
  clauses: rules22.clauses.map((entry) => ({ ...entry, ...unread, formerly: entry.article })),
};
