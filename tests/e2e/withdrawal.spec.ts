import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { need } from '../../electron/demo/profile.ts';
import { chromiumArguments, chromiumPath } from '../browser/chromium.ts';
import { button, chooseFile, goTo, openRow, press, unlock } from './app.ts';
import { kill9 } from './host-process.ts';
import { expect, listenForComplaints, test } from './jingxun.ts';
import { inspector, open, PASSPHRASE } from './province.ts';
import { exportTo, HEADING, openAtHeading } from './seed.ts';
import { turnedPhoto } from './turned-photo.ts';
import { fill, pattern, zh } from './words.ts';

// A sign is seen at the heading: it is photographed and told, people are ordered out in two touches, and all of it is in the bundle.

const SIGNS = 'water.withdrawal.signs-now';
const media = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** Takes one photo with the camera and one from a file, and gives the bytes of the second. */
async function photograph(page: Page, folder: string): Promise<Buffer> {
  const { capture, check } = zh;
  await press(page, fill(check.evidence.add, { kind: check.evidence.kinds.photo }));
  const camera = page.getByRole('region', { name: capture.camera });
  await button(camera, capture.shoot).click();
  await expect(camera.getByText(fill(capture.kept, { n: 1 }))).toBeVisible();
  const bytes = await turnedPhoto(page);
  const file = path.join(folder, 'turned.jpg');
  writeFileSync(file, bytes);
  await chooseFile(page, () => press(camera, capture.fromFile), file);
  await expect(camera.getByText(fill(capture.kept, { n: 2 }))).toBeVisible();
  await button(camera, zh.common.close).click();
  return bytes;
}

test('a sign is photographed and told, and two touches order people out', async ({ folder, province, start }) => {
  const dataFolder = path.join(folder, 'team03-withdraw');
  const profile = await province.equip(dataFolder, inspector, 'inspector');
  const inspectionId = await openAtHeading(profile);
  await profile.close();
  const host = await start(dataFolder);
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: [...chromiumArguments, ...media],
  });
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
  });
  await context.grantPermissions(['camera', 'microphone'], { origin: new URL(host.startUrl).origin });
  const page = await context.newPage();
  const complaints = listenForComplaints(page);
  await page.goto(host.startUrl);
  await unlock(page);
  await goTo(page, 'check');
  await openRow(page, SIGNS);

  const photo = await photograph(page, folder);
  const thumbnails = page.locator('.thumbnail img');
  await expect(thumbnails).toHaveCount(2);
  const upright = await thumbnails.evaluateAll((pictures) =>
    pictures.map((one) => one instanceof HTMLImageElement && one.naturalHeight > one.naturalWidth),
  );
  expect(upright).toEqual([false, true]);

  await press(page, fill(zh.check.evidence.add, { kind: zh.check.evidence.kinds.interview }));
  await press(page, zh.capture.speak);
  await expect(page.getByRole('button', { name: pattern(zh.capture.stopVoice) })).toContainText('0:01');
  await page.getByRole('button', { name: pattern(zh.capture.stopVoice) }).click();
  const told = fill(zh.check.evidence.count, { kind: zh.check.evidence.kinds.interview, n: 1 });
  await expect(page.getByRole('button', { name: told })).toBeVisible();
  // a voice alone is no written note of who said what
  const lacks = fill(zh.check.evidence.lacks, { list: zh.check.evidence.kinds.interview });
  await expect(page.getByText(pattern(`{x}${lacks}`))).toBeVisible();

  await page.getByRole('button', { name: '挂红' }).click();
  await press(page, fill(zh.withdrawal.issueFor, { place: HEADING }));
  await expect(page.getByRole('heading', { level: 1, name: zh.withdrawal.issued })).toBeVisible();

  const { withdrawal } = zh;
  const clear = page.getByRole('button', { name: withdrawal.clear });
  await expect(clear).toBeDisabled();
  const add = (what: string) => page.getByRole('button', { name: `${what} ${withdrawal.more}` });
  for (let person = 0; person < 3; person += 1) await add(withdrawal.before).click();
  for (let person = 0; person < 2; person += 1) await add(withdrawal.out).click();
  await expect(page.getByText(fill(withdrawal.missing, { n: 1 }))).toBeVisible();
  await expect(page.getByText(withdrawal.saving)).toBeHidden();
  const dispatcher = page.getByRole('button', { name: withdrawal.posts.dispatcher, exact: false }).last();
  await dispatcher.click();
  await expect(dispatcher).toHaveAttribute('aria-pressed', 'true');
  if (existsSync('/proc/self/cmdline')) {
    await kill9('recorder', dataFolder);
    await expect(page.getByText(pattern(zh.shell.bands.recorderRestarted))).toBeVisible();
  }
  await expect(clear).toContainText(fill(withdrawal.clearLeft, { n: 1 }));
  await add(withdrawal.out).click();
  await clear.click();
  await expect(page.getByRole('heading', { level: 1, name: withdrawal.clearedBand })).toBeVisible();
  expect(complaints).toEqual([]);
  await browser.close();
  await host.stop();

  const again = await open(dataFolder);
  need(await again.recorder.ask('session/unlock', { passphrase: PASSPHRASE }));
  const sheet = need(await again.recorder.ask('inspection/sheet', { inspectionId }));
  const pieces = sheet.rows.find(({ itemId }) => itemId === SIGNS)?.evidence ?? [];
  expect(pieces.map(({ mime }) => mime?.split('/')[0])).toEqual(['image', 'image', 'audio']);
  const hash = createHash('sha256').update(photo).digest('hex');
  expect(pieces.map(({ blob }) => blob)).toContain(hash);
  const bundle = readFileSync(await exportTo(again, folder)).toString('latin1');
  expect(bundle).toContain(`data/blobs/${hash}`);
  expect(Buffer.from(bundle, 'latin1').includes(photo)).toBe(true);
  const [order] = need(await again.recorder.ask('withdrawal/list', { inspectionId }));
  expect(order).toMatchObject({
    area: [{ name: HEADING }],
    people: { before: 3, out: 3 },
    told: [{ post: 'dispatcher' }],
  });
  const { html } = need(
    await again.recorder.ask('withdrawal/print', { withdrawalId: order?.withdrawalId ?? ('' as never) }),
  );
  expect(html).toContain(order?.paper.mark ?? '');
  expect(Buffer.from(bundle, 'latin1').includes(Buffer.from(order?.paper.mark ?? '', 'utf8'))).toBe(true);
  await again.close();
});
