import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { need, type Profile } from '../../electron/demo/profile.ts';
import type { SheetRow } from '../../electron/ports/inspection-models.ts';
import type { PlanDraft } from '../../electron/ports/plan-models.ts';
import type { InspectionId } from '../../vocabulary/ids.ts';
import { beijingDay, epochMs } from '../../vocabulary/time.ts';
import { button, chooseFile, goTo, press, savedLine, titleOf, unlock } from './app.ts';
import { type HostProcess, kill9 } from './host-process.ts';
import { expect, listenForComplaints, test } from './jingxun.ts';
import { inspector, lead, open, PASSPHRASE, secondInspector } from './province.ts';
import { exportTo, importFrom, MINE } from './seed.ts';
import { fill, pattern, starting, zh } from './words.ts';

// A lead plans one inspection of a complex mine; two officers walk it on two tablets; the lead merges and finds what was not done.
test.describe.configure({ mode: 'serial' });

const HEADINGS = ['15105回风顺槽', '15107运输顺槽', '15109切眼'].map((name) => `${name}掘进工作面`);
const SITES = ['15105超前探放水点', '15107超前探放水点'];
const DAY_MS = 86_400_000;

const today = Date.now();
const plan: PlanDraft = {
  no: 'JC-2026-031',
  kind: 'planned',
  mine: MINE,
  hydroType: 'complex',
  packs: ['water'],
  period: { from: beijingDay(epochMs.parse(today - DAY_MS)), to: beijingDay(epochMs.parse(today + DAY_MS)) },
  places: [
    ...HEADINGS.map((name) => ({ code: 'headingFace' as const, name, fromPrevious_m: null })),
    ...SITES.map((name) => ({ code: 'headingFace' as const, kind: 'probeSite' as const, name, fromPrevious_m: null })),
  ],
  officers: [inspector, secondInspector].map(({ name, certificateNo }) => ({ name, certificateNo })),
  assignments: [0, 3].map((place) => ({ officer: 0, part: { place } })),
};

/** What is left undone on purpose: item and place (null: the whole mine), and how. */
const GAPS = [
  { item: 'water.exploration.advance-board', place: HEADINGS[1] ?? null, how: 'forgotten' },
  { item: 'water.exploration.acceptance', place: SITES[0] ?? null, how: 'forgotten' },
  { item: 'water.people.training', place: null, how: 'forgotten' },
  { item: 'water.withdrawal.drill', place: null, how: 'leftOutWithoutReason' },
  { item: 'water.exploration.two-methods', place: HEADINGS[2] ?? null, how: 'takenBack' },
] as const;

interface Tablet {
  readonly host: HostProcess;
  readonly page: Page;
  readonly complaints: string[];
}

let folder: string;
let first: Tablet;
let second: Tablet;
const bundles: string[] = [];

const at = (name: string) => path.join(folder, 'two-tablets', name);

test.beforeAll(async ({ browser, folder: base, province, start }) => {
  folder = base;
  await mkdir(at('bundles'), { recursive: true });
  const leader = await province.equip(at('team03-plan-lead'), lead, 'lead');
  need(await leader.recorder.ask('plan/make', plan));
  const planned = await exportTo(leader, at('bundles'));
  await leader.close();
  for (const [name, person] of [
    ['team03-one', inspector],
    ['team03-two', secondInspector],
  ] as const) {
    const profile = await province.equip(at(name), person, 'inspector');
    await importFrom(profile, planned);
    await profile.close();
  }
  [first, second] = await Promise.all([
    startTablet(browser, start, 'team03-one', true),
    startTablet(browser, start, 'team03-two', false),
  ]);
});

async function startTablet(
  browser: Browser,
  start: (dataFolder: string) => Promise<HostProcess>,
  name: string,
  hasTouch: boolean,
): Promise<Tablet> {
  const host = await start(at(name));
  const page = await (await browser.newContext({ hasTouch })).newPage();
  const complaints = listenForComplaints(page);
  await page.goto(host.startUrl);
  return { host, page, complaints };
}

/** The open row has this answer, and the recorder has said when it was saved. */
async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: zh.marks.fail, exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(savedLine(page)).toBeVisible();
}

test('by touch: the plan is begun, rows are answered, the recorder is lost and comes back, people are ordered out', async () => {
  const { page, host } = first;
  await unlock(page);
  await expect(page.getByText(fill(zh.plan.waiting, { n: 1 }))).toBeVisible();
  await expect(page.getByText(fill(zh.plan.yours, { parts: [HEADINGS[0], SITES[0]].join('、') }))).toBeVisible();
  await button(page, zh.plan.start).tap();
  await button(page, zh.today.goOnPlain).tap();
  const fail = page.getByRole('button', { name: zh.marks.fail, exact: true });
  await fail.tap();
  await expectSaved(page);
  await kill9('recorder', host.dataFolder);
  await expect(page.getByText(pattern(zh.shell.bands.recorderRestarted))).toBeVisible();
  await button(page, zh.check.next).tap();
  await expect(fail).toHaveAttribute('aria-pressed', 'false');
  await fail.tap();
  await expectSaved(page);

  await page.keyboard.press('Shift+W');
  const area = page.getByRole('button', { name: HEADINGS[0] ?? '' }).first();
  if ((await area.getAttribute('aria-pressed')) !== 'true') await area.tap();
  await page.getByRole('button', { name: zh.withdrawal.issue, exact: true }).tap();
  await expect(page.getByText(zh.withdrawal.issued).first()).toBeVisible();
});

