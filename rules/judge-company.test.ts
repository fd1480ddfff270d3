import { describe, expect, test } from 'vitest';
import { orThrow } from '../vocabulary/result.ts';
import { isoDate } from '../vocabulary/time.ts';
import { judge } from './judge.ts';
import { judgeCompany } from './judge-company.ts';
import { companyLimit, isStricter } from './packs/company.ts';
import { packs } from './packs/registry.ts';

const at = { date: isoDate.parse('2026-11-27') };
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
const company = (limit = own(), rule = 'gas.ch4.action', given: Record<string, unknown> = facts) =>
  orThrow(judgeCompany(rule, given, at, [limit]));

describe("a mine's own figures", () => {
  test('give a verdict of their own beside the law, which stays as it is', () => {
    expect(orThrow(judge('gas.ch4.action', facts, at))).toMatchObject({ status: 'pass', source: 'law' });
    expect(company()).toMatchObject({
      status: 'fail',
      source: 'company',
      citations: [{ title: '示例煤矿瓦斯管理规定' }],
    });
    expect(orThrow(judge('gas.ch4.action', facts, at))).toMatchObject({ status: 'pass', source: 'law' });
  });

  test('count only where they are stricter, from their day on, and in a rule they have a part in', () => {
    expect(company(own({ value: '1.5' }))).toBeNull();
    expect(company(own({ value: '1.0' }))).toBeNull();
    expect(company(own({ from: '2026-12-01' }))).toBeNull();
    expect(company(own(), 'gas.toxic.limit', { gas: 'CO', value_ppm: 10 })).toBeNull();
    expect(orThrow(judgeCompany('gas.ch4.action', facts, at, []))).toBeNull();
  });

  test('never pass what the law fails: for every limit of every pack a stricter figure is on the safe side', () => {
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
