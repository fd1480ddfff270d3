import { expect, test } from 'vitest';
import { keyIsLive, keyName, keyRegistry } from './keys.ts';

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test('keys are named with their modifiers', () => {
  expect(keyName(press('Q', { shiftKey: true }))).toBe('Shift+q');
  expect(keyName(press('?', { shiftKey: true }))).toBe('?');
  expect(keyName(press('F8', { shiftKey: true }))).toBe('Shift+F8');
  expect(keyName(press('z', { ctrlKey: true }))).toBe('Ctrl+z');
});
test('single letters are off while typing and when switched off', () => {
  expect(keyIsLive('q', false, true)).toBe(true);
  expect(keyIsLive('q', true, true)).toBe(false);
  expect(keyIsLive('q', false, false)).toBe(false);
  expect(keyIsLive('F8', true, false)).toBe(true);
  expect(keyIsLive('Enter', true, true)).toBe(false);
});
test('the newest layer wins and leaves as it came', () => {
  const hits: string[] = [];
  const leaveOuter = keyRegistry.add([{ key: 'j', words: '', run: () => hits.push('outer') }]);
  const leaveInner = keyRegistry.add([{ key: 'j', words: '', run: () => hits.push('inner') }]);
  keyRegistry.find('j')?.run();
  leaveInner();
  keyRegistry.find('j')?.run();
  leaveOuter();
  expect(hits).toEqual(['inner', 'outer']);
  expect(keyRegistry.find('j')).toBeUndefined();
});
