import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actionLocation } from '../vocabulary/place.ts';
import { orThrow } from '../vocabulary/result.ts';
import { scaled } from '../vocabulary/test-scale.ts';
import { isoDate } from '../vocabulary/time.ts';
import { verdict as verdictSchema } from '../vocabulary/verdict.ts';
import { exact } from './decimal.ts';
import { findRule, judge } from './judge.ts';
import { packInForce } from './packs/law.ts';
import { rules } from './registry.ts';
import { ruleTitles } from './rule-titles.words.ts';

const date = isoDate.parse('2026-01-15');
const caseFile = z.array(z.object({ id: z.string(), rule: z.string(), input: z.record(z.string(), z.unknown()) }));
const cases = caseFile.parse(
  JSON.parse(readFileSync(new URL('../tests/shared-cases/golden-cases.json', import.meta.url), 'utf8')),
);
const fieldsOf = (rule: string) => findRule(rule)?.fields ?? [];

describe('what holds for every rule', () => {
  test('each rule has a title and its own id', () => {
    expect(rules.filter((rule) => ruleTitles[rule.id] === undefined).map((rule) => rule.id)).toEqual([]);
    expect(Object.keys(ruleTitles).filter((id) => findRule(id) === null)).toEqual([]);
  });

  test('taking away any fact a rule needs makes its verdict unknown', () => {
    for (const { id, rule, input } of cases)
      for (const { key } of fieldsOf(rule).filter((field) => field.needed)) {
        const verdict = orThrow(judge(rule, { ...input, [key]: null }, { date }));
        expect([id, key, verdict.status, verdict.reason]).toEqual([id, key, 'unknown', `missing:${key}`]);
      }
  });

  test('a number that is no measurement never passes, whatever the word', () => {
    const words = ['warmup', 'calibrating', 'fault', 'over_range', 'under_range', 'invalid', 'missing', 'stale'];
    for (const { id, rule, input } of cases)
      for (const { key } of fieldsOf(rule).filter((field) => field.kind === 'number'))
        for (const quality of words) {
          const { status } = orThrow(judge(rule, { ...input, [key]: { quality } }, { date }));
          expect(['unknown', 'fail'], `${id} ${key} ${quality}`).toContain(status);
        }
  });

  test('every verdict has the shape that is stored, its numbers as given, and says why it is unknown', () => {
    for (const { rule, input } of cases) {
      const verdict = orThrow(judge(rule, input, { date }));
      expect(verdictSchema.parse(JSON.parse(JSON.stringify(verdict)))).toEqual(verdict);
      expect(verdict.facts).toMatchObject(input);
      expect(verdict.reason === null).toBe(verdict.status !== 'unknown');
      if (verdict.status === 'fail') expect(verdict.citations.length).toBeGreaterThan(0);
    }
  });
});

const safety = packInForce('safety', date);
const limits = safety?.limits.filter((limit) => limit.places !== undefined) ?? [];
const step = '0.0001';

describe('live limits of methane and carbon dioxide', () => {
  test('just below, at and just above each figure the comparator decides', () => {
    for (const limit of limits)
      for (const location of limit.places ?? []) {
        const reached = (value: string) => {
          const facts = limit.gas === 'CH4' ? { ch4_pct: value, accumulationVolume_m3: 1 } : { co2_pct: value };
          const rule = limit.gas === 'CH4' ? 'gas.ch4.action' : 'gas.co2.action';
          const { actions } = orThrow(judge(rule, { location, ...facts }, { date }));
          // At more than one figure the drill stop is part of the work stop.
          return limit.actions.every((action) => actions.includes(action));
        };
        expect(reached(exact(limit.value).minus(step).toFixed()), `${limit.key} below`).toBe(false);
        expect(reached(limit.value), `${limit.key} at`).toBe(limit.comparator === '>=');
        expect(reached(exact(limit.value).plus(step).toFixed()), `${limit.key} above`).toBe(true);
      }
  });

  test('more gas never asks for less', () => {
    const weight = (facts: Record<string, unknown>) => {
      const { status, actions } = orThrow(judge('gas.ch4.action', facts, { date }));
      const grave = actions.includes('withdraw') ? 2 : 0;
      return (status === 'fail' ? 1 : 0) + grave;
    };
    const amount = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.constantFrom(...actionLocation.options), amount, amount, (location, one, other) => {
        const [less, more] = [Math.min(one, other) / 100, Math.max(one, other) / 100];
        const facts = { location, accumulationVolume_m3: 0.6 };
        return weight({ ...facts, ch4_pct: less }) <= weight({ ...facts, ch4_pct: more });
      }),
      { numRuns: scaled(300) },
    );
  });

  test('a drained share only helps, a longer lead only helps', () => {
    const passes = (rule: string, facts: Record<string, unknown>) =>
      orThrow(judge(rule, facts, { date })).status === 'pass';
    const length = fc.integer({ min: 0, max: 500 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(length, length, length, (waterPressure_MPa, lead, more) => {
        const facts = { target: 'rock', waterPressure_MPa, casing_m: 50 };
        const short = passes('water.drill.lead', { ...facts, lead_m: lead });
        return !short || passes('water.drill.lead', { ...facts, lead_m: lead + more });
      }),
      { numRuns: scaled(200) },
    );
  });
});
