import { expect, test } from 'vitest';
import { passphraseReady, passphraseTrouble, personReady } from './first-run-model.ts';

test('a person needs name, number and team', () => {
  expect(personReady({ name: '赵', certificateNo: '1', team: '三组' })).toBe(true);
  expect(personReady({ name: ' ', certificateNo: '1', team: '三组' })).toBe(false);
});
test('a short passphrase says how many are missing, two unlike ones say so', () => {
  expect(passphraseTrouble('', '')).toBeNull();
  expect(passphraseTrouble('abc', '')).toEqual({ kind: 'short', missing: 3 });
  expect(passphraseTrouble('abcdef', '')).toBeNull();
  expect(passphraseTrouble('abcdef', 'abcdeg')).toEqual({ kind: 'differ' });
});
test('only two equal ones of six or more are ready', () => {
  expect(passphraseReady('abcdef', 'abcdef')).toBe(true);
  expect(passphraseReady('abcde', 'abcde')).toBe(false);
  expect(passphraseReady('矿井安全第一', '矿井安全第一')).toBe(true);
});
