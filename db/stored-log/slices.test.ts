import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importLogSteps } from '../../drivers/log-import/import-log.ts';
import type { ImportedLog } from '../../drivers/log-import/imported-log.ts';
import { ROWS_PER_STEP, type Steps } from '../../drivers/log-import/steps.ts';
import { blobId, inspectionId, instrumentId, placeId } from '../../vocabulary/ids.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import type { BlobStore } from '../files/blob-store.ts';
import { decodeBlock } from '../readings/block.ts';
import { keepLogBlocks, readingsPerBlock } from './log-blocks.ts';
import { matchLog } from './match-log.ts';

const START = Date.UTC(2026, 10, 23, 1);
const ROWS = 20_000;
const clock = (nth: number) => new Date(START + nth * 1000).toISOString().slice(0, 19).replace('T', ' ');
const rowsOf = (row: (time: string, nth: number) => string) =>
  Array.from({ length: ROWS }, (_, nth) => row(clock(nth), nth));
const texts = {
  table: ['时间,CH4(%LEL),CO(ppm)', ...rowsOf((time, nth) => `${time},${nth % 100},${nth % 20}`)],
  records: ['maker;123;CO', ...rowsOf((time, nth) => `1.${nth};${time.replace(' ', ';')};CO;${nth % 50};ppm;;`)],
  interval_report: ['CO ppm interval 1 s', 'Date Time S0', ...rowsOf((time, nth) => `${time} ${nth % 50}`)],
  bad: ['时间,CO(ppm)', ...rowsOf((_, nth) => `never,${nth}`)],
};
/** How often every row of a file is walked while it is read. */
const PASSES = { table: 3, records: 3, interval_report: 4, bad: 3 };

function run<T>(steps: Steps<T>) {
  const jumps: number[] = [];
  let before = 0;
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return { value: next.value, steps: jumps.length, widest: Math.max(1 - before, ...jumps) };
    jumps.push(next.value - before);
    before = next.value;
  }
}
const readAs = (format: keyof typeof texts) => {
  const bytes = new Uint8Array(Buffer.from(texts[format].join('\n')));
  const read = run(importLogSteps(bytes, { zone: '+08:00', unit: 'ppm', gas: 'CO' }));
  return { ...read, log: orThrow(read.value) };
};

test.each(Object.keys(PASSES) as (keyof typeof PASSES)[])(
  'reading a %s stops after every so many rows of every pass',
  (format) => {
    const { log, steps, widest } = readAs(format);
    expect(log.rows.length + log.bad_rows.length).toBe(ROWS);
    expect(steps).toBeGreaterThanOrEqual((PASSES[format] * ROWS) / ROWS_PER_STEP);
    expect(widest).toBeLessThan(0.1);
  },
);

const times = {
  inspection: inspectionId.parse('e'.repeat(32)),
  from: START,
  to: START + 1e9,
  places: [{ placeId: placeId.parse('1'.repeat(32)), from: START }],
};

test.each(['table', 'bad'] as const)('matching a %s stops after every so many rows', (format) => {
  const { steps, value } = run(matchLog(readAs(format).log, times, 0));
  expect(steps).toBeGreaterThanOrEqual(ROWS / ROWS_PER_STEP);
  expect(value.matched + value.unmatched.reduce((sum, { rows }) => sum + rows, 0)).toBe(ROWS);
});

function pack(log: ImportedLog) {
  const kept: Uint8Array[] = [];
  let cells = 0;
  const counted = (row: ImportedLog['rows'][number]) => ({
    ...row,
    get readings() {
      cells += 1;
      return row.readings;
    },
  });
  const blobs: Pick<BlobStore, 'put'> = {
    put: (bytes) => ok(blobId.parse(String(kept.push(bytes)).padStart(64, '0'))),
  };
  const instrument = instrumentId.parse('a'.repeat(32));
  const parts = { instrument, register: null, file: blobId.parse('b'.repeat(64)), offsetMs: 0 };
  const steps = keepLogBlocks({ ...log, rows: log.rows.map(counted) }, { ...parts, blobs });
  let most = 0;
  for (let next = steps.next(); ; next = steps.next()) {
    most = Math.max(most, cells);
    cells = 0;
    if (next.done) return { kept, most, body: orThrow(next.value) };
  }
}

test('packing takes no more rows at a time than a step has, and loses none', () => {
  const { kept, most, body } = pack(readAs('table').log);
  expect(most).toBe(ROWS_PER_STEP);
  const readings = kept.flatMap((block) => orThrow(decodeBlock(block)));
  expect(readings).toHaveLength(2 * ROWS);
  expect(readings.map(({ time }) => time.mono)).toEqual(readings.map((_, nth) => 2 + Math.floor(nth / 2)));
  expect(body?.blocks.map(({ count }) => count).reduce((a, b) => a + b)).toBe(2 * ROWS);
});

test('a long log has larger blocks, not more of them than one event can name', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (readings) => {
      expect(Math.ceil(readings / readingsPerBlock(readings))).toBeLessThanOrEqual(200);
    }),
  );
  expect(readingsPerBlock(100)).toBe(5_000);
});
