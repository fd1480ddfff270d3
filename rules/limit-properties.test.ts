import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isoDate } from '../vocabulary/time.ts';
import type { Verdict } from '../vocabulary/verdict.ts';
import type { WorkingOf } from '../vocabulary/working.ts';
import { exact, exactOf } from './decimal.ts';
import { findRule, judge } from './judge.ts';
import { packs } from './packs/registry.ts';
import { rules } from './registry.ts';

// Over every rule of the registry, by the cases that show all it can say: a new rule is covered when its cases are collected.
const cases = z
  .array(z.object({ rule: z.string(), date: z.string(), input: z.record(z.string(), z.unknown()) }))
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '../tests/verdicts/inputs.json'), 'utf8')));

type Case = (typeof cases)[number];
type Comparison = WorkingOf<'compared'>;

const verdictOf = ({ rule, date, input }: Case): Verdict | null => {
  const judged = judge(rule, input, { date: isoDate.parse(date) });
  return judged.ok ? judged.value : null;
};
const compared = (verdict: Verdict | null): Comparison[] =>
  verdict?.workings.filter((line) => line.kind === 'compared') ?? [];
const sameLine = (one: Comparison, other: Comparison) =>
  one.symbol === other.symbol && one.fact === other.fact && one.sign === other.sign && one.limit === other.limit;

/** Each comparison of a fact with a bound that does not move with it, once for each rule and bound. Made in the tests, so that a test is known by the rules it runs. */
const boundsOf = () => [
  ...new Map(
    cases.flatMap((one) =>
      compared(verdictOf(one)).flatMap((line) =>
        line.fact === null || line.limit === 'over_range' || line.limit === 'under_range'
          ? []
          : [
              [
                JSON.stringify([one.rule, line.fact, line.symbol, line.sign, line.limit]),
                { one, line, fact: line.fact },
              ] as const,
            ],
      ),
    ),
  ).values(),
];

const STEP = '0.000001';
const orders = { '<': 'lt', '≤': 'lte', '≥': 'gte', '>': 'gt' } as const;

/** Classifications and rules that weigh several comparisons together: a broken line alone is no failure there. */
const together = new Set([
  ...rules.filter(({ statuses }) => !Object.values(statuses).includes('pass')).map(({ id }) => id),
  // Either of two ways makes a floor mineable: a low coefficient, or a higher one over a thick aquiclude.
  'water.threeZones.floor',
  // The pressure says what must be fitted; by itself it breaks nothing.
  'water.drill.pressureControls',
]);

describe('every comparison of every rule', () => {
  test('is met by the side its sign says, just below, at and just above its bound', () => {
    const bounds = boundsOf();
    expect(bounds.length).toBeGreaterThan(100);
    for (const { one, line, fact } of bounds)
      for (const side of [`-${STEP}`, '0', STEP]) {
        const value = exactOf(line.limit).plus(side);
        if (value.isNegative()) continue;
        const verdict = verdictOf({ ...one, input: { ...one.input, [fact]: value.toFixed() } });
        const again = compared(verdict).find((other) => sameLine(line, other));
        if (!verdict || !again) continue;
        const name = `${one.rule} ${fact} ${value.toFixed()} ${line.sign} ${line.limit}`;
        expect(again.holds, name).toBe(value[orders[line.sign]](exactOf(line.limit)));
        if (!again.holds && !together.has(one.rule)) expect(verdict.status, name).not.toBe('pass');
      }
  });

  test('never turns a fail into a pass when its fact moves further to the wrong side', () => {
    for (const { one, line, fact } of boundsOf()) {
      if (together.has(one.rule)) continue;
      const wrong = line.sign === '<' || line.sign === '≤' ? 1 : -1;
      const reach = exactOf(line.limit).abs().plus(1);
      const statuses = ['0.000001', '0.1', '0.5', '0.9'].flatMap((share) => {
        const value = exactOf(line.limit).plus(reach.times(share).times(wrong));
        if (value.isNegative()) return [];
        return [verdictOf({ ...one, input: { ...one.input, [fact]: value.toFixed() } })?.status ?? 'fault'];
      });
      expect(statuses, `${one.rule} ${fact}`).not.toContain('pass');
    }
  });

  test('reads past the range on the breaking side as the gravest: a fail with every action a number could bring', () => {
    for (const { one, line, fact } of boundsOf()) {
      if (line.sign !== '<' && line.sign !== '≤') continue;
      const beyond = verdictOf({ ...one, input: { ...one.input, [fact]: { quality: 'over_range' } } });
      if (beyond === null || beyond.status === 'unknown' || together.has(one.rule)) continue;
      expect(beyond.status, `${one.rule} ${fact}`).toBe('fail');
      const worst = verdictOf({
        ...one,
        input: { ...one.input, [fact]: exactOf(line.limit).times(50).plus(100).toFixed() },
      });
      for (const action of worst?.actions ?? []) expect(beyond.actions, `${one.rule} ${fact}`).toContain(action);
    }
  });
});

describe('every figure of every pack', () => {
  const entries = packs.flatMap((pack) =>
    [...pack.limits, ...pack.tables, ...pack.clauses].map((entry) => ({ pack, entry })),
  );

  test('has its document, its days in force, how it was read, and an article or the mark that it is to be verified', () => {
    for (const { pack, entry } of entries) {
      expect(pack.title, pack.id).not.toBe('');
      const named = entry.article !== null || entry.needsCheck || entry.provenance === 'product';
      expect(named, `${pack.id} ${entry.key}`).toBe(true);
    }
  });

  test('under the edition of 2025 is marked on every verdict, and points at the article it was carried over from', () => {
    const today = isoDate.parse('2026-11-27');
    const cited = cases.flatMap(({ rule, input }) => {
      const judged = judge(rule, input, { date: today });
      return judged.ok ? judged.value.citations.filter(({ document }) => document === 'rules25') : [];
    });
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter(({ article, needsCheck }) => article !== null || !needsCheck)).toEqual([]);
    expect(cited.filter(({ entries: behind }) => behind.length === 0)).toEqual([]);
  });

  test('no verdict that compares with a figure lacks its citation', () => {
    for (const one of cases) {
      const verdict = verdictOf(one);
      if (verdict && compared(verdict).length > 0) expect(verdict.citations.length, one.rule).toBeGreaterThan(0);
    }
  });
});

test('every rule has cases here', () => {
  const seen = new Set(cases.map(({ rule }) => rule));
  expect(rules.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([]);
  expect(cases.every(({ rule }) => findRule(rule) !== null)).toBe(true);
});

test('the step is finer than any figure of a pack', () => {
  for (const { value } of packs.flatMap(({ limits }) => limits)) expect(exact(value).decimalPlaces()).toBeLessThan(6);
});
