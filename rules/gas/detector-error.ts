import { passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { choice, measured, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, derive, lookUp } from '../workings.ts';

/** Error of a methane instrument against test gas, by its principle; outside its table nothing is said. */
export const detectorError = defineRule({
  id: 'gas.detector.error',
  families: ({ principle }) => [principle],
  facts: {
    principle: choice(['catalytic', 'interference']),
    standardGas_pct: number(),
    reading_pct: measured({ beyond: 'both' }),
  },
  statuses: { ...passOrFail, 'out-of-range': 'unknown' },
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ principle, standardGas_pct: standard, reading_pct: reading }, law) => {
    const table = law.table(principle, 'error');
    const { value: error, working: line } = derive('Δ = c − c_0', '%', { c: reading, c_0: standard });
    const { value, working: row } = lookUp('Δ_max', table, 'c_0', standard);
    const found = { citations: [table.citation], results: { error_pct: error.toNumber(), allowed_pct: null } };
    if (value === null) return { ...found, outcome: 'out-of-range', workings: [line, row] };
    const { broken, working } = compare('|Δ|', error.abs(), { ...table, value });
    return {
      ...found,
      outcome: broken ? 'fail' : 'pass',
      results: { ...found.results, allowed_pct: exact(value).toNumber() },
      workings: [line, row, working],
    };
  },
});

/** Sensor against portable instrument (art. 493): past the allowed difference the larger reading governs. */
export const detectorCompare = defineRule({
  id: 'gas.detector.compare',
  families: ['safety'],
  facts: {
    sensor_pct: measured({ beyond: 'above' }),
    portable_pct: measured({ beyond: 'above' }),
    allowedDifference_pct: number(),
  },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ sensor_pct: sensor, portable_pct: portable, allowedDifference_pct: allowed }, law) => {
    const hours = law.limit('safety', 'compare.hours');
    if (!sensor.isFinite() && !portable.isFinite()) return { undecided: 'quality:over_range' };
    const { value: difference, working: line } = derive('Δ = |c_1 − c_2|', '%', { c_1: sensor, c_2: portable });
    const { broken, working, citation } = compare('Δ', difference, {
      ...hours,
      unit: '%',
      value: allowed,
      symbol: 'Δ_max',
    });
    const larger = sensor.gt(portable) ? sensor : portable;
    return {
      outcome: broken ? 'fail' : 'pass',
      results: {
        difference_pct: difference.toNumber(),
        governing_pct: broken ? larger.toNumber() : null,
        recalibrateBothWithin_h: broken ? exact(hours.value).toNumber() : null,
      },
      citations: [citation],
      workings: [line, working],
    };
  },
});
