import type { DocumentKind } from './document.ts';
import { renderInspectionHtml } from './inspection-html/render-inspection-html.ts';
import type { BundleReport } from './inspection-report.ts';
import { documentTitles } from './registry.words.ts';
import { renderVerifyTxt, type VerifyFacts } from './verify-txt/render-verify-txt.ts';

const inspectionHtml: DocumentKind<'inspection-html', BundleReport> = {
  kind: 'inspection-html',
  title: documentTitles['inspection-html'],
  file: 'report.html',
  mime: 'text/html',
  render: renderInspectionHtml,
};
const verifyTxt: DocumentKind<'verify-txt', VerifyFacts> = {
  kind: 'verify-txt',
  title: documentTitles['verify-txt'],
  file: 'VERIFY.txt',
  mime: 'text/plain',
  render: renderVerifyTxt,
};

/** Every document that Jingxun writes, one line each: `documents['verify-txt'].render(facts)`. */
export const documents = {
  'inspection-html': inspectionHtml,
  'verify-txt': verifyTxt,
} as const;
