import type { Page } from '@playwright/test';
import type { Picture } from './pictures.ts';

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const withShift = (page: Page) => page.keyboard.press('Shift+W');
const rest = (page: Page) => page.waitForTimeout(700);
const issue = [withShift, press('挂红'), press('下达撤人命令')];
const count = async (page: Page) => {
  for (const [which, figure] of [
    ['撤离前在册', '23'],
    ['已撤出', '19'],
  ] as const) {
    const stepper = page.getByRole('button', { name: `输入${which}人数` });
    await stepper.click();
    for (const digit of figure)
      await page.locator('.number-pad-keys').getByRole('button', { name: digit, exact: true }).click();
    await stepper.click();
  }
};
const tell = [press('调度室'), press('带班矿领导')];
const everyoneOut = async (page: Page) => {
  for (let out = 19; out < 23; out++) await page.getByRole('button', { name: '已撤出 加一人' }).click();
};
const openSigns = async (page: Page) => {
  await page.keyboard.press('3');
  await page.getByRole('button', { name: '突水征兆' }).first().click();
};

const calculator = (name: string) => async (page: Page) => {
  await page.keyboard.press('3');
  await page.getByRole('button', { name: '计算器' }).last().click();
  await page.getByRole('button', { name, exact: true }).click();
};
const openCalculatorsEn = async (page: Page) => {
  await page.keyboard.press('3');
  await page.getByRole('button', { name: 'Calculators' }).last().click();
};
const coefficient = async (page: Page) => {
  const pad = page.locator('.number-pad-field input');
  await pad.fill('1.8');
  await page.keyboard.press('Enter');
  await pad.fill('20');
  await page.getByRole('button', { name: '是', exact: true }).click();
};

const night = { scene: 'normal', theme: 'night', size: 'field', language: 'zh' } as const;

/** Ordering people out, from the first look to going on. */
export const withdrawalPictures: readonly Picture[] = [
  { name: 'withdrawal-draft-night', ...night, steps: [withShift, press('挂红')] },
  { name: 'withdrawal-draft-desk-day', ...night, theme: 'day', size: 'desk', steps: [withShift] },
  { name: 'withdrawal-draft-en', ...night, language: 'en', steps: [withShift] },
  { name: 'withdrawal-alarm-night', ...night, scene: 'alarm', steps: [press('开撤人命令书')] },
  { name: 'withdrawal-empty-night', ...night, scene: 'empty', steps: [withShift] },
  { name: 'withdrawal-issued-night', ...night, steps: [...issue, rest] },
  { name: 'withdrawal-running-night', ...night, steps: [...issue, count, ...tell, rest] },
  { name: 'withdrawal-running-desk-day', ...night, theme: 'day', size: 'desk', steps: [...issue, count, rest] },
  { name: 'withdrawal-running-red', ...night, theme: 'red', steps: [...issue, count, ...tell, rest] },
  { name: 'withdrawal-band-night', ...night, steps: [...issue, count, rest, press('回今日')] },
  {
    name: 'withdrawal-cleared-night',
    ...night,
    steps: [...issue, count, everyoneOut, rest, press('全部撤出'), rest, press('险情确认消除')],
  },
  { name: 'withdrawal-sign-night', ...night, steps: [...issue, press('签字')] },
  { name: 'withdrawal-signs-night', ...night, steps: [openSigns, press('挂汗'), press('挂红')] },
  { name: 'withdrawal-signs-desk-day', ...night, theme: 'day', size: 'desk', steps: [openSigns, press('水叫')] },
  { name: 'calculator-night', ...night, steps: [calculator('突水系数'), coefficient] },
  { name: 'calculator-pumps-day', ...night, theme: 'day', steps: [calculator('主要排水水泵能力')] },
  { name: 'calculator-desk-en', ...night, language: 'en', size: 'desk', steps: [openCalculatorsEn] },
  { name: 'camera-denied-night', ...night, steps: [openSigns, (page) => page.keyboard.press('p'), rest] },
  { name: 'voice-night', ...night, steps: [openSigns, (page) => page.keyboard.press('v'), rest] },
  { name: 'numbers-night', ...night, steps: [(page) => page.keyboard.press('7'), press('交出去'), rest] },
];
