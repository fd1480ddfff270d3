import { expect, test } from 'vitest';
import { entityId, placeId } from '../../../vocabulary/ids.ts';
import { blankRequest } from '../../shell/withdrawal-request.ts';
import { chooseKind, everywhere, firstDraft, orderOf, toggleArea, toggleSign } from './draft-model.ts';

const face = { placeId: placeId.parse('1'.repeat(32)), name: '15105回风顺槽掘进' };
const other = { placeId: placeId.parse('2'.repeat(32)), name: '15105回风顺槽掘进' };

test('the place where it was found is in the area from the beginning, else the place one stands at', () => {
  expect(firstDraft({ ...blankRequest, place: face }, other).area).toEqual([face]);
  expect(firstDraft(blankRequest, other).area).toEqual([other]);
  expect(firstDraft(blankRequest, null).area).toEqual([]);
});

test('two places of one name are two places', () => {
  const both = toggleArea(firstDraft(blankRequest, face), other);
  expect(both.area).toEqual([face, other]);
  expect(toggleArea(both, face).area).toEqual([other]);
});

test('a sign makes the reason a sign, and the last one taken back takes it back', () => {
  const seen = toggleSign(firstDraft(blankRequest, face), 'red-stain');
  expect(seen).toMatchObject({ kind: 'sign', signs: ['red-stain'] });
  expect(toggleSign(seen, 'red-stain')).toMatchObject({ kind: 'other', signs: [] });
});

test('a storm clears the whole mine, once', () => {
  const storm = chooseKind(chooseKind(firstDraft(blankRequest, face), 'storm'), 'storm');
  expect(storm.area).toEqual([face, everywhere]);
});

test('an alarm is named only by an order that gas is the reason of', () => {
  const alarm = entityId.parse('a'.repeat(32));
  const request = { ...blankRequest, alarm, kind: 'gas' as const, place: face };
  const about = { inspectionId: null, mine: '示例煤矿', here: null };
  const order = orderOf(firstDraft(request, null), request, about, null);
  expect(order).toMatchObject({ trigger: { kind: 'gas', alarm }, foundPlace: face, area: [face], danger: '' });
  const changed = orderOf(chooseKind(firstDraft(request, null), 'other'), request, about, null);
  expect(changed.trigger).toEqual({ kind: 'other', signs: [], alarm: null, item: null });
});
