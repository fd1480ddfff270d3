import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { ScreenId } from '../../renderer/screens/screen-id.ts';
import { lookAtPage } from '../screens/look.ts';
import { alarms, button, connectItrans, goTo, press, shownValue, tile, unlock } from './app.ts';
import type { HostProcess } from './host-process.ts';
import { expect, listenForComplaints, test } from './jingxun.ts';
import { copyMachine, inspector, open, PASSPHRASE } from './province.ts';
import { type PtyDetector, plugInItrans, plugInLaser } from './pty-detector.ts';
import { exportTo, GOAF, give, leadOf, openAtHeading, raise } from './seed.ts';
import { pattern, zh } from './words.ts';

// Every screen of the real app, empty and filled: what a machine can see wrong with it, and a picture for a person.
test.describe.configure({ mode: 'serial' });

const pictures = path.resolve(import.meta.dirname, '../../.build/e2e-screens');
const screens: readonly ScreenId[] = [
  'today',
  'live',
  'check',
  'drainage',
  'findings',
  'ledger',
  'exchange',
  'statistics',
  'settings',
];

interface Look {
  readonly name: string;
  readonly theme: 'night' | 'day';
  readonly language: 'zh' | 'en';
  readonly size: { readonly width: number; readonly height: number };
  /** The least side of what is touched: a glove in the field, a mouse at the desk. */
  readonly target: 48 | 24;
}

const night: Look = { name: 'night', theme: 'night', language: 'zh', size: { width: 1280, height: 800 }, target: 48 };
const day: Look = { name: 'day', theme: 'day', language: 'zh', size: { width: 1920, height: 1080 }, target: 24 };
const english: Look = { ...night, name: 'night-en', language: 'en' };

let empty: Page;
let filled: Page;
let complaints: string[];
let detectors: readonly PtyDetector[] = [];
const hosts: HostProcess[] = [];

test.beforeAll(async ({ browser, folder, province, start }) => {
  const [bare, used] = [path.join(folder, 'team03-empty'), path.join(folder, 'team03-used')];
  await (await province.equip(bare, inspector, 'inspector')).close();
  await copyMachine(bare, used);
  await fillRecord(used, folder);
  const openPage = async (dataFolder: string) => {
    const host = await start(dataFolder);
    hosts.push(host);
    const page = await (await browser.newContext()).newPage();
    await page.goto(host.startUrl);
    await unlock(page);
    return page;
  };
  empty = await openPage(bare);
  filled = await openPage(used);
  complaints = listenForComplaints(filled);
  detectors = [await plugInItrans('0.62'), await plugInItrans('0.44')];
  for (const [at, detector] of detectors.entries()) await connectItrans(filled, detector.path, `IT-${at + 1}`);
});

test.afterAll(async () => {
  for (const host of hosts) await host.stop();
  for (const detector of detectors) detector.stop();
});

/** A day's work: answers of every kind, a bundle handed over, and more answers after it. */
async function fillRecord(dataFolder: string, out: string): Promise<void> {
  const profile = await open(dataFolder);
  const unlocked = await profile.recorder.ask('session/unlock', { passphrase: PASSPHRASE });
  expect(unlocked.ok).toBe(true);
  const inspectionId = await openAtHeading(profile);
  await give(profile, inspectionId, GOAF, 'fail', leadOf('27.5'));
  await raise(profile, inspectionId, GOAF, '探水钻孔超前距27.5 m，小于30 m。');
  await give(profile, inspectionId, 'water.people.systems', 'unknown', {}, '矿方未提供');
  await exportTo(profile, out);
  await give(profile, inspectionId, 'water.people.plan', 'pass');
  await profile.close();
}

async function wear(page: Page, { theme, language, size }: Look): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate((look) => localStorage.setItem('jingxun.display', look), JSON.stringify({ theme, language }));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', /./);
  await expect(page.locator('[aria-current=page]')).toBeVisible(); // keys are heard from here on
}

