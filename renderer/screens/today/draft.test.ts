import { expect, test } from 'vitest';
import { draftOf, missingOf, type OpenForm } from './draft.ts';

const form: OpenForm = {
  mine: '青石沟煤矿',
  kind: 'special',
  hydroType: 'complex',
  packs: ['water'],
  planNo: '',
  places: [
    { row: 0, code: 'faceReturn', name: '15103回风巷' },
    { row: 1, code: 'other', name: '  ' },
  ],
  officers: [
    { row: 0, name: '赵远山', certificateNo: '14-0312-0087' },
    { row: 2, name: '李树新', certificateNo: '14-0312-0119' },
    { row: 1, name: '', certificateNo: '' },
  ],
};

test('empty rows are left out of what is sent', () => {
  expect(draftOf(form)).toMatchObject({
    places: [{ code: 'faceReturn', name: '15103回风巷' }],
    officers: [
      { name: '赵远山', certificateNo: '14-0312-0087' },
      { name: '李树新', certificateNo: '14-0312-0119' },
    ],
  });
});
test('what is missing is named, and nothing is sent', () => {
  const bare = { ...form, mine: ' ', officers: [] };
  expect(missingOf(bare)).toEqual(['mine', 'twoOfficers']);
  expect(draftOf(bare)).toBeNull();
});
test('nobody chooses by leaving alone: the water type and the kind of a named place are asked for', () => {
  const left = { ...form, hydroType: '' as const, places: [{ row: 0, code: '' as const, name: '15103' }] };
  expect(missingOf(left)).toEqual(['hydroType', 'placeCode']);
  expect(draftOf(left)).toBeNull();
});
test('two officers inspect', () => {
  expect(missingOf({ ...form, officers: form.officers.slice(0, 1) })).toEqual(['twoOfficers']);
});
test('an officer needs both name and number', () => {
  const half = { ...form, officers: [...form.officers.slice(0, 1), { row: 5, name: '王晓岚', certificateNo: '' }] };
  expect(missingOf(half)).toEqual(['officerNo']);
});
