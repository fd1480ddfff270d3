import path from 'node:path';
import type { Page } from '@playwright/test';
import { need } from '../../electron/demo/profile.ts';
import { answer, button, connectItrans, goTo, press, questionOf, row, unlock } from './app.ts';
import { expect, listenForComplaints, test } from './jingxun.ts';
import { inspector } from './province.ts';
import { plugInItrans } from './pty-detector.ts';
import { MINE } from './seed.ts';
import { fill, starting, zh } from './words.ts';

// Gas on site: one detector, two places, each judged by its own figures; what is over becomes a finding.
const METHANE = 'gas.air.ch4';
const FACE = '15103综采工作面';
const RETURN = '15103回风顺槽';
const words = zh.check.figures;

/** The row of methane at a place: one says that one stands there, and takes what the detector says. */
async function takeAt(page: Page, nth: number, place: string): Promise<void> {
  await row(page, METHANE).nth(nth).click();
  await expect(page.getByRole('heading', { level: 1, name: questionOf(METHANE) })).toBeVisible();
  await press(page, fill(words.enter, { place }));
  await button(page, '取甲烷').first().click();
}

test('a detector over the figure of its place becomes a finding, and the same detector passes at the next place', async ({
  browser,
  folder,
  province,
  start,
}) => {
  const data = path.join(folder, 'team03-gas');
  const profile = await province.equip(data, inspector, 'inspector');
  const opened = await profile.recorder.ask('inspection/open', {
    mine: MINE,
    kind: 'special',
    hydroType: 'simple',
    packs: ['gas'],
    planNo: '',
    places: [
      { code: 'face', name: FACE },
      { code: 'faceReturn', name: RETURN },
    ],
    officers: [{ name: inspector.name, certificateNo: inspector.certificateNo }],
  });
  need(opened);
  await profile.close();
  const itrans = await plugInItrans('1.06');
  const host = await start(data);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const complaints = listenForComplaints(page);
  await page.goto(host.startUrl);
  await unlock(page);
  await connectItrans(page, itrans.path, '0912-114');

  await goTo(page, 'check');
  await takeAt(page, 0, FACE);
  await expect(page.getByText(starting(zh.marks.fail)).first()).toBeVisible();
  await answer(page, 'fail');
  await press(page, zh.check.finding.raise);
  await press(page, zh.check.finding.keep);
  await expect(page.getByText(zh.check.finding.raised)).toBeVisible();

  itrans.measures('0.62');
  await row(page, METHANE).nth(1).click();
  await press(page, fill(words.enter, { place: RETURN }));
  await button(page, '取甲烷 0.62').first().click();
  await answer(page, 'pass');
  await goTo(page, 'findings');
  await expect(page.getByText(FACE).first()).toBeVisible();
  await expect(page.getByText(RETURN)).toHaveCount(0);
  expect(complaints).toEqual([]);
  await host.stop();
  itrans.stop();
});
