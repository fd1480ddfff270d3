import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { orThrow } from '../vocabulary/result.ts';
import { isoDate } from '../vocabulary/time.ts';
import { exact } from './decimal.ts';
import { judge } from './judge.ts';
import { judgeByCompany } from './judge-company.ts';
import { asksMore, boundOf, companyLimit, isStricter, ownPart, tightenable, withCompany } from './packs/company.ts';
import { packs } from './packs/registry.ts';

const date = isoDate.parse('2026-11-27');
const facts = { location: 'faceReturn', ch4_pct: '0.9' };
const own = (more: object = {}) =>
  companyLimit.parse({
    family: 'safety',
    key: 'ch4.return',
    value: '0.8',
    title: '示例煤矿瓦斯管理规定',
    article: '第12条',
    from: '2026-01-01',
    ...more,
  });
const company = (
  limits: readonly ReturnType<typeof own>[] = [own()],
  rule = 'gas.ch4.action',
  given: Record<string, unknown> = facts,
) => orThrow(judgeByCompany((by) => judge(rule, given, { date, packs: by }), limits, date));

describe("a mine's own figures", () => {
  test('give a verdict of their own beside the law, which stays as it is', () => {
    expect(orThrow(judge('gas.ch4.action', facts, { date }))).toMatchObject({ status: 'pass', source: 'law' });
    expect(company()).toMatchObject({
      status: 'fail',
      source: 'company',
      citations: [{ title: '示例煤矿瓦斯管理规定' }],
    });
    expect(orThrow(judge('gas.ch4.action', facts, { date }))).toMatchObject({ status: 'pass', source: 'law' });
  });

  test('count only where they are stricter, from their day on, and in a rule they have a part in', () => {
    expect(company([own({ value: '1.5' })])).toBeNull();
    expect(company([own({ value: '1.0' })])).toBeNull();
    expect(company([own({ from: '2026-12-01' })])).toBeNull();
    expect(company([own()], 'gas.toxic.limit', { gas: 'CO', value_ppm: 10 })).toBeNull();
    expect(company([])).toBeNull();
  });

  test('beside a table stand in the rows that are laxer, and have no part in the stricter ones', () => {
    const rate = own({ family: 'drainage', key: 'mineRate', value: '40' });
    // 28 of 100 m³/min: the law asks 45 % there; of 15 m³/min it asks 25 %
    const share = (drained: string, vented: string) => ({
      drainedPure_m3PerMin: drained,
      ventilationEmission_m3PerMin: vented,
    });
    expect(company([rate], 'gas.mine.drainageRate', share('28', '72'))).toBeNull();
    expect(orThrow(judge('gas.mine.drainageRate', share('5', '10'), { date }))).toMatchObject({ status: 'pass' });
    expect(company([rate], 'gas.mine.drainageRate', share('5', '10'))).toMatchObject({
      status: 'fail',
      results: { limit_pct: 40 },
    });
  });

  test('are laid against each setting of a sensor by itself', () => {
    const set = { sensorLocation: 'returnCorner', alarm_pct: '1.0', cut_pct: '1.5', repower_pct: '0.9' };
    const limit = own({ key: 'sensor.returnCorner.alarm' });
    expect(company([limit], 'gas.sensor.setting', set)).toMatchObject({
      status: 'fail',
      results: { fails: ['alarm-late'] },
    });
  });

  test('are stricter on the safe side of every limit of every pack', () => {
    for (const limit of packs.flatMap((pack) => pack.limits)) {
      const upper = limit.comparator.startsWith('>') === (limit.sense === 'triggers');
      const [less, more] = [String(Number(limit.value) * 0.5), String(Number(limit.value) * 2 + 1)];
      expect([isStricter(limit, less), isStricter(limit, more)], limit.key).toEqual(
        upper ? [true, false] : [false, true],
      );
      expect(isStricter(limit, limit.value)).toBe(false);
    }
  });
});

const cases = z
  .array(z.object({ rule: z.string(), input: z.record(z.string(), z.unknown()) }))
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '../tests/verdicts/inputs.json'), 'utf8')));

test('whatever the mine makes stricter, nothing that the law fails passes by its figures', () => {
  const tighter = tightenable(date).map((law) => {
    const by = boundOf(law) === 'atMost' ? '0.8' : '1.25';
    const value = exact(law.figures[0] ?? '0')
      .times(by)
      .toDecimalPlaces(6)
      .toFixed();
    expect(asksMore(law, value), law.key).toBe(true);
    return own({ family: law.family, key: law.key, value });
  });
  const tight = withCompany(packs, tighter, date);
  const kinds = new Set<string>();
  for (const { rule, input } of cases) {
    const law = judge(rule, input, { date });
    if (!law.ok) continue;
    const own = orThrow(judge(rule, input, { date, packs: tight }));
    const second = ownPart(law.value, own);
    if (second === null) continue;
    kinds.add(`${law.value.status} ${second.status}`);
    if (law.value.status === 'fail') expect([rule, input, second.status]).toEqual([rule, input, 'fail']);
  }
  expect(kinds).toContain('pass fail');
  expect(kinds).toContain('fail fail');
});
