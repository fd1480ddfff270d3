import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type Page, chromium as playwright } from '@playwright/test';
import chromium from '@sparticuz/chromium';
import { limitsWithoutCard } from './bare-limits.ts';
import { lookAtPage } from './look.ts';
import { type Picture, pictures } from './pictures.ts';
import { serveFakeScreens } from './serve-fake.ts';

/**
 * Builds the screens over the fake host, takes a picture of each and looks for what a machine can see: clipped words,
 * small targets, more than one primary button, axe violations. Run with `node tests/screens/shoot.ts [filter]`.
 */
const root = join(import.meta.dirname, '../..');
const shots = join(root, '.build/screens');

const sizes = { field: { width: 1280, height: 800 }, desk: { width: 1920, height: 1080 } } as const;

/** What is wrong with the page as it stands, in words. */
async function lookAt(page: Page, field: boolean): Promise<string[]> {
  const seen = await page.evaluate(lookAtPage, field ? 48 : 24);
  const axe = await new AxeBuilder({ page }).analyze();
  return [
    ...seen,
    ...(await page.evaluate(limitsWithoutCard)),
    ...axe.violations.map((one) => `axe ${one.id}: ${one.nodes.map((node) => `${node.target}`).slice(0, 3)}`),
  ];
}

async function take(browser: Browser, address: string, picture: Picture): Promise<string[]> {
  const field = picture.size === 'field';
  const context = await browser.newContext({
    viewport: sizes[picture.size],
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    locale: picture.language === 'zh' ? 'zh-CN' : 'en-GB',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error ${error.message}`));
  page.on('console', (line) => line.type() === 'error' && faults.push(`console ${line.text()}`));
  const { scene, theme, language, density } = picture;
  await page.goto(
    `${address}/fake.html?${new URLSearchParams({ scene, theme, language, ...(density ? { density } : {}) })}`,
  );
  await page.waitForSelector('#root main', { timeout: 5000 }).catch(() => faults.push('nothing is shown'));
  await page.waitForTimeout(400);
  for (const step of picture.steps) await step(page);
  await page.waitForTimeout(300);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page.screenshot({ path: join(shots, `${picture.name}.png`) });
  faults.push(...(await lookAt(page, field)));
  await context.close();
  return faults;
}

const [filter = ''] = process.argv.slice(2);
mkdirSync(shots, { recursive: true });
const screens = await serveFakeScreens();
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
let total = 0;
for (const picture of pictures.filter((one) => one.name.includes(filter))) {
  const faults = await take(browser, screens.address, picture);
  total += faults.length;
  console.log(`${picture.name}: ${faults.length === 0 ? 'good' : ''}`);
  for (const fault of faults) console.log(`  ${fault}`);
}
await browser.close();
screens.stop();
process.exitCode = total === 0 ? 0 : 1;
