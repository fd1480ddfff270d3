import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { fieldKeys } from '../../rules/assessment/fields.ts';
import { button } from './app.ts';
import { expect, listenForComplaints, test } from './jingxun.ts';
import { inspector, open, PASSPHRASE } from './province.ts';
import { openAtHeading } from './seed.ts';
import { pattern, zh } from './words.ts';

/** What is typed into each field, in the order of 163号; `500y` is a pressure in kPa and the answer to the question that follows. */
const typed = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'drainage-unit.json'), 'utf8')));

/** Everything heard from keys and pointers since the page was loaded. */
declare global {
  interface Window {
    heard: { keys: number; pointers: number };
  }
}

test('a whole unit of gas drainage is assessed by keyboard alone, at most a key a character and two a field', async ({
  page,
  folder,
  province,
  start,
}) => {
  const dataFolder = path.join(folder, 'team03-drainage');
  await (await province.equip(dataFolder, inspector, 'inspector')).close();
  const profile = await open(dataFolder);
  expect((await profile.recorder.ask('session/unlock', { passphrase: PASSPHRASE })).ok).toBe(true);
  await openAtHeading(profile);
  await profile.close();
  const host = await start(dataFolder);
  const complaints = listenForComplaints(page);
  await page.addInitScript(() => {
    window.heard = { keys: 0, pointers: 0 };
    addEventListener('keydown', () => window.heard.keys++, true);
    for (const kind of ['pointerdown', 'mousedown', 'click', 'touchstart'])
      addEventListener(kind, (event) => event.isTrusted && window.heard.pointers++, true);
  });
  await page.goto(host.startUrl);
  await page.getByLabel(zh.firstRun.unlock.passphrase, { exact: true }).waitFor({ timeout: 30_000 });
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-current=page]')).toBeVisible();

  await page.keyboard.press('4');
  await expect(button(page, zh.drainage.newUnit)).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('15103 综采工作面');
  await page.keyboard.press('Enter');
  await page.keyboard.type('预抽单元2');
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-field=${fieldKeys[0]}]`)).toBeFocused();

  expect(Object.keys(typed)).toEqual([...fieldKeys]);
  const before = await page.evaluate(() => window.heard.keys);
  for (const key of fieldKeys) {
    await expect(page.locator(`[data-field=${key}]`)).toBeFocused();
    await page.keyboard.type(typed[key] ?? '');
    // a full-width digit comes from an input method and has no key of its own
    await page.keyboard.press('Enter');
  }
  const heard = await page.evaluate(() => window.heard);
  const characters = Object.values(typed).join('').length;
  expect(heard.keys - before).toBeLessThanOrEqual(characters + 2 * fieldKeys.length);

  // every criterion has its verdict: twelve sub-verdicts and the formulas between them
  let verdicts = 0;
  for (const step of [...Array(10).keys()].reverse()) {
    const marks = page.locator('.drainage-verdict .mark');
    await expect(page.locator('.drainage-steps button').nth(step)).toHaveAttribute('aria-current', 'step');
    expect(await page.locator('.drainage-verdict [data-kind=unknown]').count(), `criterion ${step + 1}`).toBe(0);
    verdicts += await marks.count();
    if (step > 0) await page.keyboard.press('k');
  }
  expect(verdicts).toBeGreaterThanOrEqual(12);

  for (let step = 0; step < 5; step++) await page.keyboard.press('j');
  await expect(page.locator('.drainage-verdict h2')).toHaveText(/5\.32\s?m³\/t.*5\s?m³\/t/);
  await page.keyboard.press('f');
  await expect(button(page, zh.drainage.finding.raised)).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByText(pattern(zh.drainage.conclude.done))).toBeVisible();
  expect((await page.evaluate(() => window.heard)).pointers).toBe(0);
  expect(complaints).toEqual([]);
});
