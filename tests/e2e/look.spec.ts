import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { limitsWithoutCard } from '../screens/bare-limits.ts';
import { huesOnPage, marksWithoutWords } from '../screens/hues.ts';
import { lookAtPage } from '../screens/look.ts';
import { pictures } from '../screens/pictures.ts';
import { type FakeScreens, serveFakeScreens } from '../screens/serve-fake.ts';
import { fill, zh } from './words.ts';

// What a machine can see of the look, over the host in memory: colour only where something is wrong, nothing that moves by
// itself, and lists that cost the same with ten rows and with ten thousand.
test.describe.configure({ mode: 'serial' });

let fake: FakeScreens;
let page: Page;
test.beforeAll(async ({ browser }) => {
  fake = await serveFakeScreens();
  const context = await browser.newContext({ reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai', locale: 'zh-CN' });
  page = await context.newPage();
});
test.afterAll(() => fake.stop());

const screens = ['今日', '检测', '检查', '抽采', '隐患', '台账', '交换', '统计', '设置'] as const;
const field = { width: 1280, height: 800 };
const desk = { width: 1920, height: 1080 };

async function open(scene: string, theme: 'night' | 'day' | 'red', size = field): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(`${fake.address}/fake.html?scene=${scene}&theme=${theme}`);
  await expect(page.locator('.shell')).toBeVisible();
}

/** Shows a screen and waits until it has its content. */
async function show(at: number): Promise<void> {
  await page.locator(`[aria-keyshortcuts="${at + 1}"]`).click();
  await expect(page.locator('[aria-current=page]')).toHaveAttribute('aria-keyshortcuts', String(at + 1));
  await expect(page.getByText(zh.common.reading)).toHaveCount(0);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 60))));
}

async function onEveryScreen(look: (name: string) => Promise<readonly string[]>): Promise<string[]> {
  const faults: string[] = [];
  for (const [at, name] of screens.entries()) {
    await show(at);
    faults.push(...(await look(name)).map((fault) => `${name}: ${fault}`));
  }
  return faults;
}

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
