import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { writeTampered } from '../../electron/demo/stock-tools.ts';
import { bundleFaultWords } from '../../vocabulary/fault-words/bundle.ts';
import { button, chooseFile, goTo, press, row, savedMark, titleOf, unlock } from './app.ts';
import { expect, listenForComplaints, test } from './jingxun.ts';
import { inspector, lead, secondInspector } from './province.ts';
import { exportFrom, exportTo, GOAF, give, importFrom, leadOf, openAtHeading, ownSeq } from './seed.ts';
import { fill, pattern, starting, zh } from './words.ts';

// Two inspectors answer the same item of the same inspection; the lead takes both bundles in and decides.
test.describe.configure({ mode: 'serial' });

const { exchange } = zh;

interface Bundles {
  readonly passed: string;
  readonly failed: string;
  readonly late: string;
  readonly whole: string;
  readonly tampered: string;
  /** The entries that `late` leaves out. */
  readonly lost: { readonly from: number; readonly to: number };
}

let page: Page;
let complaints: string[];
let bundles: Bundles;

test.beforeAll(async ({ browser, folder, province, start }) => {
  const at = (name: string) => path.join(folder, 'merge', name);
  await mkdir(at(''), { recursive: true });
  const first = await province.equip(at('team03-a'), inspector, 'inspector');
  const inspectionId = await openAtHeading(first);
  const shared = await exportTo(first, at(''));
  const second = await province.equip(at('team03-b'), secondInspector, 'inspector');
  await importFrom(second, shared);
  await give(first, inspectionId, GOAF, 'pass', leadOf('31'));
  await give(second, inspectionId, GOAF, 'fail', leadOf('27.5'));
  const passed = await exportTo(first, at(''));
  const failed = await exportTo(second, at(''));
  await second.close();
  // the seal that closed the bundle before is covered by the next one only, so it counts as missing too
  const from = await ownSeq(first);
  await give(first, inspectionId, 'water.people.systems', 'unknown', {}, '矿方未提供');
  const to = await ownSeq(first);
  await give(first, inspectionId, 'water.people.plan', 'pass');
  await first.close();
  await exportFrom(at('team03-a'), to + 1, at('late.jxb'));
  await exportFrom(at('team03-a'), 1, at('whole.jxb'));
  await writeTampered(failed, at('tampered.jxb'));
  bundles = {
    passed,
    failed,
    late: at('late.jxb'),
    whole: at('whole.jxb'),
    tampered: at('tampered.jxb'),
    lost: { from, to },
  };
  await (await province.equip(at('team03-lead'), lead, 'lead')).close();
  const host = await start(at('team03-lead'));
  page = await (await browser.newContext()).newPage();
  complaints = listenForComplaints(page);
  await page.goto(host.startUrl);
  await unlock(page);
  await goTo(page, 'exchange');
});

const take = (words: string, file: string) => chooseFile(page, () => press(page, words), file);
const balance = () => page.getByLabel(pattern(exchange.results.balance));
/** Received, new, known, set aside, unsealed, refused: as the balance says them. */
const counts = async (): Promise<number[]> =>
  ((await balance().getAttribute('aria-label')) ?? '').match(/\d+/g)?.map(Number) ?? [];
const fingerprint = () => page.getByText(pattern(exchange.same.line));

test('a bundle can be verified without taking anything in', async () => {
  await take(exchange.verify, bundles.passed);
  await expect(page.getByText(exchange.verified.good).first()).toBeVisible();
  await expect(page.getByText(/^team03-a　检查员　\d+条/)).toBeVisible();
  await expect(page.getByText(inspector.name)).toBeHidden();
});

test('taking it in accounts for every entry that came', async () => {
  await take(exchange.take, bundles.passed);
  await expect(balance()).toBeVisible();
  const [received, ...parts] = await counts();
  expect(parts.reduce((sum, count) => sum + count, 0)).toBe(received);
  // the closing seal is covered only by the next one, and a person counts without it
  expect(parts).toEqual([received, 0, 0, 0, 0]);
  await expect(page.getByText('team03-a').first()).toBeVisible();
});

test('the same bundle again says that nothing is new', async () => {
  await take(exchange.take, bundles.passed);
  await expect(page.getByText(exchange.results.again)).toBeVisible();
  const [received, added, known] = await counts();
  expect([added, known]).toEqual([0, received]);
});

test('a bundle with one altered letter is refused with its sentence, and nothing changes', async () => {
  const before = await fingerprint().textContent();
  await take(exchange.take, bundles.tampered);
  await expect(page.getByText(pattern(bundleFaultWords.bundle_changed.zh)).first()).toBeVisible();
  expect(await fingerprint().textContent()).toBe(before);
});

test('two answers to one item are both kept and the graver one shows', async () => {
  await take(exchange.take, bundles.failed);
  await expect(page.getByText(fill(exchange.results.conflicts, { n: 1 }))).toBeVisible();
  const heads = page.getByRole('listitem').filter({ hasText: new RegExp(`${inspector.name}|${secondInspector.name}`) });
  const conflict = page.getByRole('heading', { name: exchange.conflict.title });
  await expect(conflict).toBeVisible();
  const shown = heads.filter({ hasText: exchange.conflict.shown });
  await expect(shown).toHaveCount(1);
  await expect(shown).toContainText(zh.marks.fail);
  await expect(shown).toContainText(secondInspector.name);
});

test('the lead decides with a written reason, and both originals stay', async () => {
  await press(page, fill(exchange.conflict.adopt, { word: zh.marks.pass }));
  await expect(button(page, exchange.conflict.decide).last()).toBeDisabled();
  await page.getByLabel(exchange.conflict.reason).fill('以复测31 m为准');
  await button(page, exchange.conflict.decide).last().click();
  await expect(page.getByRole('heading', { name: exchange.conflict.title })).toBeHidden();
  await goTo(page, 'check');
  await expect(row(page, GOAF)).toHaveAccessibleName(starting(zh.marks.pass));
  await row(page, GOAF).click();
  await press(page, zh.check.history);
  const history = page.getByRole('dialog');
  await expect(history).toContainText(inspector.name);
  await expect(history).toContainText(secondInspector.name);
  await press(history, zh.common.close);
  await goTo(page, 'exchange');
});

test('a bundle that begins too late leaves a gap that names what to ask for, and the missing part fills it', async () => {
  const { from, to } = bundles.lost;
  const title = fill(exchange.gap.title, { from, to, n: to - from + 1 });
  await take(exchange.take, bundles.late);
  await expect(page.getByText(title).first()).toBeVisible();
  await expect(page.getByText(pattern(fill(exchange.gap.text, { person: inspector.name, from })))).toBeVisible();
  await take(exchange.take, bundles.whole);
  await expect(page.getByText(title)).toHaveCount(0);
  await expect(page.getByText(fill(exchange.results.released, { n: 1 }))).toBeVisible();
});

test('the lead sees the record as safe, and no page complained', async () => {
  await expect(savedMark(page)).toBeVisible();
  await goTo(page, 'check');
  await expect(row(page, 'water.people.systems')).toHaveAccessibleName(new RegExp(titleOf('water.people.systems')));
  expect(complaints).toEqual([]);
});
