import { expect, test } from 'vitest';
import { inspectionSheet } from '../../../electron/ports/inspection-models.ts';
import { exact } from '../../../rules/decimal.ts';
import { derive } from '../../../rules/workings.ts';
import { type OrderSign, type Working, working } from '../../../vocabulary/working.ts';
import { fakeSheet } from '../../fake/fake-sheet.ts';
import { viewOf } from './item-view.ts';
import { decidingGap, gapOf } from './verdict-gap.ts';

const line = (value: string, sign: OrderSign, limit: string, holds = false): Working =>
  working.parse({ kind: 'compared', symbol: 'L', sign, value, limit, limitSymbol: null, unit: 'm', fact: null, holds });

test('a comparison gives value, limit and what is between them, exactly', () => {
  expect(gapOf(line('27.5', '≥', '30'))).toEqual({
    value: '27.5',
    sign: '≥',
    limit: '30',
    by: '2.5',
    unit: 'm',
    met: false,
  });
  expect(gapOf(line('0.3', '≤', '0.1'))?.by).toBe('0.2');
});
test('amounts that are apart stay apart on the screen', () => {
  expect(gapOf(line('29.9999999999', '≥', '30'))).toMatchObject({ value: '29.9999999999', by: '0.0000000001' });
});
test('a sentence has the digits that matter: all of a typed figure, two decimals of one that was worked out', () => {
  expect(gapOf(line('46.05263157894736842', '≥', '40'))).toMatchObject({ value: '46.05', limit: '40', by: '6.05' });
  expect(gapOf(line('0.0023', '≤', '0.0024'))).toMatchObject({ value: '0.0023', limit: '0.0024', by: '0.0001' });
  expect(gapOf(line('39.9999', '≥', '40'))?.value).toBe('39.9999');
  expect(gapOf(line('39.99512345678', '≥', '40'))).toMatchObject({ value: '39.995', by: '0.005' });
});
test('formulas and values past the range are no comparison', () => {
  const { working: sum } = derive('Q = Q_1 + Q_2', 'm³/h', { Q_1: exact(1), Q_2: exact(2) });
  expect(gapOf(sum)).toBeNull();
  expect(gapOf(line('over_range', '≤', '24'))).toBeNull();
});
test('the comparison that is not met decides', () => {
  expect(decidingGap([line('12', '≥', '10', true), line('8', '≥', '10')])?.value).toBe('8');
  expect(decidingGap([])).toBeNull();
});
test('the lead at an unclear goaf is judged while it is typed', () => {
  const sheet = inspectionSheet.parse(fakeSheet(['water.exploration.lead-goaf']));
  const [row] = sheet.rows;
  if (!row) throw new Error('no rows');
  const view = viewOf(row, { leadDistance_m: '27.5' }, sheet);
  expect(view?.machine).toBe('fail');
  expect(decidingGap(view?.verdict?.workings ?? [])).toMatchObject({ value: '27.5', limit: '30', by: '2.5' });
  expect(viewOf(row, {}, sheet)?.machine).toBe('unknown');
});
