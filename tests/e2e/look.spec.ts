import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { huesOnPage, marksWithoutWords } from '../screens/hues.ts';
import { lookAtPage } from '../screens/look.ts';
import { desk, type FakePage, fakePage, field } from './fake-page.ts';
import { fill, zh } from './words.ts';

// What a machine can see of the look, over the host in memory: colour only where something is wrong, nothing that moves by
// itself, and lists that cost the same with ten rows and with ten thousand.
test.describe.configure({ mode: 'serial' });

let fake: FakePage;
let page: Page;
let open: FakePage['open'];
let show: FakePage['show'];
let onEveryScreen: FakePage['onEveryScreen'];
test.beforeAll(async ({ browser }) => {
  fake = await fakePage(browser);
  ({ page, open, show, onEveryScreen } = fake);
});
test.afterAll(() => fake.stop());

for (const [theme, size] of [
  ['night', field],
  ['day', desk],
] as const) {
  test(`where all is well and verified no screen has a colour but focus and links, ${theme}`, async () => {
    await open('calm', theme, size);
    const faults = await onEveryScreen(() => page.evaluate(huesOnPage));
    expect(faults).toEqual([]);
  });
}

test('every screen has one next step at most, targets for a glove and no complaint of axe', async () => {
  await open('calm', 'night');
  const faults = await onEveryScreen(async () => {
    const axe = (await new AxeBuilder({ page }).analyze()).violations;
    return [...(await page.evaluate(lookAtPage, 48)), ...axe.map(({ id }) => `axe ${id}`)];
  });
  expect(faults).toEqual([]);
});

test('the scan itself sees the colour of what is wrong', async () => {
  await open('normal', 'night');
  await show(4);
  expect((await page.evaluate(huesOnPage)).join('\n')).toContain('mark');
});

test('no mark stands without its word, so that one hue or none is enough', async () => {
  await open('normal', 'red');
  expect(await onEveryScreen(() => page.evaluate(marksWithoutWords))).toEqual([]);
  for (const scene of ['unknown', 'alarm']) {
    await open(scene, 'red');
    await show(1);
    expect(await page.evaluate(marksWithoutWords)).toEqual([]);
  }
});

/** Collects what moved without having been touched; the value of `read` is the sum so far and who moved. */
const watchShifts = () =>
  page.evaluate(() => {
    const moved: string[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          readonly value: number;
          readonly sources: readonly { readonly node: Node | null }[];
        };
        const who = sources.map(({ node }) => (node instanceof Element ? node.className : node?.textContent));
        moved.push(`${value.toFixed(4)} ${who.join(', ')}`);
      }
    });
    observer.observe({ type: 'layout-shift' });
    Object.assign(globalThis, { shifts: moved });
  });
const readShifts = () => page.evaluate(() => (globalThis as unknown as { readonly shifts: string[] }).shifts);

/** Counts how often the page is changed, and remembers how big it was. */
const watchWork = () =>
  page.evaluate(() => {
    const work = { paintings: 0, elements: document.querySelectorAll('*').length };
    new MutationObserver(() => {
      work.paintings += 1;
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(globalThis, { work });
  });
const readWork = () =>
  page.evaluate(() => {
    const { work } = globalThis as unknown as {
      readonly work: { readonly paintings: number; readonly elements: number };
    };
    const chart = document.querySelector<HTMLElement>('.live-chart');
    return {
      paintings: work.paintings,
      grown: document.querySelectorAll('*').length - work.elements,
      points: Number(chart?.dataset.points),
      pixels: chart?.clientWidth ?? 0,
    };
  });

test('nothing moves while eight detectors stream for five seconds', async () => {
  await open('stream', 'night');
  await show(1);
  await expect(page.getByRole('article')).not.toHaveCount(0);
  await page.waitForTimeout(500);
  await watchShifts();
  await watchWork();
  const said = new Set<string | null>();
  for (let at = 0; at < 10; at++) {
    await page.waitForTimeout(500);
    said.add(await page.locator('.strip').textContent());
  }
  expect(await readShifts()).toEqual([]);
  // eight times ten readings a second are not painted one by one, and nothing grows by them
  const work = await readWork();
  expect(work.paintings).toBeGreaterThan(20);
  expect(work.paintings).toBeLessThan(160);
  expect(work.grown).toBeLessThan(40);
  expect(work.points).toBeGreaterThan(100);
  expect(work.points).toBeLessThanOrEqual(2 * work.pixels + 2);
  // values did change all the while, and the carbon monoxide took a second digit and lost it
  expect(said.size).toBeGreaterThan(4);
  expect(new Set([...said].map((text) => /CO(\d+)ppm/.exec(text ?? '')?.[1]?.length))).toEqual(new Set([1, 2]));
});

test('a list of ten thousand draws only what is in sight, says so truly, and goes by keys alone', async () => {
  await open('many', 'night');
  await show(4);
  const rows = page.locator('tbody tr[aria-rowindex]');
  const count = page.getByRole('status').filter({ hasText: '10000' });
  await expect(count).toHaveText(/^10000条，显示1–\d+$/);
  expect(await rows.count()).toBeLessThan(40);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.locator('tr[aria-current=true]')).toHaveAttribute('aria-rowindex', '3');
  // the list is read page by page as its end comes in sight
  await expect(async () => {
    await page.locator('.list-scroll').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect(count).toHaveText(/–10000$/, { timeout: 100 });
  }).toPass({ timeout: 60_000, intervals: [50] });
  await expect(rows.last()).toHaveAttribute('aria-rowindex', '10001');
  expect(await rows.count()).toBeLessThan(40);
  await page.keyboard.press('/');
  await page.keyboard.type('水泵');
  await expect(count).toHaveText(/^10000条，筛出(的先列)?\d+条(，往下翻还有)?，显示1–\d+$/);
  await page.keyboard.type('没有这样的');
  await expect(page.getByText(fill(zh.common.filterNone, { n: 10_000 }))).toBeVisible();
  await page.getByRole('button', { name: zh.common.clearFilter }).click();
  await expect(count).toHaveText(/^10000条，显示/);
});
