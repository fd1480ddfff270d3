import { expect, type Locator, type Page } from '@playwright/test';
import type { ScreenId } from '../../renderer/screens/screen-id.ts';
import { findItem } from '../../rules/checklist/registry.ts';
import { PASSPHRASE, type Person } from './province.ts';
import { fill, pattern, starting, zh } from './words.ts';

/** A button by the words it begins with. */
export const button = (within: Page | Locator, words: string): Locator =>
  within.getByRole('button', { name: starting(words) });
export const press = (within: Page | Locator, words: string): Promise<void> => button(within, words).first().click();

/** Gives files to the chooser that a button opens. */
export async function chooseFile(page: Page, press: () => Promise<void>, ...files: string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()]);
  await chooser.setFiles(files);
}

/** The text of what a press lets the person save, and the name it is saved under. */
export async function download(page: Page, press: () => Promise<void>, to: (name: string) => string): Promise<string> {
  const [given] = await Promise.all([page.waitForEvent('download'), press()]);
  const file = to(given.suggestedFilename());
  await given.saveAs(file);
  return file;
}

/** The recorder is a process that may still be starting when the page is there already. */
const OPENING_MS = 30_000;

/** First run, the two questions that make the record. */
export async function introduceOneself(page: Page, person: Person): Promise<void> {
  const { who, lost } = zh.firstRun;
  await page.getByLabel(who.name, { exact: true }).fill(person.name, { timeout: OPENING_MS });
  await page.getByLabel(who.certificateNo).fill(person.certificateNo);
  await page.getByLabel(who.team).fill(person.team);
  await press(page, zh.common.next);
  await page.getByLabel(lost.passphrase, { exact: true }).fill(PASSPHRASE);
  await page.getByLabel(lost.again).fill(PASSPHRASE);
  await press(page, zh.common.next);
  await expect(page.getByRole('heading', { name: zh.firstRun.identity.title })).toBeVisible();
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel(zh.firstRun.unlock.passphrase, { exact: true }).fill(passphrase, { timeout: OPENING_MS });
  await press(page, zh.firstRun.unlock.open);
}

export const rail = (page: Page): Locator => page.getByRole('navigation', { name: zh.shell.rail.label });

export async function goTo(page: Page, screen: ScreenId): Promise<void> {
  const there = rail(page).getByRole('button', { name: starting(zh.shell.rail[screen]) });
  await there.click();
  await expect(there).toHaveAttribute('aria-current', 'page');
}

/** 检测: connects an iTrans on a port whose name is typed. */
export async function connectItrans(page: Page, port: string, serialNumber: string): Promise<void> {
  await goTo(page, 'live');
  const { connect } = zh.live;
  await page
    .getByRole('button', { name: starting(zh.live.find) })
    .or(page.getByRole('button', { name: starting('仪器') }))
    .click();
  await page.getByLabel(connect.port).fill(port);
  await button(page.getByRole('group', { name: connect.driver }), 'iTrans').click();
  await button(page.getByRole('group', { name: '气体' }), 'CH4').click();
  await button(page.getByRole('group', { name: '单位' }), '%VOL').click();
  await page.getByLabel(connect.serialNumber).fill(serialNumber);
  await page.getByLabel(connect.certificateNo).fill(`JD-${serialNumber}`);
  await page.getByLabel(connect.certificateUntil).fill('2027-06-30');
  await press(page, connect.start);
  // the line is heard to be silent before anything is asked of it
  await expect(tile(page, serialNumber)).toBeVisible({ timeout: 15_000 });
}

/** The tile of an instrument's channel. */
export const tile = (page: Page, serialNumber: string): Locator =>
  page.getByRole('article').filter({ hasText: serialNumber });

/** What stands where the value stands. */
export const shownValue = (at: Locator): Locator => at.locator('.quantity-amount, .tile-word').first();

export const alarms = (page: Page): Locator => page.getByRole('region', { name: zh.live.alarm.region });

/** 今日: opens a special inspection of a complex mine at one heading. */
export async function openInspection(
  page: Page,
  mine: string,
  heading: string,
  officers: readonly Person[],
): Promise<void> {
  const { form } = zh.today;
  await goTo(page, 'today');
  await page
    .getByRole('button', { name: starting(zh.today.emptyButton) })
    .or(page.getByRole('button', { name: starting(zh.today.openAnother) }))
    .first()
    .click();
  await page.getByLabel(form.mine).fill(mine);
  await button(page.getByRole('group', { name: form.hydroType }), zh.hydroTypes.complex).click();
  await page.getByRole('combobox', { name: form.placeCode }).first().fill(zh.places.headingFace);
  await page.keyboard.press('Enter');
  await page.getByLabel(form.placeName).first().fill(heading);
  for (const officer of officers.slice(1)) {
    await press(page, form.addOfficer);
    await page.getByLabel(form.officerName).last().fill(officer.name);
    await page.getByLabel(form.officerNo).last().fill(officer.certificateNo);
  }
  await press(page, form.start);
}

/** The mark in the top bar that says until when everything is saved. */
export const savedMark = (page: Page): Locator => page.getByText(/^已存 \d\d:\d\d:\d\d$/);

/** Whether a row of the list is answered, and how, stands in the name of its button. */
export const row = (page: Page, itemId: string): Locator =>
  page.getByRole('navigation', { name: zh.check.list }).getByRole('button', { name: titleOf(itemId) });

export const titleOf = (itemId: string): string => findItem(itemId)?.title.zh ?? itemId;

export const questionOf = (itemId: string): string => findItem(itemId)?.question.zh ?? '';

/** 检查: opens a row of the checklist. */
export async function openRow(page: Page, itemId: string): Promise<void> {
  await row(page, itemId).click();
  await expect(page.getByRole('heading', { level: 1, name: questionOf(itemId) })).toBeVisible();
}

/** Types a number into the pad, choosing it among several first. */
export async function typeNumber(page: Page, label: string, amount: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  if (!(await field.isVisible())) await page.getByRole('button', { name: starting(label) }).click();
  await field.fill(amount);
}

/** Gives an answer and waits until the recorder has said when it was saved. */
export async function answer(page: Page, outcome: 'pass' | 'fail' | 'unknown', reason?: string): Promise<void> {
  const pressed = page.getByRole('button', { name: zh.marks[outcome], exact: true });
  await pressed.click();
  if (reason !== undefined) await press(page, reason);
  await expect(pressed).toHaveAttribute('aria-pressed', 'true');
  await expect(savedLine(page)).toBeVisible();
}

/** `14:32:07 已存入本机` under the answers. */
export const savedLine = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: pattern(zh.check.savedAt) });

/** Draws a name on the pad, as a hand with a mouse does. */
export async function draw(page: Page, name: string): Promise<void> {
  const canvas = page.getByRole('img', { name: fill(zh.parts.signature.canvas, { name }) });
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the signature pad is not shown');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.2, 0.6));
  await page.mouse.down();
  for (const [x, y] of [
    [0.3, 0.3],
    [0.4, 0.7],
    [0.5, 0.35],
    [0.6, 0.65],
    [0.75, 0.45],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 4 });
  await page.mouse.up();
  await press(page, zh.parts.signature.done);
}
