import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BundleReport } from '../../reports/inspection-report.ts';
import { documents } from '../../reports/registry.ts';
import { sampleBundle, sampleInspection } from '../../reports/sample-report.ts';
import { startChromium } from './chinese-page.ts';

/** The report as a person opens it: from a file, in a real browser, with nothing else at hand. */
const folder = mkdtempSync(join(tmpdir(), 'jingxun-report-'));
let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** Console errors and page errors, and every address asked for. */
  readonly errors: readonly string[];
  readonly asked: readonly string[];
}

async function open(report: BundleReport, width = 900): Promise<Opened> {
  const file = join(folder, 'report.html');
  writeFileSync(file, documents['inspection-html'].render(report));
  const page = await browser.newPage({ viewport: { width, height: 1200 } });
  const errors: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => line.type() !== 'log' && errors.push(line.text()));
  page.on('request', (request) => asked.push(request.url().replace(/^data:.*/, 'data:')));
  await page.goto(`file://${file}`);
  return { page, errors, asked };
}

describe('report.html in Chromium', () => {
  test('opens without an error and asks for nothing but itself', async () => {
    const { page, errors, asked } = await open(sampleBundle);
    expect(errors).toEqual([]);
    expect(asked.filter((address) => address !== 'data:')).toEqual([`file://${join(folder, 'report.html')}`]);
    expect(await page.title()).toBe('煤矿现场检查记录 山西沁源某某煤业有限公司 2026-11-23');
    await page.close();
  });

  test('shows the Chinese of the record and the picture of a signature', async () => {
    const { page } = await open(sampleBundle);
    for (const words of [
      '煤矿现场检查记录',
      '三专：人员、队伍、设备',
      '条文号待核',
      '拒签。理由：对甲烷读数有异议。见证人：周立。',
    ]) {
      expect(await page.getByText(words, { exact: true }).first().isVisible(), words).toBe(true);
    }
    const drawn = await page.locator('.sign img').evaluate((image: HTMLImageElement) => image.naturalWidth);
    expect(drawn).toBe(1);
    await page.close();
  });

  test('keeps its words inside the sheet, on a screen and on a telephone', async () => {
    for (const width of [900, 390]) {
      const { page } = await open(sampleBundle, width);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${width} px`).toBeLessThanOrEqual(0);
      await page.close();
    }
  });

  test('prints on A4', async () => {
    const { page } = await open({ ...sampleBundle, inspections: [sampleInspection, sampleInspection] });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(4);
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    await page.close();
  });

  test('hostile words stay words: no element is made of them and nothing runs', async () => {
    const attack =
      '</td></table><script>document.title="x"</script><img src="http://127.0.0.1:9/x" onerror="document.title=1">';
    const hostile = { ...sampleInspection, mine: attack, planNo: attack, accompanying: [attack] };
    const { page, asked } = await open({ ...sampleBundle, inspections: [hostile] });
    expect(await page.locator('script, iframe, object, a, .head img').count()).toBe(0);
    expect(asked.filter((address) => address.startsWith('http'))).toEqual([]);
    expect(await page.title()).toContain('</td></table><script>');
    expect(await page.locator('.head').first().locator('tr').count()).toBe(10);
    await page.close();
  });

  test('a script that got in all the same would be stopped by the policy of the page', async () => {
    const { page, errors } = await open(sampleBundle);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
    });
    expect(await page.title()).not.toBe('ran');
    expect(errors.join()).toContain('Content Security Policy');
    await page.close();
  });
});
