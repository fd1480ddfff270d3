import { subIds, subsOf } from '../../rules/assessment/assess.ts';
import { type StepId, type SubId, stepWords, subWords } from '../../rules/assessment/steps.words.ts';
import { distinct } from '../../rules/citations.ts';
import { factLabel } from '../../rules/facts/describe-fact.ts';
import { unitOfKey } from '../../rules/facts/units.ts';
import type { Citation, Verdict } from '../../vocabulary/verdict.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import { beijingMinute } from '../inspection-html/beijing-time.ts';
import { citationLine, draftNotice, isToBeVerified } from '../inspection-html/citation.ts';
import { Html, html } from '../inspection-html/html.ts';
import { toneOf, verdictMark } from '../inspection-html/mark.ts';
import { PAGE_POLICY } from '../inspection-html/page-policy.ts';
import { recordTable } from '../inspection-html/record.ts';
import { numerals, words } from '../inspection-html/report.words.ts';
import { style } from '../inspection-html/style.ts';
import { verdictLines } from '../inspection-html/verdict.ts';
import { assessmentWords } from './assessment.words.ts';
import type { AssessmentFacts } from './assessment-facts.ts';
import { inputTable } from './figure-table.ts';
import { pointTable } from './point-table.ts';
import { missingText, resultTable } from './result-table.ts';

/** The paper of one assessment: every verdict with its figures, arithmetic and articles, to be checked by hand. */
export function renderAssessment(facts: AssessmentFacts): string {
  const { mine, face, name, year, quarter } = facts;
  const subtitle = fillSlots(assessmentWords.subtitle, { mine, face, unit: name, year, quarter });
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(PAGE_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${assessmentWords.title} ${subtitle}</title>
<style>${new Html(style)}${new Html(ownStyle)}</style>
</head>
<body>
<section class="inspection assessment">
<h1>${assessmentWords.title}</h1>
<p class="subtitle">${subtitle}</p>
<p class="lead">${assessmentWords.notForm}</p>
${draftNotice(facts.draft, assessmentWords.draftWhy)}
${headTable(facts)}
${parts(facts).map(
  ([heading, body], at) => html`<h2>${numerals[at] ?? null}${words.listComma}${heading}</h2>
${body}
`,
)}</section>
</body>
</html>
`.markup;
}

function parts(facts: AssessmentFacts): readonly (readonly [string, Html])[] {
  const { headings } = assessmentWords;
  return [
    [headings.result, resultTable(facts)],
    [headings.subs, html`${stepIds.map((step) => stepSection(step, facts))}`],
    [headings.points, pointTable(facts)],
    [headings.needsCheck, needsCheckList(facts)],
    [headings.signatures, signatureLines],
    [headings.record, recordTable(facts.record)],
  ];
}

const stepIds = Object.keys(stepWords).filter((key): key is StepId => key in stepWords);

function headTable(facts: AssessmentFacts): Html {
  const { mine, face, name, year, quarter, date, outcome, severity, conclusion, majorHazard } = facts;
  const { head } = assessmentWords;
  const concluded = conclusion
    ? fillSlots(assessmentWords.concluded, { author: conclusion.author, time: beijingMinute(conclusion.savedAt) })
    : assessmentWords.notConcluded;
  const rows: readonly (readonly [string, Html | string])[] = [
    [head.mine, mine],
    [head.face, face],
    [head.unit, name],
    [head.quarter, fillSlots(assessmentWords.quarter, { year, quarter })],
    [head.date, fillSlots(assessmentWords.day, { date })],
    [head.outcome, html`${verdictMark(outcome, severity)}　<b>${assessmentWords.outcome[outcome]}</b>`],
    [head.concluded, concluded],
    ...(conclusion && conclusion.note !== '' ? [[head.note, conclusion.note] as const] : []),
    ...(majorHazard
      ? [[head.hazard, html`${assessmentWords.major}<ul>${citationLine(majorHazard)}</ul>`] as const]
      : []),
  ];
  return html`<table class="head"><tbody>${rows.map(
    ([label, value]) => html`<tr><th scope="row">${label}</th><td class="text">${value}</td></tr>`,
  )}</tbody></table>`;
}

function stepSection(step: StepId, facts: AssessmentFacts): Html {
  const { contentFrom } = facts;
  const restsOnContent = step === 'residual' || step === 'desorbable' || step === 'outburst';
  return html`<h3>${stepWords[step].zh}</h3>
${inputTable(step, facts)}${
  restsOnContent &&
  contentFrom !== null &&
  html`<p class="fine">${fillSlots(assessmentWords.content, { from: assessmentWords.from[contentFrom] })}</p>`
}
${subsOf(step).map((id) => subBlock(id, facts))}`;
}

/** Where a verdict lacks figures they are named as the form names them. */
function subBlock(id: SubId, { subs }: AssessmentFacts): Html {
  const sub = subs[id];
  const missing = missingText(sub);
  return html`<article class="item" data-tone="${toneOf(sub.verdict.status, sub.verdict.severity)}">
<div class="question"><b>${subWords[id].zh}</b></div>
${missing !== '' && html`<p class="fine">${missing}</p>`}
<dl class="lines">${lines(sub.verdict)}${sub.byCompany !== null && lines(sub.byCompany)}</dl></article>
`;
}

/** The facts of a rule under the labels of its own form. */
const lines = (verdict: Verdict): Html =>
  verdictLines(
    verdict,
    Object.entries(verdict.facts).map(([key, value]) => ({
      key,
      label: factLabel(key).zh,
      value,
      unit: unitOfKey(key),
    })),
  );

function needsCheckList({ subs, majorHazard }: AssessmentFacts): Html {
  const cited: readonly Citation[] = [
    ...subIds.flatMap((id) => [...subs[id].verdict.citations, ...(subs[id].byCompany?.citations ?? [])]),
    ...(majorHazard ? [majorHazard] : []),
  ];
  const open = distinct(cited.filter(isToBeVerified));
  return open.length === 0
    ? html`<p class="none">${words.none}${words.stop}</p>`
    : html`<ol>${open.map(citationLine)}</ol>`;
}

/** Left for the pen. */
const signatureLines = html`<table class="signers"><tbody><tr>${assessmentWords.signRoles.map(
  (role) => html`<td>${role}<br><br><br><span class="fine">${assessmentWords.signDate}</span></td>`,
)}</tr></tbody></table>`;

const ownStyle = `
.assessment .subtitle { text-wrap: balance; }
.inputs { font-size: 10pt; }
.inputs td.number { white-space: normal; min-width: 6em; }
td[data-tone=unknown] { color: var(--unknown); }
.signers td { width: 33%; height: 28mm; }
`;
