import { type Browser, expect, type Page } from '@playwright/test';
import { serveFakeScreens } from '../screens/serve-fake.ts';
import { zh } from './words.ts';

const screens = ['今日', '检测', '检查', '抽采', '隐患', '台账', '交换', '统计', '设置'] as const;
export const field = { width: 1280, height: 800 };
export const desk = { width: 1920, height: 1080 };

/** One page over the host in memory, and how to go through its screens. */
export interface FakePage {
  readonly page: Page;
  readonly open: (scene: string, theme: 'night' | 'day' | 'red', size?: typeof field) => Promise<void>;
  /** Shows a screen and waits until it has its content. */
  readonly show: (at: number) => Promise<void>;
  readonly onEveryScreen: (look: (name: string) => Promise<readonly string[]>) => Promise<string[]>;
  readonly stop: () => void;
}

export async function fakePage(browser: Browser): Promise<FakePage> {
  const fake = await serveFakeScreens();
  const context = await browser.newContext({ reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai', locale: 'zh-CN' });
  const page = await context.newPage();
  const show = async (at: number) => {
    await page.locator(`[aria-keyshortcuts="${at + 1}"]`).click();
    await expect(page.locator('[aria-current=page]')).toHaveAttribute('aria-keyshortcuts', String(at + 1));
    await expect(page.getByText(zh.common.reading)).toHaveCount(0);
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 60))));
  };
  return {
    page,
    show,
    open: async (scene, theme, size = field) => {
      await page.setViewportSize(size);
      await page.goto(`${fake.address}/fake.html?scene=${scene}&theme=${theme}`);
      await expect(page.locator('.shell')).toBeVisible();
    },
    onEveryScreen: async (look) => {
      const faults: string[] = [];
      for (const [at, name] of screens.entries()) {
        await show(at);
        faults.push(...(await look(name)).map((fault) => `${name}: ${fault}`));
      }
      return faults;
    },
    stop: fake.stop,
  };
}
