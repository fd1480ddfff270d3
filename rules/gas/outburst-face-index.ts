import { distinct } from '../citations.ts';
import type { Exact } from '../decimal.ts';
import { flag, measured, optional } from '../facts/fact.ts';
import { defineRule, lacking } from '../rule.ts';
import { compare } from '../workings.ts';

const index = () => optional(measured({ beyond: 'above', range: 'nonnegative' }));

/** Face prediction indices (防突细则 art. 88–91): one at or over its critical value, or any anomaly, is danger. */
export const outburstFaceIndex = defineRule({
  id: 'gas.outburst.faceIndex',
  families: ['outburst'],
  facts: {
    K1_mLPerGMin05: index(),
    dh2_Pa: index(),
    S_kgPerM: index(),
    q_LPerMin: index(),
    wetCoalUncovering: flag(),
    anomaly: flag(),
  },
  statuses: { 'no-danger-face': 'pass', 'danger-face': 'fail' },
  onFail: { severity: 'general', actions: ['stopHeading', 'treat'] },
  lists: ['exceeded'],
  evaluate: (facts, law) => {
    const wet = facts.wetCoalUncovering ? 'wet' : '';
    const part = (name: string, symbol: string, value: Exact | null, key: string) =>
      value === null ? [] : [{ name, ...compare(symbol, value, law.limit('outburst', key)) }];
    const parts = [
      ...part('K1', 'K_1', facts.K1_mLPerGMin05, `face.K1${wet}`),
      ...part('dh2', 'Δh_2', facts.dh2_Pa, `face.dh2${wet}`),
      ...part('S', 'S', facts.S_kgPerM, 'face.S'),
      ...part('q', 'q', facts.q_LPerMin, 'face.q'),
    ];
    if (parts.length === 0 && !facts.anomaly) return lacking('K1_mLPerGMin05');
    const exceeded = [
      ...parts.flatMap(({ name, broken }) => (broken ? [name] : [])),
      ...(facts.anomaly ? ['anomaly'] : []),
    ];
    const fallback = law.limit('outburst', 'face.K1').citation;
    return {
      outcome: exceeded.length > 0 ? 'danger-face' : 'no-danger-face',
      results: { exceeded },
      citations: parts.length > 0 ? distinct(parts.map(({ citation }) => citation)) : [fallback],
      workings: parts.map(({ working }) => working),
    };
  },
});
