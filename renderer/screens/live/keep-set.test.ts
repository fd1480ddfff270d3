import { expect, test } from 'vitest';
import { inspectionSheet } from '../../../electron/ports/inspection-models.ts';
import { reading } from '../../../vocabulary/reading.ts';
import { fakeSheet } from '../../fake/fake-sheet.ts';
import { gravestFirst, labelOf, rowForReadings } from './keep-set.ts';

const plain = inspectionSheet.parse(fakeSheet(['water.equipment.gas-tests']));
const wanting = (at: number) => ({
  ...plain,
  rows: plain.rows.map((row, index) => ({
    ...row,
    missingEvidence: index === at ? (['detector'] as const).slice() : [],
  })),
});
const [first] = plain.rows;
if (!first) throw new Error('no rows');
const worked = { inspectionId: plain.summary.inspectionId, itemId: first.itemId, placeId: first.placeId };

test('the row worked on gets them when it wants a reading', () => {
  expect(rowForReadings(wanting(0), worked)).toMatchObject({ missingEvidence: ['detector'] });
});
test('else the next row that wants one', () => {
  expect(rowForReadings(wanting(9), worked)).toMatchObject({ missingEvidence: ['detector'] });
});
test('else the row worked on, and nothing without one', () => {
  expect(rowForReadings(plain, worked)).toMatchObject({ itemId: first.itemId, placeId: first.placeId });
  expect(rowForReadings(plain, null)).toBeNull();
});
test('the label names as many gases as fit, with a word where there is no number', () => {
  const one = (gas: string, value: object) =>
    reading.parse({
      instrument: 'a'.repeat(32),
      channel: gas,
      gas,
      time: { wall: 1, mono: 1, boot: 'b'.repeat(32) },
      value,
    });
  const ch4 = one('CH4', { quality: 'ok', amount: '0.38', unit: '%VOL' });
  const over = one('CO', { quality: 'over_range', unit: 'ppm', detail: '' });
  expect(labelOf([ch4, over], '、', (word) => word)).toBe('CH₄ 0.38\u00a0%、CO overRange');
  expect(
    labelOf(
      Array.from({ length: 12 }, () => ch4),
      '、',
      () => '',
    ).length,
  ).toBeLessThanOrEqual(60);
});

test('the gravest reading of a set stands first, the rest as they came', () => {
  const of = (instrument: string) =>
    reading.parse({
      instrument: instrument.repeat(32),
      channel: 'ch1',
      gas: 'CH4',
      time: { wall: 1, mono: 1, boot: 'b'.repeat(32) },
      value: { quality: 'ok', amount: '0.42', unit: '%VOL' },
    });
  const [calm, asks, high, over] = [of('a'), of('b'), of('c'), of('d')];
  const seen = (one: typeof calm, sight: Parameters<typeof gravestFirst>[1][number]['sight']) => ({
    channel: { latest: { reading: one } },
    sight,
  });
  const channels = [
    seen(calm, { kind: 'measured', level: null }),
    seen(asks, { kind: 'unknown' }),
    seen(high, { kind: 'measured', level: 1 }),
    seen(over, { kind: 'overRange' }),
  ];
  expect(gravestFirst([calm, asks, high, over], channels)).toEqual([over, high, calm, asks]);
});
