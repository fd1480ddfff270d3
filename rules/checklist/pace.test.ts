import { describe, expect, test } from 'vitest';
import { itemId, placeId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { DEFAULT_WALK_S, type Leg, tooFast } from './pace.ts';

const place = (n: number) => placeId.parse(n.toString(16).padStart(32, '0'));
const [face, pump, sump] = [place(1), place(2), place(3)];
const answer = (at_s: number, where: ReturnType<typeof place> | null, author = 'zhao') => ({
  itemId: itemId.parse(`water.people.plan-${at_s}`),
  placeId: where,
  author,
  at: epochMs.parse(at_s * 1000),
});
const route: readonly Leg[] = [
  { from: face, to: pump, length_m: 300 },
  { from: pump, to: sump, length_m: 100 },
];

describe('answers faster than the walk', () => {
  test('two places without a known distance need the default time', () => {
    expect(tooFast([answer(0, face), answer(DEFAULT_WALK_S, pump)], [])).toEqual([]);
    expect(tooFast([answer(0, face), answer(DEFAULT_WALK_S - 1, pump)], [])).toMatchObject([
      { took_s: DEFAULT_WALK_S - 1, needs_s: DEFAULT_WALK_S, length_m: null },
    ]);
  });
  test('a known distance decides, also over several legs and backwards', () => {
    expect(tooFast([answer(0, sump), answer(150, face)], route)).toMatchObject([
      { took_s: 150, needs_s: 200, length_m: 400 },
    ]);
    expect(tooFast([answer(0, sump), answer(200, face)], route)).toEqual([]);
  });
  test('two people at two places at the same time are two walks', () => {
    expect(tooFast([answer(0, face), answer(1, pump, 'wang')], route)).toEqual([]);
  });
  test('answers for the whole mine and at one place need no walk', () => {
    expect(tooFast([answer(0, face), answer(1, null), answer(2, face)], route)).toEqual([]);
    expect(tooFast([answer(0, face), answer(1, null), answer(2, pump)], route)).toHaveLength(1);
  });
});
