import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import { HLC_AHEAD_MS, hear, hlcToText, textToHlc, tick, zeroHlc } from './hlc.ts';

const anyHlc = fc.record({
  ms: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  counter: fc.integer({ min: 0, max: 0xffff }),
});

describe('hybrid clock', () => {
  test('goes to text and back without losing a digit, and text order is time order', () => {
    const property = fc.property(anyHlc, anyHlc, (a, b) => {
      expect(textToHlc(hlcToText(a))).toEqual(a);
      const before = a.ms < b.ms || (a.ms === b.ms && a.counter < b.counter);
      expect(hlcToText(a) < hlcToText(b)).toBe(before);
    });
    fc.assert(property, { numRuns: scaled(300) });
  });

  test('always rises while the wall is at most 24 h behind', () => {
    const property = fc.property(anyHlc, fc.integer({ min: -HLC_AHEAD_MS, max: HLC_AHEAD_MS }), (last, shift) => {
      const next = tick(last, last.ms + shift);
      expect(next.restarted).toBe(false);
      const full = last.ms >= 2 ** 48 - 2; // no room above
      if (!full) expect(hlcToText(next.hlc) > hlcToText(last)).toBe(true);
    });
    fc.assert(property, { numRuns: scaled(300) });
  });

  test('a full counter carries into the milliseconds', () => {
    expect(tick({ ms: 10, counter: 0xffff }, 0).hlc).toEqual({ ms: 11, counter: 0 });
  });

  test('begins anew from the wall when it ran more than 24 h ahead', () => {
    expect(tick({ ms: HLC_AHEAD_MS + 6, counter: 3 }, 5)).toEqual({ hlc: { ms: 5, counter: 0 }, restarted: true });
  });

  test('a wall before 1970 counts as 1970', () => {
    expect(tick(zeroHlc, -9_000_000).hlc).toEqual({ ms: 0, counter: 1 });
  });

  test('follows another clock only up to 24 h ahead of the wall', () => {
    expect(hear(zeroHlc, { ms: HLC_AHEAD_MS + 100, counter: 0 }, 100).ms).toBe(HLC_AHEAD_MS + 100);
    expect(hear(zeroHlc, { ms: HLC_AHEAD_MS + 101, counter: 0 }, 100)).toEqual(zeroHlc);
  });
});
