import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { notAdmittedPage } from '../../electron/serve/pages.ts';
import { sayFault } from '../../vocabulary/fault.ts';
import {
  answer,
  button,
  connectItrans,
  goTo,
  introduceOneself,
  openInspection,
  openRow,
  press,
  shownValue,
  tile,
} from './app.ts';
import { startAndEnd } from './host-process.ts';
import { expect, test } from './jingxun.ts';
import { inspector, secondInspector } from './province.ts';
import { plugInItrans } from './pty-detector.ts';
import { zh } from './words.ts';

const sentences = notAdmittedPage.match(/<p>[^<]+/g)?.map((text) => text.slice(3)) ?? [];

test('without a certificate everything works but handing over, and handing over says why', async ({
  page,
  folder,
  start,
}) => {
  const host = await start(path.join(folder, 'no-certificate'));
  const itrans = await plugInItrans('0.42');
  await page.goto(host.startUrl);
  await introduceOneself(page, inspector);
  await press(page, zh.firstRun.identity.later);
  await press(page, zh.firstRun.begin);
  await expect(page.getByText(zh.today.todo.noCertificate)).toBeVisible();
  await connectItrans(page, itrans.path, 'IT-3');
  await expect(shownValue(tile(page, 'IT-3'))).toHaveText('0.42');
  await openInspection(page, '石盘煤矿（示例）', '9203运输顺槽掘进工作面', [inspector, secondInspector]);
  await openRow(page, 'water.people.plan');
  await answer(page, 'fail');
  await goTo(page, 'exchange');
  await press(page, zh.exchange.tabs.out);
  await expect(page.getByText(zh.exchange.out.needCertificate)).toBeVisible();
  await expect(button(page, zh.exchange.handOver).last()).toBeDisabled();
  await press(page, zh.today.todo.enrol);
  await expect(page.getByText(zh.settings.me.none, { exact: true }).first()).toBeVisible();
  await host.stop(); // before its port: a listener goes on trying the name, which the next pty may get
  itrans.stop();
});

test('an address that was used once opens nothing a second time', async ({ page, browser, folder, start }) => {
  const host = await start(path.join(folder, 'used-address'));
  await page.goto(host.startUrl);
  await expect(page.getByText(zh.firstRun.intro)).toBeVisible();
  const stranger = await (await browser.newContext()).newPage();
  for (const address of [host.startUrl, new URL('/', host.startUrl).href]) {
    const reply = await stranger.goto(address);
    expect(reply?.status()).toBe(403);
    for (const sentence of sentences) await expect(stranger.getByText(sentence)).toBeVisible();
  }
  expect(sentences).toHaveLength(2);
});

const isRoot = process.getuid?.() === 0;

test('a data folder that cannot be made is said in both languages, with exit 2', async ({ folder }) => {
  const file = path.join(folder, 'a-file');
  await writeFile(file, '');
  await expectReadOnly(path.join(file, 'data'));
});

test(`a data folder below one that may not be written to is said likewise${isRoot ? ' (skipped: root may write anywhere)' : ''}`, async ({
  folder,
}) => {
  test.skip(isRoot, 'skipped: root may write anywhere');
  const shut = path.join(folder, 'shut');
  await mkdir(shut);
  await chmod(shut, 0o500);
  await expectReadOnly(path.join(shut, 'data'));
});

async function expectReadOnly(dataFolder: string): Promise<void> {
  const ended = await startAndEnd(dataFolder);
  expect(ended.status).toBe(2);
  const said = sayFault({ code: 'data_read_only', path: dataFolder, detail: '' });
  expect(ended.err).toContain(said.zh);
  expect(ended.err).toContain(said.en);
  expect(ended.out).toContain('"code":"data_read_only"');
}
