import type { Severity, VerdictStatus } from '../../vocabulary/verdict.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { ReportItem, ReportStatus } from '../inspection-report.ts';
import { evidenceWords, severityWords, statusWords, verdictWords } from './codes.words.ts';
import { Html, html } from './html.ts';
import { citationLabels, itemLabels, words } from './report.words.ts';

/** How grave a row looks. Colour never stands alone: a shape and a word stand with it. */
export type Tone = 'pass' | 'fail' | 'major' | 'unknown' | 'notApplicable' | 'unanswered';

export const toneOf = (status: ReportStatus, severity: Severity | null): Tone =>
  status === 'fail' && severity === 'major' ? 'major' : status;

const ring = '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.4"/>';
const brokenRing = ring.replace('/>', ' stroke-dasharray="3.4 2.1"/>');
const cross = '<path d="M5 5l6 6M11 5l-6 6" stroke="#fff" stroke-width="1.8"/>';
/** The shapes of the screens, in ink: ring with tick, filled square with a cross, the same framed, broken ring with a question mark… */
const shapes: Record<Tone, string> = {
  pass: `${ring}<path d="M5 8.2l2.2 2.2L11.2 6" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
  fail: `<path d="M2 2h12v12H2z" fill="currentColor"/>${cross}`,
  major: `<path d="M.6.6h14.8v14.8H.6z" fill="none" stroke="currentColor"/><path d="M2.6 2.6h10.8v10.8H2.6z" fill="currentColor"/>${cross}`,
  unknown: `${brokenRing}<path d="M6.1 6.4a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.7.5-.7 1v.3" fill="none" stroke="currentColor" stroke-width="1.3"/><circle cx="8" cy="11.3" r=".8" fill="currentColor"/>`,
  notApplicable: `${ring}<path d="M5 8h6" stroke="currentColor" stroke-width="1.5"/>`,
  unanswered: ring,
};

const shape = (tone: Tone): Html => new Html(`<svg viewBox="0 0 16 16" aria-hidden="true">${shapes[tone]}</svg>`);

const mark = (tone: Tone, word: string): Html =>
  html`<span class="mark" data-tone="${tone}">${shape(tone)}${word}</span>`;

const failWord = (word: string, severity: Severity | null): string =>
  severity === null ? word : `${word}（${severityWords[severity]}）`;

/** The mark of a row as it counts: a pass without its evidence says so and is no pass. */
export function itemMark(item: ReportItem): Html {
  const tone = toneOf(item.status, item.severity);
  if (item.status === 'fail') return mark(tone, failWord(statusWords.fail, item.severity));
  if (item.missingEvidence.length === 0 || item.answer === null) return mark(tone, statusWords[item.status]);
  const kinds = item.missingEvidence.map((kind) => evidenceWords[kind]).join(words.listComma);
  return mark(tone, fillSlots(itemLabels.missingEvidence, { outcome: statusWords[item.answer.outcome], kinds }));
}

export const statusMark = (status: ReportStatus): Html => mark(status, statusWords[status]);

export const verdictMark = (status: VerdictStatus, severity: Severity | null): Html =>
  mark(toneOf(status, severity), status === 'fail' ? failWord(verdictWords.fail, severity) : verdictWords[status]);

/** The dashed tag of everything that somebody still has to look up. */
export const needsCheckTag = html`<span class="tag">${citationLabels.needsCheck}</span>`;
