import { expect, test } from 'vitest';
import { dayOf, looksWhole } from './day-text.ts';

test.each(['2027-06-30', '2027-6-30', '2027.06.30', '2027/6/30', '20270630', ' 2027年6月30日 '])(
  '%s is the last day of June',
  (text) => expect(dayOf(text)).toBe('2027-06-30'),
);
test.each(['', '2027', '2027-06', '2027-02-30', '30/06/2027', '06-30'])('"%s" is no day', (text) =>
  expect(dayOf(text)).toBeNull(),
);
test('what is still being typed is not called wrong', () => {
  expect(looksWhole('2027-06')).toBe(false);
  expect(looksWhole('2027-02-30')).toBe(true);
});
