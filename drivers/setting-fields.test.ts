import { describe, expect, test } from 'vitest';
import { drivers } from './registry.ts';

describe.each(drivers.map((driver) => [driver.id, driver] as const))('%s in the list of instruments', (_, driver) => {
  test('has a title and every setting a name in both languages', () => {
    for (const { zh, en } of [driver.title, ...driver.fields.map((field) => field.title)]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toBe('');
    }
  });

  test('guesses no gas, unit, scale or full scale', () => {
    for (const { key, default: usual } of driver.fields) {
      if (['gas', 'unit', 'scale', 'full_scale'].includes(key)) expect(usual === null || usual === '').toBe(true);
    }
  });

  test('takes the defaults it shows', () => {
    const shown = driver.fields.filter((field) => field.default !== null && field.default !== '');
    const settings = Object.fromEntries(shown.map((field) => [field.key, field.default]));
    expect(driver.prepare(settings)).toMatchObject({ ok: true });
    expect(driver.prepare({})).toMatchObject({ ok: true });
  });
});
