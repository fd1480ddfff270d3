import path from 'node:path';
import { expect as expectIt, type Locator, type Page } from '@playwright/test';
import { button, questionOf, savedLine, titleOf } from './app.ts';
import { expect, test } from './jingxun.ts';
import { inspector, PASSPHRASE, secondInspector } from './province.ts';
import { zh } from './words.ts';

const MOST_TABS = 60;

/** Walks with Tab until the focus stands there, as somebody without a mouse does. */
async function tabTo(page: Page, there: Locator): Promise<void> {
  await expectIt(there).toBeVisible();
  for (let step = 0; step < MOST_TABS; step++) {
    if (await there.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the focus never came to ${there}`);
}

const enter = async (page: Page, there: Locator) => {
  await tabTo(page, there);
  await page.keyboard.press('Enter');
};

/** The row that is open has one answer, and the recorder has said when it was saved. */
async function expectAnswered(page: Page, outcome: 'pass' | 'fail' | 'unknown'): Promise<void> {
  const pressed = page.getByRole('button', { name: zh.marks[outcome], exact: true });
  await expect(pressed).toHaveAttribute('aria-pressed', 'true');
  await expect(savedLine(page)).toBeVisible();
}

const question = (page: Page): Promise<string | null> => page.getByRole('heading', { level: 1 }).textContent();

test('an inspection is opened, three items answered and a finding raised without a mouse', async ({
  page,
  folder,
  province,
  start,
}) => {
  const dataFolder = path.join(folder, 'team03-keys');
  await (await province.equip(dataFolder, inspector, 'inspector')).close();
  const host = await start(dataFolder);
  await page.goto(host.startUrl);
  await page.getByLabel(zh.firstRun.unlock.passphrase, { exact: true }).waitFor({ timeout: 30_000 });
  await expect(page.getByLabel(zh.firstRun.unlock.passphrase, { exact: true })).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');

  await enter(page, button(page, zh.today.emptyButton));
  await tabTo(page, page.getByLabel(zh.today.form.mine));
  await page.keyboard.type('青石沟煤矿（示例）');
  await enter(page, button(page.getByRole('group', { name: zh.today.form.hydroType }), zh.hydroTypes.medium));
  await tabTo(page, page.getByRole('combobox', { name: zh.today.form.placeCode }));
  await page.keyboard.type(zh.places.faceReturn);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel(zh.today.form.placeName));
  await page.keyboard.type('15103回风巷');
  await enter(page, button(page, zh.today.form.addOfficer));
  await tabTo(page, page.getByLabel(zh.today.form.officerName).last());
  await page.keyboard.type(secondInspector.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(secondInspector.certificateNo);
  await page.keyboard.press('Shift+Tab');
  await page.getByRole('heading', { name: zh.today.form.title }).waitFor();
  await enterBackwards(page, button(page, zh.today.form.start));

  await expect(page.getByRole('navigation', { name: zh.check.list })).toBeVisible();
  const first = await question(page);
  await page.keyboard.press('q');
  await expectAnswered(page, 'pass');
  await page.keyboard.press('j');
  await expect.poll(() => question(page)).not.toBe(first);
  await page.keyboard.press('e');
  await enter(page, button(page, zh.check.reasons.nobody));
  await expectAnswered(page, 'unknown');

  await stepTo(page, 'water.people.systems');
  await expect(page.getByRole('textbox', { name: '已建制度数' })).toBeFocused();
  await page.keyboard.type('5');
  await page.keyboard.press('w');
  await expectAnswered(page, 'fail');
  await expect(button(page, zh.check.finding.raise)).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.getByLabel(zh.check.finding.fact)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, zh.check.finding.raised)).toBeVisible();
  await page.keyboard.press('5');
  await expect(page.getByText(titleOf('water.people.systems')).first()).toBeVisible();
});

/** Goes on with J, row by row, until the item asks. */
async function stepTo(page: Page, itemId: string): Promise<void> {
  const wanted = questionOf(itemId);
  for (let step = 0; step < MOST_TABS; step++) {
    const shown = await question(page);
    if (shown === wanted) return;
    await page.keyboard.press('j');
    await expect.poll(() => question(page)).not.toBe(shown);
  }
  throw new Error(`${itemId} never came`);
}

async function enterBackwards(page: Page, there: Locator): Promise<void> {
  for (let step = 0; step < MOST_TABS; step++) {
    if (await there.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error(`the focus never came back to ${there}`);
}
