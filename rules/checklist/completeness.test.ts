import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countStandings, type RowStanding, standingOf, sumCompleteness } from './completeness.ts';

const row = (status: NonNullable<RowStanding>['status'], reason = '') => ({ status, reason });

test('only an answer counts as done, and a row left out counts as left out only with its reason', () => {
  expect(standingOf(null)).toBe('missing');
  expect(standingOf(row('unanswered'))).toBe('missing');
  expect(standingOf(row('pass'))).toBe('settled');
  expect(standingOf(row('fail'))).toBe('settled');
  expect(standingOf(row('unknown', '矿方未提供'))).toBe('unclear');
  expect(standingOf(row('notApplicable', ' '))).toBe('missing');
  expect(standingOf(row('notApplicable', '无老空'))).toBe('excluded');
});

const rows = fc.array(
  fc.record({
    standing: fc.constantFrom('settled', 'unclear', 'excluded', 'missing'),
    explained: fc.boolean(),
  }),
  { maxLength: 40 },
);
test('what is owed is accounted for, alone and together', () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 6 }), (inspections) => {
      const counts = inspections.map(countStandings);
      for (const one of counts) {
        expect(one.settled + one.unclear + one.excluded + one.missing).toBe(one.owed);
        expect(one.explained).toBeLessThanOrEqual(one.missing);
      }
      expect(sumCompleteness(counts)).toEqual(countStandings(inspections.flat()));
    }),
  );
});
