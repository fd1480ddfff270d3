import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { inrushSigns } from '../../rules/water/inrush-signs.ts';
import { SignPicture } from './sign-picture.tsx';

test('every sign of inrush has a drawing of its own', () => {
  const drawn = inrushSigns.map((code) => renderToStaticMarkup(<SignPicture code={code} />));
  expect(new Set(drawn).size).toBe(15);
  expect(drawn.every((markup) => /<path/.test(markup))).toBe(true);
  expect(drawn.join('')).not.toContain('NaN');
});
