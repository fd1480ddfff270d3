import { expect, test } from 'vitest';
import { missingInPlan, type PlanForm, partsOf, planOf } from './plan-draft.ts';

const form: PlanForm = {
  mine: '青石沟煤矿',
  kind: 'planned',
  hydroType: 'complex',
  packs: ['water'],
  planNo: ' JC-2026-031 ',
  places: [
    { row: 4, code: 'headingFace', name: '15105掘进工作面' },
    { row: 1, code: 'other', name: ' ' },
    { row: 2, code: 'other', kind: 'pumpRoom', name: '中央泵房' },
  ],
  officers: [
    { row: 0, name: '赵远山', certificateNo: '14-0312-0087' },
    { row: 3, name: '王晓岚', certificateNo: '14-0312-0091' },
  ],
  from: '2026-11-20',
  to: '2026-11-30',
  distances: { 4: '', 2: '450' },
  assigned: { 'place 2': 3, 'group people': 0, 'place 1': 0 },
};

test('what is sent names places and officers by their position, without the empty rows', () => {
  expect(planOf(form)).toMatchObject({
    no: 'JC-2026-031',
    places: [{ fromPrevious_m: null }, { kind: 'pumpRoom', fromPrevious_m: 450 }],
    assignments: [
      { officer: 1, part: { place: 1 } },
      { officer: 0, part: { group: 'people' } },
    ],
  });
});
test('a plan wants two officers and a period that does not end before it begins', () => {
  const bare = { ...form, officers: form.officers.slice(0, 1), from: '2026-12-01' };
  expect(missingInPlan(bare)).toEqual(['twoOfficers', 'period']);
  expect(planOf(bare)).toBeNull();
  expect(missingInPlan({ ...form, to: form.from })).toEqual([]);
});
test('the parts are the named places and the groups of the checklists chosen', () => {
  expect(partsOf(form).map(({ key }) => key)).toEqual([
    'place 4',
    'place 2',
    'group people',
    'group team',
    'group equipment',
    'group exploration',
    'group withdrawal',
    'group zones',
    'group drainage',
  ]);
  expect(partsOf({ ...form, packs: ['gas'] }).some(({ key }) => key === 'group people')).toBe(false);
});
