import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import { missingOf } from '../../vocabulary/withdrawal.ts';
import { withdrawalGravity } from './withdrawal-bodies.ts';

const salt = 'a'.repeat(32);
const order = (places: number, voided: object | null = null) => ({
  salt,
  inspection: null,
  mine: '示例煤矿',
  trigger: { kind: 'sign', signs: [], alarm: null, item: null },
  foundAt: 1,
  foundPlace: null,
  area: Array.from({ length: places }, (_, at) => ({ placeId: null, name: `地点${at}` })),
  danger: '',
  citations: [],
  issuedAt: 1,
  voided,
});
const people = (before: number | null, out: number | null) => ({ salt, before, out, source: '' });
const count = fc.option(fc.integer({ min: 0, max: 9999 }), { nil: null });

describe('of two tablets that say different things, the one that stops shows', () => {
  test('the wider area, and an order that stands before one that is void', () => {
    expect(withdrawalGravity(order(3))).toBeGreaterThan(withdrawalGravity(order(2)));
    expect(withdrawalGravity(order(1))).toBeGreaterThan(withdrawalGravity(order(9, { at: 2, reason: '误按' })));
  });

  test('more people missing before fewer, anybody missing before not counted, not counted before all out', () => {
    fc.assert(
      fc.property(count, count, count, count, (beforeA, outA, beforeB, outB) => {
        const rank = (before: number | null, out: number | null) => {
          const missing = missingOf({ before, out });
          return missing === null ? 0.5 : missing;
        };
        const [a, b] = [withdrawalGravity(people(beforeA, outA)), withdrawalGravity(people(beforeB, outB))];
        expect(Math.sign(a - b)).toBe(Math.sign(rank(beforeA, outA) - rank(beforeB, outB)));
      }),
      { numRuns: scaled(500) },
    );
  });

  test('not told, not out and not allowed again before told, out and allowed', () => {
    expect(withdrawalGravity({ salt, at: null, name: '' })).toBeGreaterThan(
      withdrawalGravity({ salt, at: 5, name: '' }),
    );
    expect(withdrawalGravity({ salt, at: null })).toBeGreaterThan(withdrawalGravity({ salt, at: 5 }));
    const resume = { salt, condition: '', done: {} };
    expect(withdrawalGravity({ ...resume, at: null })).toBeGreaterThan(withdrawalGravity({ ...resume, at: 5 }));
  });

  test('what cannot be read ranks between missing and out', () => {
    const unread = withdrawalGravity({ salt, something: 'newer' });
    expect(unread).toBeLessThan(withdrawalGravity(people(2, 1)));
    expect(unread).toBeGreaterThan(withdrawalGravity(people(2, 2)));
  });
});
