import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { exact } from '../decimal.ts';
import { findRule, judge } from '../judge.ts';
import { levers } from './levers.ts';
import { nearest } from './solve.ts';
import { type Change, whatIf } from './what-if.ts';

const date = isoDate.parse('2026-01-15');
const cases = z
  .array(z.object({ rule: z.string(), date: z.string(), input: z.record(z.string(), z.unknown()) }))
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '../../tests/verdicts/inputs.json'), 'utf8')))
  .filter((one) => one.date === date && levers[one.rule] && judge(one.rule, one.input, { date }).ok);

const statusOf = (rule: string, facts: Record<string, unknown>) => {
  const judged = judge(rule, facts, { date });
  return judged.ok ? judged.value.status : 'fault';
};
const put = (rule: string, facts: Record<string, unknown>, change: Change, amount: string) => {
  const kind = findRule(rule)?.fields.find(({ key }) => key === change.fact)?.kind;
  return { ...facts, [change.fact]: kind === 'count' ? Number(amount) : amount };
};
const solved = (rule: string, facts: Record<string, unknown>) => orThrow(whatIf(rule, facts, { date }));

describe('what it would take to pass', () => {
  test('every lever is a number of its rule', () => {
    for (const [rule, list] of Object.entries(levers))
      for (const { fact } of list)
        expect(['number', 'count'], `${rule} ${fact}`).toContain(
          findRule(rule)?.fields.find(({ key }) => key === fact)?.kind,
        );
  });

  test('applying the answer makes the verdict pass, one step less of any part of it does not', () => {
    const ways = cases.flatMap(({ rule, input }) => (solved(rule, input) ?? []).map((way) => ({ rule, input, way })));
    expect(ways.length).toBeGreaterThan(100);
    expect(new Set(ways.map(({ rule }) => rule)).size).toBe(Object.keys(levers).length);
    for (const { rule, input, way } of ways) {
      const done = way.reduce<Record<string, unknown>>((facts, change) => put(rule, facts, change, change.to), input);
      expect(statusOf(rule, done), `${rule} ${JSON.stringify([input, way])}`).toBe('pass');
      for (const change of way) {
        const less = exact(change.to).minus(exact(change.step).times(change.direction === 'up' ? 1 : -1));
        const short = put(rule, done, change, less.toFixed());
        expect(statusOf(rule, short), `${rule} ${JSON.stringify([input, change])}`).not.toBe('pass');
      }
    }
  });

  test('a verdict that does not fail asks for nothing', () => {
    for (const { rule, input } of cases)
      if (statusOf(rule, input) !== 'fail' && statusOf(rule, input) !== 'fault')
        expect(solved(rule, input), rule).toBeNull();
  });

  test('says how much more gas must be drained, over the step of the table', () => {
    const facts = { drainedPure_m3PerMin: '1', ventilationEmission_m3PerMin: '8.5' };
    const [more, less] = solved('gas.face.drainageRate', facts) ?? [];
    expect(more).toMatchObject([{ fact: 'drainedPure_m3PerMin', direction: 'up', unit: 'm³/min', exact: false }]);
    expect(less).toMatchObject([{ fact: 'ventilationEmission_m3PerMin', direction: 'down' }]);
  });

  test('several faults take several changes, each its own', () => {
    const [way] = solved('gas.face.airAndMethane', { airSpeed_mPerS: '4.5', returnCH4_pct: '1.2' }) ?? [];
    expect(way?.map(({ fact, to, exact: onLimit }) => [fact, to, onLimit])).toEqual([
      ['airSpeed_mPerS', '4', true],
      ['returnCH4_pct', '0.99', false],
    ]);
  });

  test('what no figure mends has no way', () => {
    const stuck = {
      residualPressure_MPa: '0.9',
      residualContent_m3PerT: '9',
      blowoutOrStuckDrill: true,
      criticalPressure_MPa: '0.74',
      criticalContent_m3PerT: '8',
    };
    expect(solved('gas.outburst.residual', stuck)).toEqual([]);
    expect(solved('gas.outburst.residual', { ...stuck, blowoutOrStuckDrill: false })).toMatchObject([
      [{ to: '0.73' }, { to: '7.99' }],
    ]);
    const over = { ...stuck, residualPressure_MPa: { quality: 'over_range' }, blowoutOrStuckDrill: false };
    expect(solved('gas.outburst.residual', over)).toEqual([]);
  });
});

test('the nearest value is found across a limit that jumps', () => {
  const search = { from: exact(0), direction: 'up', step: exact(1), until: exact(100) } as const;
  const holds = (value: ReturnType<typeof exact>) => (value.gte(10) && value.lt(12)) || value.gte(50);
  expect(nearest({ ...search, breaks: [exact(12)], holds })?.toNumber()).toBe(10);
  expect(nearest({ ...search, from: exact(11), breaks: [exact(12)], holds })?.toNumber()).toBe(50);
  expect(nearest({ ...search, until: exact(5), holds })).toBeNull();
});
