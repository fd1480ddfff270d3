import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { signaturePng } from '../../electron/demo/signature-png.ts';
import { askStockTools } from '../../electron/demo/stock-tools.ts';
import {
  alarms,
  answer,
  button,
  chooseFile,
  connectItrans,
  download,
  draw,
  goTo,
  introduceOneself,
  openInspection,
  openRow,
  press,
  rail,
  row,
  savedMark,
  shownValue,
  tile,
  titleOf,
  typeNumber,
} from './app.ts';
import type { HostProcess } from './host-process.ts';
import { expect, listenForComplaints, test } from './jingxun.ts';
import { inspector, secondInspector } from './province.ts';
import { type PtyDetector, plugInItrans } from './pty-detector.ts';
import { fill, pattern, starting, zh } from './words.ts';

// One inspector, one whole job: each test goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

const MINE = '青石沟煤矿（示例）';
const HEADING = '15105回风顺槽掘进工作面';
const UNIT_HEAD = '孙志强';
const TABLET = 'team03-tablet1';

/** A card of a screen by its heading. */
const cardOf = (title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/** 台账 › 仪器: the page of the one there is. */
async function openInstrument(): Promise<void> {
  await goTo(page, 'ledger');
  await press(page, fill(zh.ledger.tabs.instruments, { n: 1 }));
  await button(page.getByRole('table'), 'iTrans').click();
  await press(page, zh.register.open);
}

let page: Page;
let complaints: string[];
let itrans: PtyDetector;
let host: HostProcess;

test.beforeAll(async ({ browser, folder, start }) => {
  itrans = await plugInItrans('0.42');
  host = await start(path.join(folder, 'main-job'));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  page = await context.newPage();
  complaints = listenForComplaints(page);
  await page.goto(host.startUrl);
});

// the host first: a listener goes on trying the port's name, which the next pty may get
test.afterAll(async () => {
  await host.stop();
  itrans.stop();
});

test('a fresh tablet asks three questions in Chinese and takes the certificate whose fingerprint was compared', async ({
  folder,
  province,
}) => {
  await introduceOneself(page, inspector);
  const { identity } = zh.firstRun;
  await press(page, identity.import);
  await page.getByLabel(identity.principal).fill(TABLET);
  const save = () => press(page, identity.request);
  const request = await download(page, save, (name) => path.join(folder, name));
  const certificate = await province.certify(request, 'inspector');
  const line = (words: string) => page.getByRole('listitem').filter({ hasText: words });
  await chooseFile(page, () => press(line(identity.certificateFile), zh.common.choose), certificate);
  await chooseFile(page, () => press(line(identity.signersFile), zh.common.choose), province.signers);
  await expect(page.getByText(province.fingerprint)).toBeVisible();
  await expect(button(page, identity.take)).toBeDisabled();
  await press(page, identity.same);
  await press(page, identity.take);
  await expect(rail(page)).toBeVisible();
  await expect(page.getByText(`${inspector.name}（${zh.roles.inspector}）`)).toBeVisible();
});

test('a detector on a typed port shows exactly what it sends', async () => {
  await connectItrans(page, itrans.path, 'IT-1');
  const value = shownValue(tile(page, 'IT-1'));
  await expect(value).toHaveText('0.42');
  itrans.measures('0.57');
  await expect(value).toHaveText('0.57');
  expect(itrans.lastSent()?.amount).toBe('0.57');
  expect(itrans.forbidden()).toEqual([]);
});

test('an instrument without a calibration is no evidence until one is written down', async () => {
  const { calibrations, grade, kinds } = zh.register;
  await openInstrument();
  await expect(page.getByText(fill(grade.not, { why: '没有调校记录' }))).toBeVisible();
  const made = cardOf(calibrations.title);
  await press(made, calibrations.add);
  const form = page.getByRole('region', { name: calibrations.add });
  for (const [figure, amount] of [
    [calibrations.standard, '1.00'],
    [calibrations.asFound, '1.06'],
    [calibrations.asLeft, '1.00'],
  ] as const) {
    await button(form.getByRole('group', { name: calibrations.figures }), figure).click();
    await form.getByRole('textbox', { name: figure, exact: true }).fill(amount);
  }
  await press(form, zh.register.keep);
  await expect(made.getByRole('table')).toContainText(kinds.calibration);
  await expect(made.getByRole('table')).toContainText('1.06');
  await expect(page.getByText(grade.good)).toBeVisible();
});

test('an inspection is opened and its place brings the limit that applies there', async () => {
  await openInspection(page, MINE, HEADING, [inspector, secondInspector]);
  await expect(page.getByRole('navigation', { name: zh.check.list })).toBeVisible();
  await goTo(page, 'live');
  await expect(tile(page, 'IT-1')).toContainText(zh.live.choosePlace);
  await press(page, zh.live.choosePlace);
  await press(page, HEADING);
  await expect(tile(page, 'IT-1')).toContainText(fill(zh.live.limitWord, { value: '1.00' }));
  await expect(savedMark(page)).toBeVisible();
});

test('a pass with its figures and a photo counts as a pass', async ({ folder }) => {
  await goTo(page, 'check');
  await openRow(page, 'water.drainage.sump-empty');
  await typeNumber(page, '总容量', '1200');
  await typeNumber(page, '空仓容量', '720');
  await answer(page, 'pass');
  await expect(page.getByText(zh.check.verdict.evidenceMissing, { exact: true })).toBeVisible();
  const photo = path.join(folder, 'sump.png');
  await writeFile(photo, signaturePng(3));
  await press(page, '加照片');
  const camera = page.getByRole('region', { name: zh.capture.camera });
  await expect(camera.getByText(zh.capture.denied)).toBeVisible();
  await chooseFile(page, () => press(camera, zh.capture.fromFile), photo);
  await button(camera, zh.common.close).click();
  await expect(button(page, fill(zh.check.evidence.count, { kind: '照片', n: 1 }))).toBeVisible();
  await expect(row(page, 'water.drainage.sump-empty')).toHaveAccessibleName(starting(zh.marks.pass));
});

test('a number below its limit fails by itself and becomes a finding', async () => {
  await openRow(page, 'water.exploration.lead-goaf');
  await typeNumber(page, '超前距', '27.5');
  await expect(
    page.getByText(fill(zh.check.verdict.failShort, { word: zh.marks.fail, gap: '2.5\u00a0m' })),
  ).toBeVisible();
  await answer(page, 'fail');
  await press(page, zh.check.finding.raise);
  await expect(page.getByLabel(zh.check.finding.fact)).toHaveValue(/27\.5 m.*30 m/);
  await press(page, zh.check.finding.keep);
  await expect(button(page, zh.check.finding.raised)).toBeVisible();
});

test('what could not be found out is an answer of its own, with its reason', async () => {
  await openRow(page, 'water.people.systems');
  await answer(page, 'unknown', zh.check.reasons.notProvided);
  await expect(row(page, 'water.people.systems')).toHaveAccessibleName(starting(zh.marks.unknown));
});

test('over its range the detector shows a word and no digit, the band says withdraw, and the set is kept as evidence', async () => {
  await openRow(page, 'water.equipment.gas-tests');
  await goTo(page, 'live');
  itrans.goesOverRange();
  const value = shownValue(tile(page, 'IT-1'));
  await expect(value).toHaveText(zh.marks.overRange);
  await expect(tile(page, 'IT-1')).toContainText(zh.live.overHow);
  await expect(alarms(page)).toContainText(zh.live.alarm.withdraw);
  await expect(alarms(page)).toContainText(fill(zh.live.alarm.over, { gas: zh.gases.CH4 }));
  await press(page, zh.live.keepSet);
  const kept = page.getByRole('status').filter({ hasText: titleOf('water.equipment.gas-tests') });
  await expect(kept).toHaveText(pattern(fill(zh.live.kept, { item: titleOf('water.equipment.gas-tests') })));
  expect(itrans.lastSent()).toMatchObject({ condition: 'over_range', amount: null });
  await goTo(page, 'check');
  await expect(button(page, `CH₄ ${zh.marks.overRange}`)).toBeVisible();
});

test('the bytes of the kept reading are opened by key and give that reading again', async () => {
  await press(page, `CH₄ ${zh.marks.overRange}`);
  const reading = `${zh.gases.CH4} ${zh.marks.overRange}`;
  await button(page, fill(zh.bytes.openOf, { reading })).focus();
  await page.keyboard.press('Enter');
  const bytes = page.getByRole('dialog', { name: fill(zh.bytes.title, { reading }) });
  await expect(bytes.getByText(zh.bytes.standing.same)).toBeVisible();
  await expect(bytes.getByText(zh.bytes.means.check, { exact: true }).first()).toBeVisible();
  const frame = (await bytes.locator('.bytes-well .bytes-hex').allInnerTexts()).join('').replaceAll(' ', '');
  expect(itrans.everythingSent().map(({ hex }) => hex.toUpperCase())).toContain(frame);
  await page.keyboard.press('Escape');
  await expect(bytes).toBeHidden();
  await press(page.getByRole('dialog', { name: zh.check.evidence.drawer }), zh.common.close);
});

test('whoever acknowledged the alarm stands on it, and a value that falls ends it only after a calm while', async () => {
  await press(page, zh.live.alarm.acknowledge);
  await expect(alarms(page)).toContainText(inspector.name);
  itrans.measures('0.47');
  await expect(alarms(page)).toContainText(fill(zh.live.alarm.wasOver, { gas: zh.gases.CH4, value: '0.47\u00a0%' }));
  await expect(alarms(page)).toContainText(zh.live.alarm.withdraw);
});

test('a page that is loaded again still says who acknowledged, and the record holds it', async () => {
  await page.reload();
  await expect(alarms(page)).toContainText(zh.live.alarm.withdraw);
  await expect(alarms(page)).toContainText(inspector.name);
  await goTo(page, 'live');
  await tile(page, 'IT-1')
    .getByRole('button', { name: pattern(zh.live.detail.open) })
    .click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText(zh.live.detail.alarms);
  await expect(drawer.getByText(pattern(fill(zh.live.alarm.acknowledged, { name: inspector.name })))).toBeVisible();
  await press(drawer, zh.common.close);
});

test('the alarm that ended says how grave it was until it is seen', async () => {
  await expect(alarms(page)).toContainText(zh.live.alarm.peakOver, { timeout: 15_000 });
  await press(alarms(page), zh.live.alarm.seen);
  await expect(alarms(page)).toBeHidden();
});

test('once its certificate has ended a reading is kept with its number and marked as no evidence', async () => {
  const { certificate } = zh.register;
  await openInstrument();
  const papers = cardOf(zh.ledger.columns.certificate);
  await press(papers, zh.register.correct);
  await papers.getByLabel(certificate.untilLabel).fill('2026-01-31');
  await press(papers, zh.register.keep);
  await expect(page.getByText(fill(zh.register.grade.not, { why: '检定证书2026-01-31到期' }))).toBeVisible();
  await goTo(page, 'check');
  await openRow(page, 'water.withdrawal.alarm');
  const { add, kinds, drawer } = zh.check.evidence;
  await press(page, fill(add, { kind: kinds.detector }));
  await expect(page.getByText(zh.check.verdict.notAlone)).toBeVisible();
  await press(page, 'CH₄ 0.47');
  const kept = page.getByRole('dialog', { name: drawer });
  await expect(kept).toContainText('0.47');
  await expect(kept).toContainText(fill(zh.register.grade.not, { why: '检定证书到期' }));
  await press(kept, zh.common.close);
});

test('signing names every open row with its own reason, is drawn by hand and seals the record', async () => {
  const { signOff, reasons } = zh.check;
  await page.getByRole('navigation', { name: zh.check.list }).getByRole('button').last().click();
  await press(page, zh.check.sign);
  await expect(page.getByText(pattern(signOff.blocked))).toContainText(fill(signOff.count.unanswered, { n: 65 }));
  await expect(button(page, signOff.toSign)).toBeDisabled();
  for (const reason of await page.getByRole('combobox').all()) await reason.fill(reasons.notThisTime);
  await press(page, signOff.toSign);
  await page.getByLabel(signOff.name).last().fill(UNIT_HEAD);
  for (const name of [inspector.name, secondInspector.name, UNIT_HEAD]) {
    await page.getByRole('button', { name: signOff.sign, exact: true }).first().click();
    await draw(page, name);
    await expect(page.getByRole('img', { name: fill(signOff.thumb, { name }) })).toBeVisible();
  }
  await press(page, signOff.seal);
  await expect(page.getByText(pattern(signOff.done))).toBeVisible();
});

test('the bundle is handed over, saved as a file, and stock tools accept it', async ({ folder, province }) => {
  await goTo(page, 'exchange');
  await press(page, zh.exchange.tabs.out);
  await button(page, zh.exchange.handOver).last().click();
  await expect(page.getByText(zh.exchange.out.doneFile)).toBeVisible();
  await expect(page.getByText(zh.exchange.out.pendingNone)).toBeVisible();
  const save = () => press(page, zh.exchange.out.saveFile);
  const bundle = await download(page, save, (name) => path.join(folder, name));
  expect(bundle).toMatch(/\.jxb$/);
  const answers = await askStockTools(bundle, province.signers, province.krl, `${TABLET}@jingxun`);
  expect(answers.filter(({ accepted }) => accepted === false)).toEqual([]);
  const text = (await readFile(bundle)).toString();
  expect(text).toMatch(/"grades":\[\{"channel":"[^"]+","count":\d+,"day":"[\d-]+","grade":"notEvidence"/);
  expect(text).toContain('本条只有不作证据的读数，不能单独定超限。');
  expect(text).toMatch(/\d+条读数中\d+条不作证据：[^<]*检定证书到期/);
});

test('nothing was thrown and the content policy refused nothing on the way', () => {
  expect(complaints).toEqual([]);
});
