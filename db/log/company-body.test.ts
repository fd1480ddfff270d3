import fc from 'fast-check';
import { expect, test } from 'vitest';
import { companyBody, companyGravity } from './company-body.ts';
import { typeOfSubject } from './event-types.ts';
import { GRAVITY } from './gravity.ts';

const body = (value: string, more: object = {}) => ({
  salt: 'ab'.repeat(16),
  mine: '示例煤矿',
  limit: {
    family: 'safety',
    key: 'ch4.return',
    value,
    title: '示例煤矿瓦斯管理规定',
    article: '第12条',
    from: '2026-01-01',
  },
  bound: 'atMost',
  ...more,
});

test('only what fits is a figure of a mine', () => {
  expect(companyBody.safeParse(body('0.8')).success).toBe(true);
  for (const bad of [
    body('-0.8'),
    body('0.8', { note: '' }),
    body('0.8', { bound: 'less' }),
    body('0.8', { mine: '' }),
  ])
    expect(companyBody.safeParse(bad).success).toBe(false);
});

test('each limit of a mine is a register of its own', () => {
  const mine = 'a'.repeat(32);
  expect(typeOfSubject(`company/${mine}/limit:safety.air.O2-intake`)).toBe('company');
  expect(typeOfSubject(`company/${mine}/limit:`)).toBeNull();
});

test('of two figures the stricter is graver, on whichever side the limit bounds, and graver than what cannot be read', () => {
  const hundredths = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(hundredths, hundredths, (one, other) => {
      fc.pre(one !== other);
      const [less, more] = [Math.min(one, other) / 100, Math.max(one, other) / 100].map(String);
      const at = (value: string | undefined, bound: string) => companyGravity(body(value ?? '', { bound }));
      expect(at(less, 'atMost')).toBeGreaterThan(at(more, 'atMost'));
      expect(at(more, 'atLeast')).toBeGreaterThan(at(less, 'atLeast'));
      expect(Math.min(at(more, 'atMost'), at(less, 'atLeast'))).toBeGreaterThan(GRAVITY.unknown);
    }),
  );
  expect(companyGravity(body('0.8', { removed: true }))).toBe(GRAVITY.none);
  expect(companyGravity({ salt: 'ab'.repeat(16) })).toBe(GRAVITY.unknown);
});
