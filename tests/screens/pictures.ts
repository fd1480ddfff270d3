import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { withdrawalPictures } from './withdrawal-pictures.ts';

/** One picture: what the fake host plays, how it is looked at, and what is pressed before. */
export interface Picture {
  readonly name: string;
  readonly scene: string;
  readonly theme: 'night' | 'day' | 'red';
  readonly size: 'field' | 'desk';
  readonly language: 'zh' | 'en';
  readonly density?: 'field' | 'desk';
  readonly steps: readonly ((page: Page) => Promise<unknown>)[];
}

const goTo = (number: number) => (page: Page) => page.keyboard.press(String(number));
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

const fillWho = async (page: Page) => {
  await page.getByLabel('姓名').fill('赵远山');
  await page.getByLabel('执法证号').fill('14-0312-0087');
  await page.getByLabel('队组').fill('省督查三组');
};
const fillPassphrase = async (page: Page) => {
  await page.getByLabel('口令').fill('矿井安全第一');
  await page.getByLabel('再写一遍').fill('矿井安全第一');
};

const chooseCertificate = async (page: Page) => {
  const file = { name: 'tablet-cert.pub', mimeType: 'text/plain', buffer: Buffer.from('x') };
  for (const at of [0, 1]) await page.locator('.enrol-files input').nth(at).setInputFiles(file);
  await page.getByText('和纸上的指纹').scrollIntoViewIfNeeded();
};

const takeFiles = (name: string) => (page: Page) =>
  page
    .getByLabel('收包', { exact: true })
    .and(page.locator('input'))
    .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from('bundle') })
    .then(() => page.waitForTimeout(300));
const openLog = (name: string) => async (page: Page) => {
  await page.keyboard.press('2');
  await page.getByRole('button', { name: '导入读数' }).click();
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from('log') };
  await page.getByLabel('选文件').and(page.locator('input')).setInputFiles(file);
  await page.waitForTimeout(200);
};
const answerLog = async (page: Page) => {
  for (const name of ['北京时间', '是，%VOL', '是甲烷']) await page.getByRole('button', { name }).click();
  await page.waitForTimeout(200);
};
const measureClock = async (page: Page) => {
  await page.getByLabel('仪器屏上的时间').fill('2026-11-23 14:35:15');
  await page.getByLabel('同一刻本机钟').fill('2026-11-23 14:32:07');
};
const next = press('下一步');
const chooseInstrument = (page: Page) => page.locator('.option-card').first().click();
const toMatch = [answerLog, next, chooseInstrument, measureClock, press('记下钟差'), next];

