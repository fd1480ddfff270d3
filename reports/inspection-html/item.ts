import { fillSlots } from '../../vocabulary/words.ts';
import type { ReportAnswer, ReportGroup, ReportHead, ReportItem } from '../inspection-report.ts';
import { beijingTime } from './beijing-time.ts';
import { evidenceLine } from './evidence.ts';
import { factLines } from './fact.ts';
import { type Html, html } from './html.ts';
import { itemMark, statusMark, toneOf } from './mark.ts';
import { gradeLabels, itemLabels } from './report.words.ts';
import { verdictLines } from './verdict.ts';

/** A group of the checklist with its rows, numbered `2.3`. */
export const groupSection = ({ title, items }: ReportGroup, at: number): Html =>
  html`<h3>${at + 1}. ${title}</h3>
${items.map((item, index) => itemBlock(item, `${at + 1}.${index + 1}`))}`;

function itemBlock(item: ReportItem, number: string): Html {
  const { question, place, itemId, status, severity, answer, evidence, conflict } = item;
  return html`<article class="item" data-tone="${toneOf(status, severity)}">
<div class="question"><span class="no">${number}</span><b>${question}</b>${conflict.length > 0 && html`<span class="tag">${itemLabels.conflict}</span>`}${itemMark(item)}</div>
<dl class="lines">${place !== null && html`<dt>${itemLabels.place}</dt><dd>${place}</dd>`}
${answer !== null && answerLines(answer)}
${evidence.length > 0 && html`<dt>${itemLabels.evidence}</dt><dd><ul>${evidence.map(evidenceLine)}</ul></dd>`}
${item.restsOnNotEvidence && html`<dt>${gradeLabels.mark}</dt><dd><b>${gradeLabels.notAlone}</b></dd>`}
${conflict.length > 0 && html`<dt>${itemLabels.conflict}</dt><dd><ul>${conflict.map(headLine)}</ul></dd>`}</dl>
<p class="fine">${answer !== null && html`${answeredBy(answer)} <code>${answer.event}</code><br>`}<code>${itemId}</code></p>
</article>
`;
}

const answeredBy = ({ author, savedAt, seq }: ReportAnswer): string =>
  fillSlots(itemLabels.answered, { author, time: beijingTime(savedAt), seq });

const answerLines = ({ facts, verdict, byCompany, reason, override, note }: ReportAnswer): Html =>
  html`${factLines(facts)}${verdict !== null && verdictLines(verdict, facts)}${byCompany !== null && verdictLines(byCompany, facts)}
${textLine(itemLabels.override, override)}${textLine(itemLabels.reason, reason)}${textLine(itemLabels.note, note)}`;

const textLine = (label: string, text: string): Html | false =>
  text !== '' && html`<dt>${label}</dt><dd class="text">${text}</dd>`;

const headLine = (head: ReportHead): Html =>
  html`<li>${statusMark(head.outcome)} ${fillSlots(itemLabels.answered, {
    author: head.author,
    time: beijingTime(head.savedAt),
    seq: head.seq,
  })}${head.shown && html` <span class="tag">${itemLabels.conflictShown}</span>`}<br><code>${fillSlots(
    itemLabels.logLine,
    { log: head.log },
  )} ${head.event}</code></li>`;
