import { expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { judge } from '../judge.ts';

const date = isoDate.parse('2026-01-15');
const judged = (facesInDeferred: number, facesInForbidden: number) =>
  orThrow(judge('water.zones.faces', { facesInDeferred, facesInForbidden }, { date }));

test.each([
  [0, 0, 'pass', []],
  [1, 0, 'fail', ['deferred']],
  [0, 2, 'fail', ['forbidden']],
  [1, 1, 'fail', ['deferred', 'forbidden']],
])('with %i in deferred and %i in forbidden zones it is %s', (deferred, forbidden, status, fails) => {
  expect(judged(deferred, forbidden)).toMatchObject({ status, results: { fails } });
});

test('what nobody counted is unknown', () => {
  expect(orThrow(judge('water.zones.faces', { facesInDeferred: 0 }, { date }))).toMatchObject({
    status: 'unknown',
    reason: 'missing:facesInForbidden',
  });
});
