import { expect, test } from 'vitest';
import { latestSaved } from './use-saved.ts';

const at = (seq: number) => ({ wall: seq * 1000, seq, today: seq });

test('the newer of what was asked and what was told counts', () => {
  expect(latestSaved(null, null)).toBeNull();
  expect(latestSaved(at(3), null)?.seq).toBe(3);
  expect(latestSaved(at(3), at(5))?.seq).toBe(5);
  expect(latestSaved(at(9), at(5))?.seq).toBe(9);
});
