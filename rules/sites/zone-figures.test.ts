import { expect, test } from 'vitest';
import { decimalString } from '../../vocabulary/quantity.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { isTooMild, zoneFigures } from './zone-figures.ts';

const date = isoDate.parse('2026-01-15');
const of = (pressure: string | null, thickness: string | null, waterKind: 'floor' | 'goaf' = 'floor') =>
  zoneFigures(
    {
      waterKind,
      waterPressure_MPa: pressure === null ? null : decimalString.parse(pressure),
      aquicludeThickness_m: thickness === null ? null : decimalString.parse(thickness),
    },
    date,
  );

test('pressure over thickness gives the coefficient and the best zone it allows', () => {
  expect(of('3', '60')).toMatchObject({ computed: '0.05', best: 'mineable' });
  expect(of('4.2', '60')).toMatchObject({ computed: '0.07', best: 'deferred' });
  expect(of('6.6', '60')).toMatchObject({ computed: '0.11', best: 'forbidden' });
});

test('the rule behind it is cited', () => {
  expect(of('4.2', '60').verdict?.citations.map(({ document }) => document)).toContain('zones2022');
  expect(of('3', '0').verdict).toBeNull();
});

test('without both figures nothing is said, and of other water no zone is', () => {
  expect(of(null, '60')).toMatchObject({ computed: null, best: null });
  expect(of('3', '0')).toMatchObject({ computed: null, best: null });
  expect(of('6.6', '60', 'goaf')).toMatchObject({ computed: '0.11', best: null });
});

test('a zone recorded milder than its figures is told, a stricter one is not', () => {
  expect(isTooMild('mineable', 'forbidden')).toBe(true);
  expect(isTooMild('forbidden', 'mineable')).toBe(false);
  expect(isTooMild('mineable', null)).toBe(false);
});
