import { expect, test } from 'vitest';
import { inspectionSheet } from '../../../electron/ports/inspection-models.ts';
import { fakeSheet } from '../../fake/fake-sheet.ts';
import { viewOf } from './item-view.ts';
import { decidingGap, gapOf } from './verdict-gap.ts';

const line = (substituted: string, result = '✗') => ({ formula: '', substituted, result, unit: 'm' });

test('a comparison gives value, limit and what is between them, exactly', () => {
  expect(gapOf(line('27.5 ≥ 30'))).toEqual({ value: '27.5', sign: '≥', limit: '30', by: '2.5', unit: 'm', met: false });
  expect(gapOf(line('0.3 ≤ 0.1'))?.by).toBe('0.2');
});
test('formulas and values past the range are no comparison', () => {
  expect(gapOf(line('2 × 3.5'))).toBeNull();
  expect(gapOf(line('+∞ ≤ 24'))).toBeNull();
});
test('the comparison that is not met decides', () => {
  expect(decidingGap([line('12 ≥ 10', '✓'), line('8 ≥ 10')])?.value).toBe('8');
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
