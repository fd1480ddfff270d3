import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { sampleAssessment } from '../../reports/assessment/sample-assessment.ts';
import { documents } from '../../reports/registry.ts';
import { sampleBundle } from '../../reports/sample-report.ts';
import { lendChineseFont, startChromium } from './chinese-page.ts';

// `node tests/documents/shoot-report.ts` leaves the sample papers in .build/documents to be looked at: html, picture, PDF.
const folder = join(import.meta.dirname, '../../.build/documents');
mkdirSync(folder, { recursive: true });
const papers = {
  report: documents['inspection-html'].render(sampleBundle),
  assessment: documents.assessment.render(sampleAssessment),
};
const browser = await startChromium();
const context = await browser.newContext({
  bypassCSP: true,
  viewport: { width: Number(process.argv[2] ?? 900), height: 1200 },
});
const page = await context.newPage();
for (const [name, markup] of Object.entries(papers)) {
  writeFileSync(join(folder, `${name}.html`), markup);
  await page.goto(`file://${join(folder, `${name}.html`)}`);
  await lendChineseFont(page);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
}
await browser.close();
