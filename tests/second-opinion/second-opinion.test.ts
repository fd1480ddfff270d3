import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { judge } from '../../rules/judge.ts';
import { rules } from '../../rules/registry.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { seededRandom } from '../fuzz/random.ts';
import type { Said, SecondRule } from './opinion.ts';
import { secondRules } from './rules.ts';

const DATE = isoDate.parse('2026-01-15');
const CASES = scaled(20_000);
const SEED = 20_261_127;

const goldenCases = z
  .array(
    z.object({ id: z.string(), rule: z.string(), input: z.record(z.string(), z.unknown()), expected: z.unknown() }),
  )
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '../shared-cases/golden-cases.json'), 'utf8')));

/** Numbers within the tolerance of the golden cases, sets without order, everything else exactly. */
function differs(rule: SecondRule, said: unknown, got: unknown, key = ''): boolean {
  if (typeof said === 'number' && typeof got === 'number')
    return Math.abs(said - got) > Math.max(5e-4, Math.abs(said) * 1e-4);
  if (Array.isArray(said) && Array.isArray(got)) {
    const order = (list: readonly unknown[]) => (rule.sets?.includes(key) ? [...list].sort() : list);
    return JSON.stringify(order(said)) !== JSON.stringify(order(got));
  }
  return said !== got;
}

function disagreements(rule: SecondRule, input: Record<string, unknown>, said: Said): string[] {
  const verdict = orThrow(judge(rule.id, input, { date: DATE }));
  const got: Said = { severity: verdict.severity, ...verdict.results };
  return Object.entries(said).flatMap(([key, value]) =>
    differs(rule, value, got[key], key)
      ? [`${rule.id} ${JSON.stringify(input)}: ${key} ${JSON.stringify(value)} but ${JSON.stringify(got[key])}`]
      : [],
  );
}

describe('a second implementation, written from the published facts alone', () => {
  test('has every rule there is, each once', () => {
    expect(secondRules.map(({ id }) => id).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  test('agrees with the golden cases', () => {
    expect(goldenCases.filter((each) => !secondRules.some(({ id }) => id === each.rule))).toEqual([]);
    const wrong = goldenCases.flatMap((each) => {
      const rule = secondRules.find(({ id }) => id === each.rule);
      const expected = z.record(z.string(), z.unknown()).parse(each.expected);
      const said = rule?.expected(each.input as never) ?? {};
      return Object.entries(expected)
        .filter(([key, value]) => rule && differs(rule, value, said[key], key))
        .map(([key]) => `${each.id} ${key}`);
    });
    expect(wrong).toEqual([]);
  });

  test(`says the same as the rules on ${CASES} cases around their limits`, () => {
    const random = seededRandom(SEED);
    const wrong: string[] = [];
    for (let n = 0; n < CASES && wrong.length < 5; n += 1) {
      const rule = secondRules[n % secondRules.length];
      if (!rule) continue;
      const input = rule.input(random);
      wrong.push(...disagreements(rule, input, rule.expected(input as never)));
    }
    expect(wrong).toEqual([]);
  });

  test('a missing fact never lets a case pass', () => {
    const random = seededRandom(SEED + 1);
    for (let n = 0; n < CASES / 4; n += 1) {
      const rule = secondRules[n % secondRules.length];
      if (!rule) continue;
      const input = rule.input(random);
      const notAsked = [...(rule.mayBeNull ?? []), ...(rule.notAsked?.(input as never) ?? [])];
      const keys = Object.keys(input).filter((key) => !notAsked.includes(key));
      const key = keys[random.below(keys.length)];
      if (key === undefined) continue;
      const verdict = orThrow(judge(rule.id, { ...input, [key]: null }, { date: DATE }));
      expect(verdict.status, `${rule.id} without ${key} ${JSON.stringify(input)}`).not.toBe('pass');
    }
  });
});
