import { expect, type Page, test } from '@playwright/test';
import { obligationsOf } from '../../rules/checklist/obligations.ts';
import { checkItems } from '../../rules/checklist/registry.ts';
import { type FakeScreens, serveFakeScreens } from '../screens/serve-fake.ts';
import { zh } from './words.ts';

// Touches are counted, not timed: an answer and the way on, whatever the row. What is given as evidence comes on top.
test.describe.configure({ mode: 'serial' });

const MOST_TOUCHES = 2;
let fake: FakeScreens;
let page: Page;

test.beforeAll(async ({ browser }) => {
  fake = await serveFakeScreens();
  page = await (await browser.newContext({ reducedMotion: 'reduce', locale: 'zh-CN' })).newPage();
  await page.goto(`${fake.address}/fake.html?scene=sites&theme=night`);
  await page.locator('[aria-keyshortcuts="3"]').click();
  await expect(page.locator('.item-sections')).toBeVisible();
});
test.afterAll(() => fake.stop());

/** The row that is open, by its place in the list, and what the figures of it say. */
const look = () =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('.item-sections li > button')];
    const active = document.activeElement;
    return {
      at: rows.findIndex((row) => row.getAttribute('aria-current') === 'true'),
      rows: rows.length,
      fails: document.querySelector('.verdict-box[data-mark^="fail"]') !== null,
      wantsNumber: document.querySelector('.fact-column .number-pad') !== null,
      padIsOpen: active?.closest('.number-pad-field') !== null,
      onward: document.querySelector('.step-row .button[data-kind="primary"]')?.textContent ?? '',
    };
  });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

test('every row of the water checklist is answered in two touches, in walking order, and none is skipped', async () => {
  await page.locator('.item-sections li > button').first().click();
  const { rows } = await look();
  const asked = new Set(obligationsOf({ hydroType: 'complex', packs: ['water'], places: [] }).map(({ item }) => item));
  expect(asked.size).toBe(checkItems.filter(({ id }) => id.startsWith('water.')).length);
  expect(rows).toBeGreaterThanOrEqual(asked.size);
  const nextPlaces: string[] = [];
  for (let at = 0; at < rows; at++) {
    const seen = await look();
    expect(seen.at).toBe(at);
    // where the row wants a number the pad is open by itself
    if (seen.wantsNumber) expect(seen.padIsOpen).toBe(true);
    let touches = 0;
    await press(seen.fails ? zh.marks.fail : zh.marks.pass);
    touches++;
    if (at === rows - 1) break;
    if (seen.onward.startsWith('下一处')) nextPlaces.push(seen.onward);
    await page.locator('.step-row .button[data-kind="primary"]').click();
    touches++;
    expect(touches).toBeLessThanOrEqual(MOST_TOUCHES);
  }
  await expect(page.locator('.item-list-counts')).toContainText(`${rows} / ${rows}`);
  expect(nextPlaces.map((words) => words.replace(/^下一处：/, '').replace(/J$/, ''))).toEqual([
    '中央泵房和水仓',
    '15105回风顺槽掘进',
    '15105 1号钻场',
    '15107运输顺槽掘进',
  ]);
});

test('nothing answers several rows at once', async () => {
  const names = await page.getByRole('button').allTextContents();
  expect(names.filter((name) => /全部合格|全合格|一键/.test(name))).toEqual([]);
});

test('after the page was lost the card comes back to the same row', async () => {
  await page.locator('.item-sections li > button').nth(40).click();
  const question = await page.locator('.check-head h1').textContent();
  await page.reload();
  await page.locator('[aria-keyshortcuts="3"]').click();
  await expect(page.locator('.check-head h1')).toHaveText(question ?? '');
  expect((await look()).at).toBe(40);
});
