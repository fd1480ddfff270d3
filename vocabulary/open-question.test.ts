import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDetail, readOpenDetail } from './open-question.ts';

test('what was handed on is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999, max: 99_999 }), (hundredths) => {
      const raw = (hundredths / 100).toFixed(2);
      expect(readOpenDetail(openDetail('gas_unknown', raw))).toEqual({ word: 'gas_unknown', raw });
    }),
  );
  expect(readOpenDetail(openDetail('scale_unknown'))).toEqual({ word: 'scale_unknown', raw: null });
});

test('other details ask nothing', () => {
  for (const detail of ['', 'device_status', 'not_a_number 3', 'unit_unknown 1e5', 'unit_unknown  3'])
    expect(readOpenDetail(detail)).toBeNull();
});
