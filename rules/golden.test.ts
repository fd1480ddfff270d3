import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { orThrow } from '../vocabulary/result.ts';
import { isoDate } from '../vocabulary/time.ts';
import { findRule, judge } from './judge.ts';
import { rules } from './registry.ts';

const caseFile = z.array(
  z.object({
    id: z.string(),
    rule: z.string(),
    input: z.record(z.string(), z.unknown()),
    expected: z.record(z.string(), z.json()),
  }),
);
const cases = caseFile.parse(
  JSON.parse(readFileSync(new URL('../tests/shared-cases/golden-cases.json', import.meta.url), 'utf8')),
);
const date = isoDate.parse('2026-01-15');

/** Numbers within 5e-4 or one part in 10 000; lists as sets. */
function agrees(got: unknown, want: unknown): boolean {
  if (typeof want === 'number' && typeof got === 'number')
    return Math.abs(got - want) <= Math.max(5e-4, Math.abs(want) * 1e-4);
  if (Array.isArray(want) && Array.isArray(got)) return [...got].sort().join() === [...want].sort().join();
  return got === want;
}

describe('the golden cases', () => {
  test('every rule of the file is built', () => {
    const wanted = new Set(cases.map((entry) => entry.rule));
    expect([...wanted].filter((id) => findRule(id) === null)).toEqual([]);
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  });

  test.each(cases.filter((entry) => findRule(entry.rule) !== null))('$id gives the expected result', (entry) => {
    const verdict = orThrow(judge(entry.rule, entry.input, { date }));
    expect(Object.keys(verdict.results).sort()).toEqual(Object.keys(entry.expected).sort());
    const wrong = Object.entries(entry.expected).filter(([key, want]) => !agrees(verdict.results[key], want));
    expect(wrong, JSON.stringify(verdict.results)).toEqual([]);
  });
});
