import { expect, type Page, test } from '@playwright/test';
import { limitsWithoutCard } from '../screens/bare-limits.ts';
import { pictures } from '../screens/pictures.ts';
import { desk, type FakePage, fakePage, field } from './fake-page.ts';
import { zh } from './words.ts';

// No number of the law without its document: every limit on every screen opens its card.

let fake: FakePage;
let page: Page;
let open: FakePage['open'];
let onEveryScreen: FakePage['onEveryScreen'];
test.beforeAll(async ({ browser }) => {
  fake = await fakePage(browser);
  ({ page, open, onEveryScreen } = fake);
});
test.afterAll(() => fake.stop());

/** Where limits stand beside what every screen shows at once: the units, the rows and tiles, the figures of a mine. */
const withLimits = [
  'drainage-unit-day',
  'check-typed-night',
  'gas-sensor-night',
  'live-detail-night',
  'live-chart-night',
  'company-night',
  'company-alarm-night',
  'instrument-page-day',
];
/** What the drawer of a card costs, each of them pays: so not every limit of a long table is pressed. */
const PRESSED_EACH = 2;

test('no limit is printed without its card, and each opens the card of its document', async () => {
  await open('normal', 'night');
  const faults = await onEveryScreen(() => page.evaluate(limitsWithoutCard));
  const pressed = new Set<string>();
  for (const picture of pictures.filter(({ name }) => withLimits.includes(name))) {
    await open(picture.scene, picture.theme === 'day' ? 'day' : 'night', picture.size === 'desk' ? desk : field);
    for (const step of picture.steps) await step(page);
    faults.push(...(await page.evaluate(limitsWithoutCard)).map((fault) => `${picture.name}: ${fault}`));
    for (const name of await newLimits(pressed)) {
      pressed.add(name);
      await openAndClose(name);
    }
  }
  expect(faults).toEqual([]);
  expect(pressed.size).toBeGreaterThanOrEqual(withLimits.length);
});

/** What is in front: a drawer, where one is open. */
const front = async () => {
  const drawers = page.locator('.ant-drawer-open');
  return (await drawers.count()) > 0 ? drawers.last() : page.locator('body');
};

/** The first few limits in front that were not pressed yet, by their names. */
async function newLimits(pressed: ReadonlySet<string>): Promise<readonly string[]> {
  const shown = (await front()).locator('button.limit-button:visible');
  const names = await shown.evaluateAll((all) => all.map((one) => one.getAttribute('data-limit') ?? ''));
  return [...new Set(names)].filter((name) => !pressed.has(name)).slice(0, PRESSED_EACH);
}

async function openAndClose(name: string): Promise<void> {
  await (await front()).locator(`button.limit-button[data-limit="${name}"]:visible`).first().press('Enter');
  const card = page.locator('.citation-drawer.ant-drawer-open');
  await expect(card.locator('.citation-card dl').first(), name).toBeVisible();
  await card.getByRole('button', { name: zh.common.close }).click();
  await expect(card).toHaveCount(0);
}

test('the scan itself sees a limit that stands bare, and one that opens nothing', async () => {
  await open('calm', 'night');
  await page.evaluate(() => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML(
        'beforeend',
        '<p>回风流限值 <b>1.00</b> %</p><p>≥ 30 m</p><button data-limit="">5 %</button>',
      );
  });
  expect(await page.evaluate(limitsWithoutCard)).toHaveLength(3);
});
