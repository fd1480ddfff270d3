import { expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { judge } from '../judge.ts';

const date = isoDate.parse('2026-01-15');
const good = { hydroType: 'complex', typeReport_date: '2024-05-01', reportedType: 'complex', worstRowTaken: true };
const judged = (facts: Record<string, unknown>) =>
  orThrow(judge('water.type.current', { ...good, ...facts }, { date }));

test('a report of the last three years with its worst row taken passes', () => {
  expect(judged({})).toMatchObject({ status: 'pass', citations: [{ article: '第284条' }] });
  expect(judged({ reportedType: 'extreme' }).status).toBe('pass');
});

test.each([
  [{ typeReport_date: '2023-01-14' }, ['old']],
  [{ reportedType: 'medium' }, ['lower']],
  [{ worstRowTaken: false }, ['worst-row']],
  [{ typeReport_date: '2020-01-01', worstRowTaken: false }, ['old', 'worst-row']],
])('%o fails and says why', (facts, fails) => {
  expect(judged(facts)).toMatchObject({ status: 'fail', results: { fails } });
});

test('a day in the future proves nothing, and does not hide what fails beside it', () => {
  expect(judged({ typeReport_date: '2026-01-16' }).status).toBe('unknown');
  expect(judged({ typeReport_date: '2026-01-16', reportedType: 'simple' }).status).toBe('fail');
});
