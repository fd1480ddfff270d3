import path from 'node:path';
import type { Page } from '@playwright/test';
import { textOfTime } from '../../renderer/screens/stored-log/import-model.ts';
import { button, chooseFile, goTo, press, unlock } from './app.ts';
import { expect, listenForComplaints, test } from './jingxun.ts';
import { inspector } from './province.ts';
import { HEADING, openAtHeading } from './seed.ts';
import { fill, zh } from './words.ts';

// The detector went below without the computer: its file is seen, asked about, set right by its clock, matched and kept once.
const words = zh.storedLog;
const FILE = path.resolve(import.meta.dirname, '../shared-cases/samples/vendor-b-gb18030.csv');
/** What the display shows in the test when our clock says one second after the place was entered: the file's last good row. */
const SHOWN = '2026-03-05 14:24:31';

const choose = (page: Page, name: string) => chooseFile(page, () => press(page, name), FILE);

test('a stored log is kept once, with its questions answered, its clock measured and its rows matched', async ({
  browser,
  folder,
  province,
  start,
}) => {
  const data = path.join(folder, 'team03-log');
  const profile = await province.equip(data, inspector, 'inspector');
  await openAtHeading(profile);
  const second = Math.ceil(Date.now() / 1000) * 1000 + 1000;
  await profile.close();
  const host = await start(data);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const complaints = listenForComplaints(page);
  await page.goto(host.startUrl);
  await unlock(page);
  await goTo(page, 'live');
  await press(page, words.open);
  await choose(page, words.choose);

  // seen before anything is kept
  await expect(page.getByText('使用单位;𠮷祥煤矿（演示）')).toBeVisible();
  await expect(
    page.getByText(fill(words.file.facts, { encoding: 'GB18030', delimiter: '分号', line: 4 })),
  ).toBeVisible();
  await expect(button(page, words.next)).toBeDisabled();
  await press(page, words.questions.zoneBeijing);
  await expect(button(page, words.next)).toBeEnabled();
  await press(page, words.next);

  // the label above the header is offered for the register
  await expect(page.getByLabel(words.instrument.serialNumber)).toHaveValue('A-20417');
  await press(page, words.instrument.keep);
  await expect(page.getByText(words.clock.offset)).toBeVisible();
  await page.getByLabel(words.clock.shown).fill(SHOWN);
  await page.getByLabel(words.clock.at).fill(textOfTime(second));
  await press(page, words.clock.keep);
  await expect(page.getByRole('button', { name: words.clock.none })).toBeVisible();
  await press(page, words.next);

  const matched = page.getByRole('region', { name: words.match.title, exact: true });
  const unmatched = page.getByRole('region', { name: words.match.unmatched });
  await expect(matched.getByRole('row').filter({ hasText: HEADING })).toContainText('15');
  await expect(unmatched.getByRole('row').filter({ hasText: words.match.reasons.before })).toContainText('5–6');
  await expect(unmatched.getByRole('row').filter({ hasText: words.match.reasons.bad_time })).toContainText('8');
  await button(page, words.import).and(page.locator('[data-kind=primary]')).click();
  await expect(page.getByText(fill(words.match.matched, { count: 3, places: 1, unmatched: 3 }))).toBeVisible();

  await choose(page, words.done.another);
  await expect(page.getByText(words.again)).toBeVisible();
  await press(page, words.rematch);
  await press(page, words.clock.none);
  await button(page, words.rematched.run).and(page.locator('[data-kind=primary]')).click();
  await expect(page.getByText(fill(words.rematched.moved, { n: 1 }))).toBeVisible();
  expect(complaints).toEqual([]);
  await host.stop();
});
