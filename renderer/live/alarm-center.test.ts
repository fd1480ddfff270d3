import { expect, test } from 'vitest';
import { alarmCenter, inOrder, parseNotes, soundingLevel } from './alarm-center.ts';
import type { Judged } from './alarm-model.ts';

const judged = (key: string, level: 1 | 2): Judged => ({
  key,
  gas: 'CH4',
  place: 'face',
  sight: {
    kind: 'measured',
    danger: 1.5,
    text: '1.50',
    unit: '%VOL',
    level,
    levelWithMargin: level,
    step: 0.1,
    cause: { limit: '1.5', comparator: '>=', reached: true, actions: [], citations: [], strictest: false },
  },
});

test('the gravest stands first, sounds until acknowledged, and the acknowledging is written down', () => {
  alarmCenter.hear([judged('b', 2), judged('a', 1)], { wall: 10, mono: 10 });
  expect(inOrder(alarmCenter.get()).map((alarm) => alarm.key)).toEqual(['a', 'b']);
  expect(soundingLevel(alarmCenter.get())).toBe(1);
  alarmCenter.acknowledge('Zhao', { wall: 20, mono: 20 });
  expect(soundingLevel(alarmCenter.get())).toBeNull();
  expect(alarmCenter.notes().map(({ key, by, at }) => ({ key, by, at }))).toEqual([
    { key: 'b', by: 'Zhao', at: 20 },
    { key: 'a', by: 'Zhao', at: 20 },
  ]);
});
test('who put an alarm away whose detector is gone is written down', () => {
  alarmCenter.hear([], { wall: 30, mono: 30 });
  alarmCenter.end('a', 'Wang', { wall: 40, mono: 40 });
  expect(alarmCenter.get().map(({ key, dataLost }) => ({ key, dataLost }))).toEqual([{ key: 'b', dataLost: true }]);
  expect(alarmCenter.notes().at(-1)).toMatchObject({ key: 'a', by: 'Wang', at: 40, ended: true });
});
test('notes that cannot be read are none', () => {
  expect(parseNotes('{"a":1}')).toEqual([]);
  expect(parseNotes('[')).toEqual([]);
});
