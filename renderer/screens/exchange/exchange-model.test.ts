import { describe, expect, test } from 'vitest';
import { exchangeState, importResult } from '../../../electron/ports/exchange-models.ts';
import { fakeImport, fullExchange } from '../../fake/fake-exchange.ts';
import {
  balances,
  barOf,
  headsInOrder,
  logWord,
  missingCount,
  namedByOutcome,
  pendingRange,
  quarantineReason,
} from './exchange-model.ts';

const state = exchangeState.parse(fullExchange);
const [own, gapped, unsealed, whole] = state.logs;
if (!own || !gapped || !unsealed || !whole) throw new Error('four logs are expected');

test('the counts of an import balance or it is said', () => {
  const counts = importResult.parse(fakeImport('a'));
  expect(balances(counts)).toBe(true);
  expect(balances({ ...counts, added: 285 })).toBe(false);
});

describe('the bar of a device', () => {
  test('is whole where nothing is missing', () => {
    expect(barOf(whole, state.gaps)).toEqual([{ kind: 'have', share: 1 }]);
  });
  test('shows the gap where it lies', () => {
    const bar = barOf(gapped, state.gaps);
    expect(bar.map((piece) => piece.kind)).toEqual(['have', 'gap', 'have']);
    expect(bar.map((piece) => Math.round(piece.share * 330))).toEqual([40, 17, 273]);
  });
  test('ends open where entries are unsealed, and fills to one', () => {
    const bar = barOf(unsealed, state.gaps);
    expect(bar.map((piece) => piece.kind)).toEqual(['have', 'unsealed']);
    expect(bar.reduce((sum, piece) => sum + piece.share, 0)).toBeCloseTo(1);
  });
  test('of an empty log is empty', () => {
    expect(barOf({ ...whole, highest: 0 }, [])).toEqual([]);
  });
});

test('a missing range is said before unsealed entries, and a gapped log is never “all received”', () => {
  expect(logWord(gapped, state.gaps)).toEqual({ kind: 'missing', from: 41, to: 57 });
  expect(missingCount(gapped, state.gaps)).toBe(17);
  expect(logWord(unsealed, state.gaps)).toEqual({ kind: 'unsealed', n: 52 });
  expect(logWord(own, state.gaps).kind).toBe('own');
  expect(logWord({ ...own, neverSealed: 3 }, state.gaps)).toEqual({ kind: 'neverSealed', n: 3 });
  expect(logWord({ ...unsealed, neverSealed: 52 }, state.gaps)).toEqual({ kind: 'neverSealed', n: 52 });
  expect(logWord(whole, state.gaps).kind).toBe('all');
});

test('the answer that shows for now stands first', () => {
  const [conflict] = state.conflicts;
  if (!conflict) throw new Error('a conflict is expected');
  expect(headsInOrder(conflict).map((head) => head.outcome)).toEqual(['fail', 'pass']);
  expect(headsInOrder({ ...conflict, heads: conflict.heads.toReversed() })[0]?.outcome).toBe('fail');
  expect(namedByOutcome(conflict)).toBe(true);
  const alike = conflict.heads.map((head) => ({ ...head, outcome: 'fail' as const }));
  expect(namedByOutcome({ ...conflict, heads: alike })).toBe(false);
});

test('what is not handed in begins after the last bundle', () => {
  expect(pendingRange(state.exported, 1290)).toEqual({ from: 1019, to: 1290 });
  expect(pendingRange(state.exported, 1018)).toBeNull();
  expect(pendingRange([], 3)).toEqual({ from: 1, to: 3 });
});

test('a reason that is not known is shown as it is', () => {
  expect(quarantineReason('role')).toBe('role');
  expect(quarantineReason('something')).toBe('other');
});
