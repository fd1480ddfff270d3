import type { AssessmentFacts } from './assessment/assessment-facts.ts';
import { renderAssessment } from './assessment/render-assessment.ts';
import type { DocumentKind } from './document.ts';
import { renderInspectionHtml } from './inspection-html/render-inspection-html.ts';
import type { BundleReport } from './inspection-report.ts';
import { documentTitles } from './registry.words.ts';
import { renderVerifyTxt, type VerifyFacts } from './verify-txt/render-verify-txt.ts';
import type { OrderFacts } from './withdrawal-order/order-facts.ts';
import { renderWithdrawalOrder } from './withdrawal-order/render-withdrawal-order.ts';

const inspectionHtml: DocumentKind<'inspection-html', BundleReport> = {
  kind: 'inspection-html',
  title: documentTitles['inspection-html'],
  file: 'report.html',
  mime: 'text/html',
  render: renderInspectionHtml,
};
const withdrawalOrder: DocumentKind<'withdrawal-order', OrderFacts> = {
  kind: 'withdrawal-order',
  title: documentTitles['withdrawal-order'],
  file: 'withdrawal-order.html',
  mime: 'text/html',
  render: renderWithdrawalOrder,
};
const assessment: DocumentKind<'assessment', AssessmentFacts> = {
  kind: 'assessment',
  title: documentTitles.assessment,
  file: 'assessment.html',
  mime: 'text/html',
  render: renderAssessment,
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
  'withdrawal-order': withdrawalOrder,
  assessment,
  'verify-txt': verifyTxt,
} as const;
