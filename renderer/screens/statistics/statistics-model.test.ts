import { expect, test } from 'vitest';
import { type OwedUnit, owedUnit } from '../../../electron/ports/completeness-models.ts';
import { fakeId } from '../../fake/fake-ids.ts';
import { isChosen, notStarted, sumOf, teamMonths } from './statistics-model.ts';

const unit = (id: string, month: string, team: string, missing: number, state: OwedUnit['state'] = 'open'): OwedUnit =>
  owedUnit.parse({
    inspectionId: fakeId(id),
    planId: null,
    planNo: '',
    kind: 'planned',
    mine: id,
    team,
    month,
    period: { from: `${month}-01`, to: `${month}-28` },
    state,
    cancelled: null,
    completeness: { owed: 60, settled: 60 - missing, unclear: 0, excluded: 0, missing, explained: 0 },
    tooFast: 0,
  });
const units = [
  unit('a', '2026-10', '三组', 1, 'signed'),
  unit('b', '2026-11', '三组', 2),
  unit('c', '2026-11', '一组', 60, 'notStarted'),
  unit('d', '2026-11', '三组', 3),
];

test('a team’s month sums all its inspections, also those nobody began', () => {
  expect(teamMonths(units)).toMatchObject([
    { month: '2026-11', team: '一组', units: 1, sum: { owed: 60, missing: 60 } },
    { month: '2026-11', team: '三组', units: 2, sum: { owed: 120, missing: 5 } },
    { month: '2026-10', team: '三组', units: 1, sum: { owed: 60, missing: 1 } },
  ]);
  expect(sumOf(units)).toMatchObject({ owed: 240, missing: 66 });
});
test('what is chosen narrows, nothing chosen is all', () => {
  expect(units.filter((one) => isChosen(one, {}))).toHaveLength(4);
  expect(units.filter((one) => isChosen(one, { team: '三组', month: '2026-11' })).map(({ mine }) => mine)).toEqual([
    'b',
    'd',
  ]);
  expect(notStarted(units).map(({ mine }) => mine)).toEqual(['c']);
});
