import { expect, test } from 'vitest';
import { basicUnits, lelAnswers, lelBasisOf, lelChoices } from './unit-choices.ts';

const all = ['%VOL', '%LEL', '%LEL(ISO 10156)', '%LEL(IEC 60079-20-1)', 'ppm'];

test('%LEL is asked once, its standard after it and only then', () => {
  expect(basicUnits(all)).toEqual(['%VOL', '%LEL', 'ppm']);
  expect(lelChoices('%LEL', all)).toEqual(['%LEL(ISO 10156)', '%LEL(IEC 60079-20-1)', '%LEL']);
  expect(lelChoices('%LEL(ISO 10156)', all)).toHaveLength(3);
  expect(lelChoices('%VOL', all)).toEqual([]);
});

test('an instrument that cannot leave the standard open is asked for it at once', () => {
  const fixed = ['%LEL(ISO 10156)', '%LEL(IEC 60079-20-1)', '%VOL'];
  expect(basicUnits(fixed)).toEqual(fixed);
  expect(lelChoices('%LEL(ISO 10156)', fixed)).toEqual([]);
});

test('no standard is ever presumed', () => {
  expect(lelBasisOf('%LEL')).toBeNull();
  expect(lelBasisOf(undefined)).toBeNull();
  expect(lelBasisOf('%LEL(IEC 60079-20-1)')).toBe('IEC 60079-20-1');
});

test('plain %LEL is settled by the unit, or by the basis where the wire itself says %LEL', () => {
  expect(lelAnswers([{ key: 'unit', choices: all }])).toEqual([
    { key: 'unit', value: '%LEL(ISO 10156)' },
    { key: 'unit', value: '%LEL(IEC 60079-20-1)' },
  ]);
  const basis = ['ISO 10156', 'IEC 60079-20-1'];
  expect(lelAnswers([{ key: 'lel_basis', choices: basis }])).toEqual(
    basis.map((value) => ({ key: 'lel_basis', value })),
  );
  expect(lelAnswers([{ key: 'gas', choices: ['CH4'] }])).toEqual([]);
});
