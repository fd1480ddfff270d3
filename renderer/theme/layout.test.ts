import { expect, test } from 'vitest';
import { parseDisplay } from './display.ts';
import { densityFor, layoutFor } from './layout.ts';

test('a tablet gets the field layout unzoomed', () => {
  expect(layoutFor(1280)).toEqual({ layout: 'field', zoom: 1 });
});
test('a narrower window zooms the field layout to fit', () => {
  expect(layoutFor(960)).toEqual({ layout: 'field', zoom: 0.75 });
});
test('a wide window gets the desk layout', () => {
  expect(layoutFor(1600).layout).toBe('desk');
});
test('a touch screen gets the field density whatever its width', () => {
  expect(densityFor('auto', 'desk', true)).toBe('field');
  expect(densityFor('auto', 'desk', false)).toBe('desk');
  expect(densityFor('desk', 'field', true)).toBe('desk');
});
test('display settings that cannot be read become the defaults', () => {
  expect(parseDisplay('{"theme":"pink"}').theme).toBe('night');
  expect(parseDisplay('not json').language).toBe('zh');
  expect(parseDisplay('{"theme":"day"}').theme).toBe('day');
});
