import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importLog } from '../../drivers/log-import/import-log.ts';
import type { ImportedLog } from '../../drivers/log-import/imported-log.ts';
import { drain } from '../../drivers/log-import/steps.ts';
import { inspectionId, placeId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { countMoved, type InspectionTimes, matchLog } from './match-log.ts';

const START = Date.UTC(2026, 10, 23, 1);
const place = (digit: string) => placeId.parse(digit.repeat(32));
const textAt = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const logOf = (seconds: readonly number[]): ImportedLog => {
  const rows = seconds.map((second, nth) => `${textAt(START + second * 1000)},${nth}`);
  const text = ['time,CO(ppm)', ...rows].join('\n');
  return orThrow(importLog(new Uint8Array(Buffer.from(text)), { zone: 'Z' }));
};

const seconds = fc.integer({ min: -4000, max: 4000 });
const times = fc
  .record({
    length: fc.integer({ min: 0, max: 3000 }),
    edges: fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 4 }),
  })
  .map(
    ({ length, edges }): InspectionTimes => ({
      inspection: inspectionId.parse('e'.repeat(32)),
      from: START,
      to: START + length * 1000,
      places: edges
        .toSorted((a, b) => a - b)
        .map((edge, nth) => ({ placeId: place(String(nth % 2)), from: START + edge * 1000 })),
    }),
  );
const rows = fc.array(seconds, { maxLength: 30 });

describe('matching', () => {
  test('puts every row in one place or lists it, and counts each once', () => {
    fc.assert(
      fc.property(rows, times, (at, inspection) => {
        const log = logOf(at);
        const match = drain(matchLog(log, inspection, 0));
        const listed = match.unmatched.reduce((sum, run) => sum + run.rows, 0);
        expect(match.matched + listed).toBe(log.rows.length + log.bad_rows.length);
        expect(match.places.reduce((sum, one) => sum + one.rows, 0)).toBe(match.matched);
      }),
    );
  });

  test('an instrument that is wrong by an offset matches by it as a right one does without', () => {
    fc.assert(
      fc.property(rows, times, seconds, (at, inspection, wrong) => {
        const right = drain(matchLog(logOf(at), inspection, 0));
        const shifted = logOf(at.map((second) => second + wrong));
        expect(drain(matchLog(shifted, inspection, wrong * 1000))).toEqual(right);
        const before = { times: inspection, offsetMs: wrong * 1000 };
        expect(drain(countMoved(shifted, before, before))).toBe(0);
      }),
    );
  });

  test('the edges belong to the place that begins and to the inspection that ends', () => {
    const inspection = {
      inspection: inspectionId.parse('e'.repeat(32)),
      from: START,
      to: START + 20_000,
      places: [
        { placeId: place('1'), from: START + 5_000 },
        { placeId: place('2'), from: START + 10_000 },
      ],
    };
    const match = drain(matchLog(logOf([-1, 0, 4, 5, 9, 10, 20, 21]), inspection, 0));
    expect(match.places.map(({ placeId: id, rows: count }) => [id[0], count])).toEqual([
      ['1', 2],
      ['2', 2],
    ]);
    expect(match.unmatched.map(({ reason, fromRow, rows: count }) => [reason, fromRow, count])).toEqual([
      ['before', 2, 1],
      ['no_place', 3, 2],
      ['after', 9, 1],
    ]);
  });
});
