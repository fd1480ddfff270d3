import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalString, gasUnit } from '../../vocabulary/quantity.ts';
import { quality, readingValue } from '../../vocabulary/reading.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { itemAt } from '../checklist/at-place.ts';
import { gasItems } from '../checklist/registry.ts';
import { factOfReading, measuredFact } from './fact-reading.ts';

const methane = { gas: 'CH4', unit: '%VOL' } as const;
const value = (amount: string, unit: string) => readingValue.parse({ quality: 'ok', amount, unit });

test('every row of the gases of a place can take its number from a detector; heat and speed have other instruments', () => {
  const all = gasItems.filter(({ group }) => group === 'air').map((item) => itemAt(item, 'face'));
  const air = all.filter(({ evidence }) => evidence.flat().includes('detector'));
  expect(all.filter((item) => !air.includes(item)).map(({ id }) => id)).toEqual(
    all.filter(({ id }) => /temperature|speed/.test(id)).map(({ id }) => id),
  );
  for (const { id, criterion } of air) {
    const preset = criterion.kind === 'rule' ? criterion.preset : {};
    expect(
      criterion.facts.map(({ key }) => measuredFact(key, preset) !== null),
      id,
    ).toEqual([true]);
  }
});

test('a number keeps its decimals, and another unit of the same gas is converted exactly', () => {
  expect(factOfReading({ gas: 'CH4', value: value('0.30', '%VOL') }, methane)).toBe('0.30');
  expect(factOfReading({ gas: 'CH4', value: value('3000', 'ppm') }, methane)).toBe('0.3');
  expect(factOfReading({ gas: 'CO', value: value('0.0024', '%VOL') }, { gas: 'CO', unit: 'ppm' })).toBe('24');
});

test('what would be a guess is not put in: %LEL without its basis, another gas', () => {
  expect(factOfReading({ gas: 'CH4', value: value('20', '%LEL') }, methane)).toBeNull();
  expect(factOfReading({ gas: 'CO', value: value('20', 'ppm') }, methane)).toBeNull();
});

test('what is no measurement stays a word, whatever the unit', () => {
  const words = fc.constantFrom(...quality.options.filter((word) => word !== 'ok'));
  const units = fc.option(fc.constantFrom(...gasUnit.options));
  fc.assert(
    fc.property(words, units, (word, unit) => {
      const said = readingValue.parse({ quality: word, unit, detail: '' });
      const fact = factOfReading({ gas: 'CH4', value: said }, methane);
      return typeof fact === 'object' && fact !== null && 'quality' in fact && fact.quality === word;
    }),
    { numRuns: scaled(100) },
  );
  expect(decimalString.safeParse(factOfReading({ gas: 'CH4', value: value('4', '%VOL') }, methane)).success).toBe(true);
});
