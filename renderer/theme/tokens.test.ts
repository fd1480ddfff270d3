import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrastRatio } from './contrast.ts';
import { type ThemeName, type TokenName, themeNames, themes } from './tokens.ts';

const grounds: readonly TokenName[] = ['bg0', 'bg1', 'bg2', 'bg3'];
const ratio = (theme: ThemeName, one: TokenName, other: TokenName) =>
  contrastRatio(themes[theme][one], themes[theme][other]);

describe.each(themeNames)('theme %s', (theme) => {
  test.each(['ink', 'ink2'] as const)('%s reads on every ground', (text) => {
    for (const ground of grounds) expect(ratio(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test('ink3 reads on the grounds that carry small text', () => {
    for (const ground of ['bg0', 'bg1', 'bg2'] as const) expect(ratio(theme, 'ink3', ground)).toBeGreaterThan(4.5);
    expect(ratio(theme, 'ink3', 'bg3')).toBeGreaterThanOrEqual(4.35);
  });
  test.each(['edge', 'danger', 'warn', 'note', 'unknown', 'focus'] as const)('%s marks stand out', (mark) => {
    for (const ground of grounds) expect(ratio(theme, mark, ground)).toBeGreaterThanOrEqual(3);
  });
  test.each(['danger', 'warn', 'note', 'unknown'] as const)('%s text reads on app, surface and control', (text) => {
    for (const ground of ['bg0', 'bg1', 'bg2'] as const) expect(ratio(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test.each([
    ['onInk', 'ink'],
    ['onDanger', 'dangerFill'],
    ['onWarn', 'warnFill'],
    ['ink', 'dangerTint'],
    ['danger', 'dangerTint'],
    ['warn', 'warnTint'],
    ['note', 'noteTint'],
    ['unknown', 'unknownTint'],
    ['onPaper', 'paper'],
  ] as const)('%s reads on %s', (text, ground) => {
    expect(ratio(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

test('the ratio of black on white is 21', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

test('no other file of the renderer holds a hex colour', () => {
  const root = join(import.meta.dirname, '..');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(tsx?|css|html)$/.test(name) && !/theme[/\\](tokens|contrast|tokens\.test)\.ts$/.test(name),
  );
  const guilty = files.filter((name) =>
    /#[0-9a-f]{3}(?:[0-9a-f]{3})?\b(?![\w-])/i.test(readFileSync(join(root, name), 'utf8')),
  );
  expect(guilty).toEqual([]);
});