test('by keyboard: the same inspection is begun on the other tablet and rows are answered', async () => {
  const { page } = second;
  await page.getByLabel(zh.firstRun.unlock.passphrase, { exact: true }).waitFor();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await button(page, zh.plan.start).focus();
  await page.keyboard.press('Enter');
  await page
    .getByText(HEADINGS[0] ?? '')
    .first()
    .waitFor();
  await page.keyboard.press('3');
  const question = () => page.getByRole('heading', { level: 1 }).textContent();
  await expect(page.getByRole('navigation', { name: zh.check.list })).toBeVisible();
  for (const _ of [1, 2]) {
    await page.keyboard.press('w');
    await expectSaved(page);
    const shown = await question();
    await page.keyboard.press('j');
    await expect.poll(question).not.toBe(shown);
  }
});

test('the rest is answered but for five gaps, each officer at places of the own', async () => {
  for (const { host, complaints } of [first, second]) {
    await host.stop();
    expect(complaints.filter((line) => !line.includes('WebSocket'))).toEqual([]);
  }
  const ofFirst = [HEADINGS[0], SITES[0], null];
  await answerRest('team03-one', (place) => ofFirst.includes(place ?? null));
  await answerRest('team03-two', (place) => !ofFirst.includes(place ?? null));
});

/** Answers what is open at the places of one officer, and leaves the gaps as they are meant. */
async function answerRest(name: string, isOwn: (place: string | null) => boolean): Promise<void> {
  const profile = await open(at(name));
  need(await profile.recorder.ask('session/unlock', { passphrase: PASSPHRASE }));
  const [inspection] = need(await profile.recorder.ask('inspection/list', {}));
  if (!inspection) throw new Error('the inspection was not begun');
  const { inspectionId } = inspection;
  const { rows, places } = need(await profile.recorder.ask('inspection/sheet', { inspectionId }));
  const nameOf = (row: SheetRow) => places.find(({ placeId }) => placeId === row.placeId)?.name ?? null;
  for (const row of rows.filter((one) => isOwn(nameOf(one)))) {
    const gap = GAPS.find(({ item, place }) => item === row.itemId && place === nameOf(row));
    if (gap?.how === 'forgotten' && row.status !== 'unanswered') throw new Error(`${gap.item} was answered on screen`);
    if (gap?.how !== 'forgotten' && (gap || row.status === 'unanswered'))
      await answerRow(profile, row, inspectionId, gap?.how);
  }
  bundles.push(await exportTo(profile, at('bundles')));
  await profile.close();
}

async function answerRow(
  { recorder }: Profile,
  { itemId, placeId }: SheetRow,
  inspectionId: InspectionId,
  how: (typeof GAPS)[number]['how'] | undefined,
): Promise<void> {
  const where = { inspectionId, itemId, placeId, facts: {}, reason: '', override: '', note: '' };
  const outcome = how === 'leftOutWithoutReason' ? ('notApplicable' as const) : ('fail' as const);
  need(await recorder.ask('answer/give', { ...where, outcome }));
  if (how === 'takenBack') need(await recorder.ask('answer/undo', { inspectionId }));
}

test('the lead merges both and finds the five gaps and nothing else', async ({ browser, start }) => {
  const host = await start(at('team03-plan-lead'));
  const page = await (await browser.newContext()).newPage();
  const complaints = listenForComplaints(page);
  await page.goto(host.startUrl);
  await unlock(page);
  await goTo(page, 'exchange');
  for (const bundle of bundles) {
    await chooseFile(page, () => press(page, zh.exchange.take), bundle);
    await expect(page.getByText(path.basename(bundle)).first()).toBeVisible();
  }
  await goTo(page, 'statistics');
  const chips = page.getByRole('group', { name: zh.statistics.tabsLabel });
  const chip = (tab: keyof typeof zh.statistics.tabs, n: number | RegExp) =>
    chips.getByRole('button', {
      name: new RegExp(`^${zh.statistics.tabs[tab]} ${typeof n === 'number' ? n : n.source}$`),
    });
  await expect(chip('units', 1)).toBeVisible();
  await expect(chip('missing', GAPS.length)).toBeVisible();
  const listed = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: starting(zh.statistics.see) }) });
  await expect(listed).toHaveCount(GAPS.length);
  for (const { item, place } of GAPS)
    await expect(listed.filter({ hasText: titleOf(item) }).filter({ hasText: place ?? MINE })).toHaveCount(1);
  await expect(chip('excluded', 0)).toBeVisible();
  await expect(chip('fast', /[1-9]\d*/)).toBeVisible();

  await page.keyboard.press('Shift+W');
  await expect(page.getByRole('button', { name: new RegExp(`^\\d\\d:\\d\\d ${HEADINGS[0]}`) })).toBeVisible();
  expect(complaints).toEqual([]);
});
