import type { Page } from '@playwright/test';

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

const every = (scene: string, look: Pick<Picture, 'theme' | 'size' | 'language'>, only?: readonly string[]): Picture[] =>
  screens
    .filter(([id]) => only === undefined || only.includes(id))
    .map(([id, at]) => ({
      name: `${id}-${scene}-${look.theme}${look.language === 'en' ? '-en' : ''}`,
      scene,
      ...look,
      steps: [goTo(at)],
    }));

/** Every screen as it is met. */
export const pictures: readonly Picture[] = [
  { name: 'first-run-night', scene: 'first-run', ...night, steps: [] },
  { name: 'locked-night', scene: 'locked', ...night, steps: [] },
  ...every('normal', night),
  ...every('normal', day),
  ...every('empty', night),
  ...every('alarm', night, ['live', 'today']),
  ...every('unknown', night, ['live']),
  ...every('alarm', { ...night, theme: 'red' }, ['live', 'exchange']),
  ...every('full', night, ['today']),
  ...every('faults', night, ['today', 'exchange', 'findings']),
  ...every('no-certificate', night, ['today', 'exchange', 'settings']),
  ...every('normal', { ...night, language: 'en' }),
  { name: 'keys-day', scene: 'normal', ...day, steps: [press('按键')] },
];