/** The unit whose desorbable content is over its limit, at a criterion counted from the first. */
const openUnit = (criterion: number) => async (page: Page) => {
  await page.keyboard.press('4');
  await page.getByText('预抽单元2').first().click();
  await page.getByRole('button', { name: /^(打开|Open)/ }).click();
  await page.locator('.drainage-steps button').nth(criterion).click();
};
const importFigures = async (page: Page) => {
  await page.keyboard.press('4');
  await page.getByRole('button', { name: '导入月报' }).click();
  const rows = [
    '工作面,单元,季度,残余瓦斯压力（kPa）,日产量（t）,备注',
    '15103,预抽单元5,2026年第4季度,500,约6500,',
    '15103,,,1,2,',
  ];
  const file = { name: '10月抽采月报.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  await page.getByLabel('选文件').and(page.locator('input')).setInputFiles(file);
  await page.waitForTimeout(200);
};
const typeNonsense = async (page: Page) => {
  await page.locator('[data-field=residualPressure_MPa]').fill('500');
  await page.locator('[data-field=ash_pct]').fill('101');
  await page.locator('[data-field=seamThickness_m]').fill('约3');
  await page.locator('[data-field=dipWidth_m]').fill('-1');
};
const openBasis = press('看依据');
/** The limits of a tile, whose article nobody has read yet. */
const openLiveBasis = async (page: Page) => {
  await page.locator('.citation-button').first().click();
  await page.getByRole('button', { name: '填条文号' }).first().click();
};
const pressPrimary = (page: Page) => page.locator('.button[data-kind=primary]').click();

const drawOutline = async (page: Page) => {
  const map = page.locator('.zone-map > svg');
  for (const [x, y] of [
    [150, 120],
    [260, 120],
    [260, 180],
  ])
    await map.click({ position: { x: x ?? 0, y: y ?? 0 } });
};
/** 检查 at the sub-form of a place. */
const openSite = (place: string) => async (page: Page) => {
  await page.keyboard.press('3');
  await page.getByRole('button', { name: new RegExp(`${place}的现场数据|Site data of ${place}`) }).click();
};
const openRowOf = (title: string) => async (page: Page) => {
  await page.keyboard.press('3');
  await page.locator('.item-sections').getByRole('button', { name: title }).first().click();
};

const openLead = async (page: Page) => {
  await page.keyboard.press('3');
  await page
    .getByRole('button', { name: /老空不清|超前距/ })
    .first()
    .click();
};
const typeLead = async (page: Page) => {
  await openLead(page);
  await page.keyboard.type('27.5');
};
const openByNumber = async (page: Page) => {
  await page.keyboard.press('3');
  await page.locator('.item-sections li button').nth(30).click();
};
/** A row of gas by its title, at the n-th place that has it. */
const openGas =
  (title: RegExp, at = 0) =>
  async (page: Page) => {
    await page.keyboard.press('3');
    await page.locator('.item-sections li button').filter({ hasText: title }).nth(at).click();
    await page.waitForTimeout(200);
  };
const typeCompare = async (page: Page) => {
  await page.keyboard.type('0.80');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1.06');
  await page.getByRole('button', { name: /光干涉仪/ }).click();
};
const typeBook = async (page: Page) => {
  await page.getByRole('button', { name: '录入或粘贴' }).click();
  await page.getByRole('textbox', { name: '录入或粘贴' }).fill('时间,地点,甲烷');
  await page.getByRole('button', { name: '看一遍' }).click();
  await page.getByRole('button', { name: '录入或粘贴' }).click();
  await page.waitForTimeout(200);
};
const openRejudge = async (page: Page) => {
  await page.keyboard.press('9');
  await page.getByText('规则包', { exact: true }).click();
  await page.getByRole('button', { name: '重判' }).click();
  await page.waitForTimeout(200);
};
const openRejudgeEn = async (page: Page) => {
  await page.keyboard.press('9');
  await page.getByText('Rule packs', { exact: true }).click();
  await page.getByRole('button', { name: 'Re-judge' }).click();
  await page.waitForTimeout(200);
};
const typeRejudgeDay = async (page: Page) => {
  await page.getByLabel('日期').fill('2025-12-31');
  await page.waitForTimeout(200);
};
/** The page of the first mine at a tab. */
const openMine = (tab: number) => async (page: Page) => {
  await page.keyboard.press('6');
  const row = page.locator('.list-scroll td button').first();
  if (await row.isVisible()) await row.click();
  await page.locator('.row-detail-buttons .button').click();
  await page.locator('.page-head .tabs button').nth(tab).click();
  await page.waitForTimeout(200);
};
const enterCompany = async (page: Page) => {
  await page.getByRole('button', { name: '录入企业的数：采区、采掘工作面回风巷甲烷' }).click();
  await page.getByLabel('企业规定的数').fill('1.2');
};
const typeIndex = async (page: Page) => {
  await page.locator('.number-pad input').fill('0.55');
  for (const name of ['否']) for (const one of await page.getByRole('button', { name }).all()) await one.click();
};
const keys =
  (...names: string[]) =>
  async (page: Page) => {
    for (const name of names) {
      await page.keyboard.press(name);
      await page.waitForTimeout(120);
    }
  };
const openSign = async (page: Page) => {
  await page.keyboard.press('3');
  await page.locator('.item-sections li button').last().click();
  await keys('Escape', 'j')(page);
};

/** The page of the first instrument, from the list or beside it. */
const openInstrument = async (page: Page) => {
  await page.keyboard.press('6');
  await page.locator('.tabs button').nth(1).click();
  await page.locator('.list-scroll td button').first().click();
  await page.locator('.row-detail-buttons .button').click();
};
const calibrate = async (page: Page) => {
  const pad = page.locator('.number-pad input');
  await pad.fill('2.00');
  await page.getByRole('button', { name: '调前 —' }).click();
  await pad.fill('2.31');
  await page.getByRole('button', { name: '调后 —' }).click();
  await pad.fill('2.01');
};

const giveReasons = async (page: Page) => {
  for (const field of await page.locator('.sign-reason input').all()) await field.fill('没带图纸');
  await page.keyboard.press('Escape');
};

const fillPlan = async (page: Page) => {
  await page.getByLabel('现场怎么叫').fill('15105回风顺槽掘进工作面');
  for (const [at, name] of ['赵远山', '王晓岚'].entries()) await page.getByLabel('姓名').nth(at).fill(name);
  await page.getByRole('group', { name: '15105回风顺槽掘进工作面由谁查' }).getByText('王晓岚').click();
};

const screens = [
  ['today', 1],
  ['live', 2],
  ['check', 3],
  ['drainage', 4],
  ['findings', 5],
  ['ledger', 6],
  ['exchange', 7],
  ['statistics', 8],
  ['settings', 9],
] as const;

const night = { theme: 'night', size: 'field', language: 'zh' } as const;
const day = { theme: 'day', size: 'desk', language: 'zh' } as const;

const every = (
  scene: string,
  look: Pick<Picture, 'theme' | 'size' | 'language'>,
  only?: readonly string[],
): Picture[] =>
  screens
    .filter(([id]) => only === undefined || only.includes(id))
    .map(([id, at]) => ({
      name: `${id}-${scene}-${look.theme}${look.language === 'en' ? '-en' : ''}`,
      scene,
      ...look,
      steps: [goTo(at)],
    }));

const openCare = async (page: Page) => {
  await page.keyboard.press('9');
  await page.getByText('备份和体检', { exact: true }).click();
};
const checkAndRestore = async (page: Page) => {
  await openCare(page);
  await page.getByRole('button', { name: '开始核对' }).click();
  await page.getByRole('button', { name: '找备份' }).click();
  await page.locator('.option-card').first().click();
};

/** Every screen as it is met. */
export const pictures: readonly Picture[] = [
  { name: 'first-run-night', scene: 'first-run', ...night, steps: [] },
  { name: 'first-run-2-night', scene: 'first-run', ...night, steps: [fillWho, press('继续')] },
  {
    name: 'first-run-3-night',
    scene: 'first-run',
    ...night,
    steps: [fillWho, press('继续'), fillPassphrase, press('继续'), press(/导入省里/)],
  },
  {
    name: 'first-run-4-night',
    scene: 'first-run',
    ...night,
    steps: [fillWho, press('继续'), fillPassphrase, press('继续'), press(/导入省里/), chooseCertificate],
  },
  { name: 'first-run-en', scene: 'first-run', ...night, language: 'en', steps: [] },
  { name: 'first-run-day', scene: 'first-run', ...day, steps: [] },
  { name: 'locked-night', scene: 'locked', ...night, steps: [] },
  { name: 'open-inspection-night', scene: 'normal', ...night, steps: [press('另开检查')] },
  { name: 'open-inspection-day', scene: 'normal', ...day, steps: [press('另开检查')] },
  { name: 'plan-night', scene: 'normal', ...night, steps: [press('安排检查'), fillPlan] },
  { name: 'plan-day', scene: 'normal', ...day, steps: [press('安排检查'), fillPlan] },
  { name: 'plan-cancel-night', scene: 'normal', ...night, steps: [press('撤销安排')] },
  { name: 'team-night', scene: 'normal', ...night, steps: [press('分工')] },
  ...every('normal', night),
  ...every('normal', day),
  ...every('empty', night),
  ...every('alarm', night, ['live', 'today']),
  ...every('unknown', night, ['live']),
  ...every('alarm', { ...night, theme: 'red' }, ['live', 'exchange']),
  ...every('full', night, ['today', 'findings']),
  ...every('full', day, ['findings']),
  ...every('normal', { ...day, language: 'en' }, ['findings', 'ledger', 'exchange']),
  { name: 'care-night', scene: 'normal', ...night, steps: [openCare] },
  { name: 'care-open-night', scene: 'normal', ...night, steps: [checkAndRestore] },
  { name: 'care-open-day', scene: 'normal', ...day, steps: [checkAndRestore] },
  { name: 'care-empty-night', scene: 'empty', ...night, steps: [openCare] },
  { name: 'care-faults-night', scene: 'faults', ...night, steps: [openCare, press('开始核对')] },
  { name: 'findings-open-night', scene: 'full', ...night, steps: [goTo(5), keys('j', 'j', 'Enter')] },
  { name: 'findings-none-night', scene: 'full', ...night, steps: [goTo(5), keys('/', 'x', 'y')] },
  { name: 'ledger-instruments-night', scene: 'normal', ...night, steps: [goTo(6), press(/^仪器/)] },
  { name: 'ledger-instruments-day', scene: 'normal', ...day, steps: [goTo(6), press(/^仪器/)] },
  { name: 'instrument-list-full-night', scene: 'full', ...night, size: 'desk', steps: [goTo(6), press(/^仪器/)] },
  { name: 'instrument-list-en', scene: 'full', ...day, language: 'en', steps: [goTo(6), press(/^Instruments/)] },
  { name: 'instrument-none-night', scene: 'empty', ...night, steps: [goTo(6)] },
  { name: 'instrument-page-night', scene: 'normal', ...night, steps: [openInstrument] },
  { name: 'instrument-page-day', scene: 'normal', ...day, size: 'desk', steps: [openInstrument] },
  { name: 'instrument-page-en', scene: 'normal', ...day, language: 'en', steps: [openInstrument] },
  { name: 'instrument-calm-night', scene: 'calm', ...night, size: 'desk', steps: [openInstrument] },
  {
    name: 'instrument-calibrate-night',
    scene: 'normal',
    ...night,
    steps: [openInstrument, press('记一次'), calibrate],
  },
  {
    name: 'instrument-calibrate-day',
    scene: 'normal',
    ...day,
    size: 'desk',
    steps: [openInstrument, press('记一次'), calibrate],
  },
  {
    name: 'instrument-calibrate-fault',
    scene: 'unknown',
    ...night,
    steps: [openInstrument, press('记一次'), calibrate, press('存下')],
  },
  { name: 'instrument-renew-night', scene: 'normal', ...night, steps: [openInstrument, press('换新证')] },
  { name: 'instrument-fresh-day', scene: 'normal', ...day, steps: [goTo(6), press(/^仪器/), press('登记一台')] },
  { name: 'ledger-people-day', scene: 'normal', ...day, steps: [goTo(6), press(/^检查人/)] },
  {
    name: 'statistics-excluded-night',
    scene: 'normal',
    ...night,
    steps: [goTo(8), press(/^2026年10月.省督查三组/), press(/^除外/)],
  },
  { name: 'prevention-night', scene: 'normal', ...night, steps: [openMine(2)] },
  { name: 'prevention-day', scene: 'normal', ...day, steps: [openMine(2)] },
  {
    name: 'prevention-add-night',
    scene: 'normal',
    ...night,
    steps: [openMine(2), press('抄一次检查'), press('加一条隐患')],
  },
  { name: 'risks-night', scene: 'normal', ...night, steps: [openMine(3), press('标位置')] },
  { name: 'statistics-fast-day', scene: 'normal', ...day, steps: [goTo(8), press(/^走得太快/)] },
  ...every('faults', night, ['today', 'exchange', 'findings', 'statistics']),
  ...every('no-certificate', night, ['today', 'exchange', 'settings']),
  ...every('normal', { ...night, language: 'en' }),
  { name: 'exchange-taken-night', scene: 'normal', ...night, steps: [goTo(7), takeFiles('平板2.jxb')] },
  {
    name: 'exchange-taken-day',
    scene: 'normal',
    ...day,
    steps: [goTo(7), takeFiles('bad.jxb'), takeFiles('平板2.jxb')],
  },
  { name: 'exchange-refused-night', scene: 'empty', ...night, steps: [goTo(7), takeFiles('bad.jxb')] },
  { name: 'exchange-decide-night', scene: 'normal', ...night, steps: [goTo(7), press('采用“不合格”')] },
  { name: 'exchange-out-night', scene: 'normal', ...night, steps: [goTo(7), press('交出去'), pressPrimary] },
  { name: 'exchange-out-day', scene: 'normal', ...day, steps: [goTo(7), press('交出去')] },
  { name: 'exchange-out-en', scene: 'normal', ...night, language: 'en', steps: [goTo(7), press('Hand in')] },
  { name: 'exchange-out-none-night', scene: 'no-certificate', ...night, steps: [goTo(7), press('交出去')] },
  { name: 'quarantine-night', scene: 'normal', ...night, steps: [goTo(7), press('看内容')] },
  { name: 'quarantine-day', scene: 'normal', ...day, steps: [goTo(7), press('看内容')] },
  { name: 'drainage-unit-night', scene: 'normal', ...night, steps: [openUnit(5)] },
  { name: 'drainage-unit-day', scene: 'normal', ...day, steps: [openUnit(5)] },
  { name: 'drainage-unit-night-en', scene: 'normal', ...night, language: 'en', steps: [openUnit(5)] },
  { name: 'drainage-unit-day-en', scene: 'normal', ...day, language: 'en', steps: [openUnit(5)] },
  { name: 'drainage-residual-night', scene: 'normal', ...night, steps: [openUnit(4), typeNonsense] },
  { name: 'drainage-residual-day', scene: 'normal', ...day, steps: [openUnit(4), typeNonsense] },
  { name: 'drainage-base-night', scene: 'normal', ...night, steps: [openUnit(1)] },
  { name: 'drainage-outburst-day', scene: 'normal', ...day, steps: [openUnit(6)] },
  { name: 'drainage-import-night', scene: 'normal', ...night, steps: [importFigures] },
  { name: 'drainage-new-night', scene: 'normal', ...night, steps: [goTo(4), press('新建单元')] },
  { name: 'settings-display-night', scene: 'normal', ...night, steps: [goTo(9), press('显示')] },
  { name: 'citation-basis-night', scene: 'normal', ...night, steps: [openUnit(5), openBasis] },
  { name: 'citation-article-night', scene: 'normal', ...night, steps: [goTo(2), openLiveBasis] },
  { name: 'settings-packs-night', scene: 'normal', ...night, steps: [goTo(9), press('规则包')] },
  { name: 'settings-packs-day', scene: 'normal', ...day, steps: [goTo(9), press('规则包')] },
  { name: 'settings-about-night', scene: 'normal', ...night, steps: [goTo(9), press('关于')] },
  { name: 'settings-enrol-night', scene: 'no-certificate', ...night, steps: [goTo(9), press('补证书')] },
  { name: 'basis-night', scene: 'normal', ...night, steps: [openUnit(5), press('看依据')] },
  { name: 'check-typed-night', scene: 'normal', ...night, steps: [typeLead] },
  { name: 'check-typed-day', scene: 'normal', ...day, steps: [typeLead] },
  { name: 'check-typed-en', scene: 'normal', ...night, language: 'en', steps: [openByNumber, keys('2', '7')] },
  { name: 'check-answered-night', scene: 'normal', ...night, steps: [typeLead, keys('w')] },
  { name: 'check-reason-night', scene: 'normal', ...night, steps: [openLead, keys('e')] },
  { name: 'check-override-night', scene: 'normal', ...night, steps: [typeLead, keys('q')] },
  { name: 'check-finding-night', scene: 'normal', ...night, steps: [typeLead, keys('w', 'f')] },
  { name: 'check-alarm-night', scene: 'alarm', ...night, steps: [typeLead] },
  { name: 'sign-off-night', scene: 'normal', ...night, steps: [openSign] },
  { name: 'sign-off-articles-night', scene: 'gas', ...night, steps: [openSign] },
  { name: 'live-instruments-night', scene: 'normal', ...night, steps: [goTo(2), press(/^仪器/)] },
  { name: 'live-places-night', scene: 'normal', ...night, steps: [goTo(2), keys('g')] },
  { name: 'live-detail-night', scene: 'alarm', ...night, steps: [goTo(2), press(/甲烷.*依据/)] },
  { name: 'bytes-night', scene: 'alarm', ...night, steps: [goTo(2), press(/甲烷.*依据/), press('看原始字节')] },
  { name: 'bytes-day', scene: 'alarm', ...day, steps: [goTo(2), press(/甲烷.*依据/), press('看原始字节')] },
  {
    name: 'bytes-night-en',
    scene: 'alarm',
    ...night,
    language: 'en',
    steps: [goTo(2), press(/basis and raw bytes/), press(/^Raw bytes$/)],
  },
  { name: 'live-table-night', scene: 'normal', ...night, steps: [goTo(2), keys('t')] },
  { name: 'live-unknown-day', scene: 'unknown', ...day, steps: [goTo(2)] },
  { name: 'live-fresh-night', scene: 'empty', ...night, steps: [goTo(2), press('找仪器'), press('ttyUSB0')] },
  { name: 'live-same-night', scene: 'full', ...night, steps: [goTo(2)] },
  { name: 'live-change-night', scene: 'full', ...night, steps: [goTo(2), press(/^仪器/), press('改确认')] },
  {
    name: 'live-profiles-night',
    scene: 'empty',
    ...night,
    size: 'desk',
    steps: [goTo(2), press('找仪器'), press('ttyUSB1'), press(/mine-co/), press('换型号')],
  },
  { name: 'live-silent-night', scene: 'empty', ...night, steps: [goTo(2), press('找仪器'), press('ttyUSB1')] },
  { name: 'live-alarm-desk-night', scene: 'alarm', ...night, size: 'desk', steps: [goTo(2)] },
  { name: 'live-alarm-day', scene: 'alarm', ...day, steps: [goTo(2)] },
  { name: 'live-unknown-red', scene: 'unknown', ...night, theme: 'red', steps: [goTo(2)] },
  { name: 'live-unknown-en', scene: 'unknown', ...night, language: 'en', steps: [goTo(2)] },
  { name: 'live-chart-night', scene: 'unknown', ...night, steps: [goTo(2), press('放大')] },
  { name: 'live-chart-day', scene: 'unknown', ...day, steps: [goTo(2), press('放大'), press('10分')] },
  { name: 'live-chart-red', scene: 'alarm', ...night, theme: 'red', steps: [goTo(2), press('放大')] },
  { name: 'live-chart-table-night', scene: 'unknown', ...night, steps: [goTo(2), press('放大'), keys('t')] },
  {
    name: 'signing-alarm-night',
    scene: 'alarm',
    ...night,
    steps: [openSign, giveReasons, pressPrimary, press(/^签$/)],
  },
  {
    name: 'live-fresh-night-en',
    scene: 'empty',
    ...night,
    language: 'en',
    steps: [goTo(2), pressPrimary, press('ttyUSB0')],
  },
  { name: 'live-alarm-en', scene: 'alarm', ...night, language: 'en', steps: [goTo(2)] },
  { name: 'check-evidence-night', scene: 'normal', ...night, steps: [openLead, keys('d')] },
  { name: 'check-kept-night', scene: 'normal', ...night, steps: [openLead, keys('l')] },
  { name: 'sign-off-night-en', scene: 'normal', ...night, language: 'en', steps: [openSign] },
  { name: 'signing-night', scene: 'full', ...night, steps: [openSign, giveReasons, pressPrimary, press(/^签$/)] },
  { name: 'signers-night', scene: 'full', ...night, steps: [openSign, giveReasons, pressPrimary] },
  { name: 'live-known-night', scene: 'alarm', ...night, steps: [goTo(2), keys('a')] },
  { name: 'log-start-night', scene: 'empty', ...night, steps: [goTo(2), press('导入读数')] },
  { name: 'log-start-day', scene: 'empty', ...day, steps: [goTo(2), press('导入读数')] },
  { name: 'log-port-night', scene: 'empty', ...night, steps: [goTo(2), press('导入读数'), press('从串口接收')] },
  {
    name: 'log-hearing-day',
    scene: 'empty',
    ...day,
    steps: [goTo(2), press('导入读数'), press('从串口接收'), press(/ttyUSB0/)],
  },
  { name: 'log-refused-night', scene: 'empty', ...night, steps: [openLog('bad.csv')] },
  { name: 'log-refused-day', scene: 'empty', ...day, steps: [openLog('bad.csv')] },
  { name: 'log-questions-night', scene: 'normal', ...night, steps: [openLog('A-20417.csv')] },
  { name: 'log-questions-day', scene: 'normal', ...day, steps: [openLog('A-20417.csv')] },
  { name: 'log-clock-night', scene: 'normal', ...night, steps: [openLog('A.csv'), answerLog, next, chooseInstrument] },
  {
    name: 'log-clock-day',
    scene: 'normal',
    ...day,
    steps: [openLog('A.csv'), answerLog, next, chooseInstrument, measureClock],
  },
  { name: 'log-matched-night', scene: 'normal', ...night, steps: [openLog('A.csv'), ...toMatch] },
  { name: 'log-matched-day', scene: 'normal', ...day, steps: [openLog('A.csv'), ...toMatch] },
  { name: 'log-done-night', scene: 'normal', ...night, steps: [openLog('A.csv'), ...toMatch, press(/^导入$/)] },
  { name: 'log-done-day', scene: 'normal', ...day, steps: [openLog('A.csv'), ...toMatch, press(/^导入$/)] },
  { name: 'log-again-night', scene: 'normal', ...night, steps: [openLog('again.csv')] },
  { name: 'log-again-day', scene: 'normal', ...day, steps: [openLog('again.csv')] },
  { name: 'log-rematch-day', scene: 'normal', ...day, steps: [openLog('again.csv'), press('重新对时'), pressPrimary] },
  { name: 'gas-air-night', scene: 'gas', ...night, steps: [openGas(/^甲烷/), press(/^取甲烷/)] },
  { name: 'gas-air-night-en', scene: 'gas', ...night, language: 'en', steps: [openGas(/^Methane/), press(/^Take/)] },
  { name: 'gas-air-day', scene: 'gas', ...day, steps: [openGas(/^甲烷/), press(/^取甲烷/)] },
  { name: 'gas-elsewhere-night', scene: 'gas', ...night, steps: [openGas(/^甲烷/, 2)] },
  { name: 'gas-sensor-night', scene: 'gas', ...night, steps: [openGas(/^传感器设置/)] },
  { name: 'gas-sensor-day', scene: 'gas', ...day, steps: [openGas(/^传感器设置/)] },
  { name: 'gas-compare-night', scene: 'gas', ...night, steps: [openGas(/^传感器对比/), typeCompare] },
  { name: 'gas-compare-day', scene: 'gas', ...day, steps: [openGas(/^传感器对比/), typeCompare] },
  { name: 'gas-book-night', scene: 'gas', ...night, steps: [openGas(/^漏检假检/), typeBook] },
  { name: 'gas-book-day', scene: 'gas', ...day, steps: [openGas(/^漏检假检/), typeBook] },
  { name: 'gas-book-night-en', scene: 'gas', ...night, language: 'en', steps: [openGas(/^Missed, invented/)] },
  { name: 'rejudge-night', scene: 'normal', ...night, steps: [openRejudge] },
  { name: 'rejudge-changed-night', scene: 'normal', ...night, steps: [openRejudge, typeRejudgeDay] },
  { name: 'rejudge-changed-day', scene: 'normal', ...day, steps: [openRejudge, typeRejudgeDay] },
  { name: 'rejudge-night-en', scene: 'normal', ...night, language: 'en', steps: [openRejudgeEn] },
  { name: 'rejudge-empty-night', scene: 'empty', ...night, steps: [openRejudge] },
  { name: 'mine-drainage-night', scene: 'normal', ...night, steps: [openMine(0), press(/15103工作面/)] },
  { name: 'mine-drainage-day', scene: 'normal', ...day, steps: [openMine(0)] },
  { name: 'mine-drainage-night-en', scene: 'normal', ...night, language: 'en', steps: [openMine(0)] },
  { name: 'mine-drainage-empty-night', scene: 'calm', ...night, steps: [openMine(0)] },
  { name: 'mine-area-night', scene: 'normal', ...night, steps: [openMine(0), press('改数')] },
  { name: 'mine-handover-night', scene: 'normal', ...night, steps: [openMine(0), pressPrimary] },
  { name: 'mine-outburst-night', scene: 'normal', ...night, steps: [openMine(1), press(/15105/)] },
  {
    name: 'mine-outburst-day',
    scene: 'normal',
    ...day,
    steps: [openMine(1), press(/15105/), press('记突出危险性预测')],
  },
  { name: 'mine-outburst-night-en', scene: 'normal', ...night, language: 'en', steps: [openMine(1), press(/15105/)] },
  { name: 'mine-index-night', scene: 'normal', ...night, steps: [openMine(1), press(/15105/), press('记指标')] },
  { name: 'mine-index-day', scene: 'normal', ...day, steps: [openMine(1), press(/15105/), press('记指标'), typeIndex] },
  { name: 'company-live-night', scene: 'normal', ...night, steps: [goTo(2)] },
  { name: 'company-alarm-night', scene: 'alarm', ...night, steps: [goTo(2)] },
  { name: 'company-night', scene: 'normal', ...night, steps: [openMine(5)] },
  { name: 'company-form-night', scene: 'normal', ...night, steps: [openMine(5), enterCompany] },
  { name: 'zones-night', scene: 'normal', ...night, steps: [openMine(4), press(/^一采区/)] },
  { name: 'zones-day', scene: 'normal', ...day, steps: [openMine(4), press(/^一采区/)] },
  { name: 'zones-night-en', scene: 'normal', ...night, language: 'en', steps: [openMine(4), press(/^二采区/)] },
  { name: 'zones-empty-night', scene: 'calm', ...night, steps: [openMine(4)] },
  { name: 'zones-drawing-night', scene: 'normal', ...night, steps: [openMine(4), press('画采掘面'), drawOutline] },
  { name: 'zones-form-night', scene: 'normal', ...night, steps: [openMine(4), press('加一个区')] },
  { name: 'site-heading-night', scene: 'sites', ...night, steps: [openSite('15105回风顺槽掘进')] },
  { name: 'site-heading-day', scene: 'sites', ...day, steps: [openSite('15105回风顺槽掘进')] },
  { name: 'site-holes-night', scene: 'sites', ...night, steps: [openSite('15105 1号钻场'), press('5# 孔深')] },
  { name: 'site-holes-day', scene: 'sites', ...day, steps: [openSite('15105 1号钻场'), press('5# 孔深')] },
  {
    name: 'site-holes-night-en',
    scene: 'sites',
    ...night,
    language: 'en',
    steps: [openSite('15105 1号钻场'), press('5# Depth')],
  },
  { name: 'site-pumps-night', scene: 'sites', ...night, steps: [openSite('中央泵房和水仓')] },
  { name: 'site-pumps-day', scene: 'sites', ...day, steps: [openSite('中央泵房和水仓')] },
  { name: 'site-empty-night', scene: 'sites', ...night, steps: [openSite('15107运输顺槽掘进')] },
  { name: 'site-row-night', scene: 'sites', ...night, steps: [openRowOf('允许掘进牌')] },
  { name: 'keys-day', scene: 'normal', ...day, steps: [press('按键')] },
  ...withdrawalPictures,
];
