import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { documents } from '../../reports/registry.ts';
import { sampleBundle } from '../../reports/sample-report.ts';
import { lendChineseFont, startChromium } from './chinese-page.ts';

// `node tests/documents/shoot-report.ts` leaves the sample report in .build/documents to be looked at: html, picture, PDF.
const folder = join(import.meta.dirname, '../../.build/documents');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'report.html'), documents['inspection-html'].render(sampleBundle));
const browser = await startChromium();
const context = await browser.newContext({
  bypassCSP: true,
  viewport: { width: Number(process.argv[2] ?? 900), height: 1200 },
});
const page = await context.newPage();
await page.goto(`file://${join(folder, 'report.html')}`);
await lendChineseFont(page);
await page.screenshot({ path: join(folder, 'report.png'), fullPage: true });
await page.pdf({ path: join(folder, 'report.pdf'), preferCSSPageSize: true });
await browser.close();