async function lookAt(page: Page, screen: ScreenId, look: Look, name: string): Promise<string[]> {
  await page.keyboard.press(String(screens.indexOf(screen) + 1));
  await expect(page.locator('[aria-current=page]')).toHaveAttribute(
    'aria-keyshortcuts',
    `${screens.indexOf(screen) + 1}`,
  );
  await expect(page.getByText(zh.common.reading)).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page.screenshot({ path: path.join(pictures, `${screen}-${name}-${look.name}.png`) });
  // structure is the same in both languages, and an empty screen shows no colour that a filled one does not
  const worthAxe = look.language === 'zh' && !(name === 'empty' && look.theme === 'day');
  const axe = worthAxe ? (await new AxeBuilder({ page }).analyze()).violations : [];
  const grave = axe.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return [
    ...(await page.evaluate(lookAtPage, look.target)),
    ...grave.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target).slice(0, 3)}`),
  ].map((fault) => `${screen}: ${fault}`);
}

async function lookAtAll(page: Page, look: Look, name: string): Promise<string[]> {
  await wear(page, look);
  const faults: string[] = [];
  for (const screen of screens) faults.push(...(await lookAt(page, screen, look, name)));
  return faults;
}

for (const look of [night, day]) {
  test(`every empty screen is whole in Chinese, ${look.name} at ${look.size.width} × ${look.size.height}`, async () => {
    expect(await lookAtAll(empty, look, 'empty')).toEqual([]);
  });
}

for (const look of [night, day, english]) {
  const { name, size, language } = look;
  test(`every filled screen is whole in ${language}, ${name} at ${size.width} × ${size.height}`, async () => {
    await expect(filled.locator('html')).toBeAttached();
    expect(await lookAtAll(filled, look, 'filled')).toEqual([]);
  });
}

test('the alarm in 检测 stands above the numbers and hides none of them', async () => {
  await wear(filled, night);
  await filled.keyboard.press('2');
  const [first] = detectors;
  first?.measures('1.62');
  await expect(shownValue(tile(filled, 'IT-1'))).toHaveText('1.62');
  await expect(alarms(filled)).toContainText(zh.live.alarm.withdraw);
  for (const serial of ['IT-1', 'IT-2']) await expect(shownValue(tile(filled, serial))).toBeInViewport({ ratio: 1 });
  await filled.screenshot({ path: path.join(pictures, 'live-alarm-night.png') });
  expect(complaints).toEqual([]);
});

test('a laser is found by listening, its unit asked once, and it is never sent a byte', async () => {
  const laser = await plugInLaser('1.00');
  detectors = [...detectors, laser];
  await wear(empty, night);
  await goTo(empty, 'live');
  await press(empty, zh.live.find);
  await empty.getByLabel(zh.live.connect.port).fill(laser.path);
  await press(empty, zh.find.search);
  await expect(empty.getByText(pattern(zh.find.recognised))).toBeVisible({ timeout: 20_000 });
  await button(empty.getByRole('group', { name: '单位' }), '%LEL').click();
  await button(empty.getByRole('group', { name: zh.find.lelBasis }), zh.find.lelIec).click();
  await empty.getByLabel(zh.live.connect.serialNumber).fill('LZ-1');
  await empty.screenshot({ path: path.join(pictures, 'live-found-night.png') });
  await press(empty, zh.live.connect.start);
  // it holds for its start-up, whose length nobody knows: a word, no number
  await expect(shownValue(tile(empty, 'LZ-1'))).toHaveText(pattern(zh.live.warmupLeft), { timeout: 10_000 });
  await press(empty, '仪器');
  await expect(empty.getByText('%LEL(IEC 60079-20-1)')).toBeVisible();
  await empty.screenshot({ path: path.join(pictures, 'live-confirmed-night.png') });
  expect(laser.forbidden()).toEqual([]);
});
