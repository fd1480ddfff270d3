import { expect, test } from 'vitest';
import { inspectionTeam, isSamePerson } from '../../electron/ports/team-models.ts';
import { fakeId } from '../fake/fake-ids.ts';
import { checkerOf } from './team.ts';

const [zhao, wang] = ['赵远山', '王晓岚'].map((name) => ({
  personId: fakeId(name),
  name,
  certificateNo: name,
  team: '',
}));
const place = fakeId('place');
const team = inspectionTeam.parse({
  planId: null,
  period: null,
  officers: [zhao, wang],
  assignments: [
    { officer: zhao?.personId, part: { place } },
    { officer: wang?.personId, part: { group: 'people' } },
  ],
});

test('a row at a place is its officer’s whatever its group, a row of the whole mine is its group’s', () => {
  const at = team.assignments[0]?.part;
  if (!at || !('place' in at)) throw new Error('the place was lost');
  expect(checkerOf(team, 'people', at.place)?.name).toBe('赵远山');
  expect(checkerOf(team, 'people', null)?.name).toBe('王晓岚');
  expect(checkerOf(team, 'zones', null)).toBeNull();
});
test('one person on two devices is the same by name and number', () => {
  const [one, other] = team.officers;
  if (!one || !other) throw new Error('two officers were planned');
  expect(isSamePerson(one, { name: one.name, certificateNo: one.certificateNo })).toBe(true);
  expect(isSamePerson(one, other)).toBe(false);
  expect(isSamePerson(one, null)).toBe(false);
});
