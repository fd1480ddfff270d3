import { expect, test } from 'vitest';
import { principalFrom, shortPrincipal } from './principal.ts';

test('a name is read without the realm and asked for with it', () => {
  expect(shortPrincipal('team3-tablet1@jingxun')).toBe('team3-tablet1');
  expect(principalFrom(' team3-tablet1 ')).toBe('team3-tablet1@jingxun');
  expect(principalFrom('team3-tablet1@jingxun')).toBe('team3-tablet1@jingxun');
  expect(principalFrom('ｔｅａｍ３-ｔａｂｌｅｔ１')).toBe('team3-tablet1@jingxun');
});
test('a name without its team, or with other signs, is none', () => {
  for (const typed of ['', 'tablet1', '三组-平板1', 'a-b@other', 'a b-c']) expect(principalFrom(typed)).toBeNull();
});
