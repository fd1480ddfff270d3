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
test('notes that cannot be read are none', () => {
  expect(parseNotes('{"a":1}')).toEqual([]);
  expect(parseNotes('[')).toEqual([]);
});
