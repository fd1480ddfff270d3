import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { sayFault } from '../../vocabulary/fault.ts';
import {
  alarms,
  answer,
  connectItrans,
  goTo,
  openRow,
  rail,
  row,
  shownValue,
  tile,
  typeNumber,
  unlock,
} from './app.ts';
import { type HostProcess, kill9, startAndEnd } from './host-process.ts';
import { expect, listenForComplaints, test } from './jingxun.ts';
import { inspector } from './province.ts';
import { type PtyDetector, plugInItrans } from './pty-detector.ts';
import { give, openAtHeading } from './seed.ts';
import { pattern, starting, zh } from './words.ts';

// One evening on which much goes wrong: nothing that was said to be saved may be missing afterwards.
test.describe.configure({ mode: 'serial' });

const ANSWERED = 'water.people.systems';
const GOAF = 'water.exploration.lead-goaf';

let page: Page;
let context: BrowserContext;
let host: HostProcess;
let itrans: PtyDetector;
let complaints: string[];

test.beforeAll(async ({ browser, folder, province, start }) => {
  const dataFolder = path.join(folder, 'team03-durable');
  const profile = await province.equip(dataFolder, inspector, 'inspector');
  await give(profile, await openAtHeading(profile), ANSWERED, 'unknown', {}, '矿方未提供');
  await profile.close();
  itrans = await plugInItrans('0.42');
  host = await start(dataFolder);
  context = await browser.newContext();
  page = await context.newPage();
  complaints = listenForComplaints(page);
  await page.goto(host.startUrl);
});

// the host first: a listener goes on trying the port's name, which the next pty may get
test.afterAll(async () => {
  await host.stop();
  itrans.stop();
});

test('a wrong passphrase opens nothing and says so', async () => {
  await unlock(page, '不是这一句');
  await expect(page.getByRole('alert').filter({ hasText: sayFault({ code: 'wrong_passphrase' }).zh })).toBeVisible();
  await expect(rail(page)).toBeHidden();
  await unlock(page);
  await expect(rail(page)).toBeVisible();
});

test('a second start on the same data folder ends with its sentence and exit 2', async () => {
  const second = await startAndEnd(host.dataFolder);
  expect(second.status).toBe(2);
  const { zh: said, en } = sayFault({ code: 'data_in_use', path: host.dataFolder });
  expect(second.err).toContain(said);
  expect(second.err).toContain(en);
});

test('a second tab shows the same record and hears what the first one answers', async () => {
  const other = await context.newPage();
  await other.goto(new URL('/', host.startUrl).href);
  await goTo(other, 'check');
  await goTo(page, 'check');
  await openRow(page, 'water.people.plan');
  await answer(page, 'fail');
  await expect(row(other, 'water.people.plan')).toHaveAccessibleName(starting(zh.marks.fail));
  await other.close();
});

test('an answer that was said to be saved survives the recorder being killed at that moment', async () => {
  test.skip(!existsSync('/proc/self/cmdline'), 'skipped: processes are found by /proc, which this system has not');
  await openRow(page, GOAF);
  await typeNumber(page, '超前距', '27.5');
  await answer(page, 'fail');
  await kill9('recorder', host.dataFolder);
  await expect(page.getByText(pattern(zh.shell.bands.recorderRestarted))).toBeVisible();
  await page.reload();
  await goTo(page, 'check');
  await expect(row(page, GOAF)).toHaveAccessibleName(starting(zh.marks.fail));
  await openRow(page, 'water.people.systems');
  await answer(page, 'unknown', zh.check.reasons.nobody);
});

test('a killed listener is told as a gap and the readings come back by themselves', async () => {
  test.skip(!existsSync('/proc/self/cmdline'), 'skipped: processes are found by /proc, which this system has not');
  await connectItrans(page, itrans.path, 'IT-9');
  await expect(shownValue(tile(page, 'IT-9'))).toHaveText('0.42');
  await kill9('listener', host.dataFolder);
  await expect(page.getByText(pattern(zh.shell.bands.listenerRestarted))).toBeVisible();
  itrans.measures('0.61');
  await expect(shownValue(tile(page, 'IT-9'))).toHaveText('0.61');
  await expect(alarms(page)).toBeHidden();
});

test('a page that is loaded again goes on where it was, without a passphrase', async () => {
  await page.reload();
  await goTo(page, 'live');
  await expect(shownValue(tile(page, 'IT-9'))).toHaveText('0.61');
  expect(complaints).toEqual([]);
});
