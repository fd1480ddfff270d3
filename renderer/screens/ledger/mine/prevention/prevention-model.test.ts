import { expect, test } from 'vitest';
import { mineCheckRow } from '../../../../../electron/ports/prevention-models.ts';
import { isoDate } from '../../../../../vocabulary/time.ts';
import { fakeId, fakeNow } from '../../../../fake/fake-ids.ts';
import { lastMonths, overdueIn, summariesOf } from './prevention-model.ts';

const TODAY = isoDate.parse('2026-11-23');
const check = (level: string, checkedOn: string, deadline: string | null = null, closedOn: string | null = null) =>
  mineCheckRow.parse({
    entryId: fakeId(level + checkedOn),
    author: '赵远山',
    savedAt: fakeNow,
    disputed: false,
    mine: '青石沟煤矿',
    level,
    checkedOn,
    unit: '',
    checkers: '',
    area: '',
    source: '',
    hazards: [{ content: '缺护罩', place: '', level: 'general', responsible: '', measure: '', deadline, closedOn }],
  });

test('each level is counted by its own cycle over the days looked at', () => {
  const checks = [check('mine', '2026-08-03'), check('mine', '2026-10-30'), check('group', '2026-09-30')];
  const summaries = summariesOf(checks, lastMonths(TODAY), TODAY);
  expect(summaries.map(({ level, checks: n, times }) => [level, n, times])).toEqual([
    ['team', 0, 114],
    ['workshop', 0, 16],
    ['mine', 2, 1],
    ['group', 1, 0],
  ]);
  expect(summaries[2]?.missed).toMatchObject([{ from: '2026-09-01', to: '2026-09-30' }]);
});
test('the days looked at begin with a whole month, over the turn of a year too', () => {
  expect(lastMonths(TODAY).from).toBe('2026-08-01');
  expect(lastMonths(isoDate.parse('2027-02-10')).from).toBe('2026-11-01');
});
test('a hidden danger is overdue after its deadline until it is closed', () => {
  expect(overdueIn(check('mine', '2026-10-30', '2026-11-22'), TODAY)).toBe(1);
  expect(overdueIn(check('mine', '2026-10-30', '2026-11-23'), TODAY)).toBe(0);
  expect(overdueIn(check('mine', '2026-10-30', '2026-11-01', '2026-11-20'), TODAY)).toBe(0);
});
