import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium as playwright } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../browser/chromium.ts';

export const startChromium = async (): Promise<Browser> =>
  playwright.launch({ executablePath: await chromiumPath(), args: [...chromiumArguments] });

/**
 * A machine for tests may have no Chinese font. For a picture to be looked at, the installed font of the screens is lent to the
 * page; the page's own policy forbids that, so the context must have been opened with `bypassCSP`.
 */
export async function lendChineseFont(page: Page): Promise<void> {
  const folder = join(import.meta.dirname, '../../node_modules/@fontsource-variable/noto-sans-sc');
  const files = new Set(readdirSync(join(folder, 'files')));
  const css = readFileSync(join(folder, 'index.css'), 'utf8').replace(
    /url\(\.\/files\/([^)]+)\)/g,
    (_, name: string) => {
      if (!files.has(name)) throw new Error(`no font file ${name}`);
      return `url(data:font/woff2;base64,${readFileSync(join(folder, 'files', name)).toString('base64')})`;
    },
  );
  for (const family of ['Noto Serif CJK SC', 'Noto Sans CJK SC']) {
    await page.addStyleTag({ content: css.replaceAll('Noto Sans SC Variable', family) });
  }
  await page.evaluate(() => document.fonts.ready.then(() => {}));
}
