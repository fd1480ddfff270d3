import { expect, test } from 'vitest';
import { acknowledge, shelve } from './alarm.ts';
import { alarmCenter, inOrder, soundingLevel, soundingSign } from './alarm-center.ts';
import type { Judged } from './alarm-model.ts';
import { at, keyOf, measured, raisedAt, see } from './test-alarm.ts';

const judged = (name: string, danger: number): Judged => {
  const [alarm] = see([], measured(danger), 0, 'faceAirflow', name);
  if (!alarm) throw new Error('no alarm');
  const { key, gas, place, where, source } = alarm;
  return { key, gas, place, where, source, sight: measured(danger), isDoubted: false };
};

test('the gravest stands first, sounds until acknowledged, and who did it stands on it', () => {
  alarmCenter.hear([judged('b/ch1', 1.2), judged('a/ch1', 1.6)], at(10));
  expect(inOrder(alarmCenter.get()).map((alarm) => alarm.key)).toEqual([keyOf('a/ch1'), keyOf('b/ch1')]);
  expect(soundingLevel(alarmCenter.get())).toBe(1);
  alarmCenter.acknowledge('Zhao', at(20), alarmCenter.get());
  expect(soundingLevel(alarmCenter.get())).toBeNull();
  expect(alarmCenter.get().map(({ acknowledged }) => acknowledged?.by)).toEqual(['Zhao', 'Zhao']);
});
test('whoever listens sees who put an alarm away whose detector is gone', () => {
  const closed: string[] = [];
  const stop = alarmCenter.listen(() => closed.push(...alarmCenter.get().flatMap((one) => one.closed?.by ?? [])));
  alarmCenter.hear([], at(30));
  alarmCenter.end(keyOf('a/ch1'), 'Wang', at(40));
  stop();
  expect(alarmCenter.get().map(({ key, dataLost }) => ({ key, dataLost }))).toEqual([
    { key: keyOf('b/ch1'), dataLost: true },
  ]);
  expect(closed).toEqual(['Wang']);
});
test('a second advisory is heard although one sounds already: it sounds only once', () => {
  const first = raisedAt(0.9);
  const both = see(first, measured(0.9), 10, 'faceAirflow', 'b/ch1');
  expect(soundingLevel(both)).toBe(soundingLevel(first));
  expect(soundingSign(both)).not.toBe(soundingSign(first));
  expect(soundingSign(acknowledge(both, 'Zhao', at(20)))).toBe('');
});
test('what is put aside neither sounds nor stands on the band', () => {
  const aside = shelve(raisedAt(0.9), keyOf('a/ch1'), { by: 'Zhao', reason: 'x', until: at(99).wall }, at(1));
  expect(soundingLevel(aside)).toBeNull();
  expect(inOrder(aside)).toEqual([]);
});
