import { fillSlots } from '../../vocabulary/words.ts';
import type { BundleReport, InspectionReport } from '../inspection-report.ts';
import { alarmTable } from './alarms.ts';
import { draftNotice } from './citation.ts';
import { completeness } from './completeness.ts';
import { findingTable, gapList } from './findings.ts';
import { gasTables, hasGas } from './gas-areas.ts';
import { headTable } from './head-table.ts';
import { Html, html } from './html.ts';
import { instrumentTable } from './instruments.ts';
import { groupSection } from './item.ts';
import { obligationTable, planList } from './obligations.ts';
import { PAGE_POLICY } from './page-policy.ts';
import { readingsTable } from './readings-table.ts';
import { needsCheckList, recordTable } from './record.ts';
import { headings, notBegunHeading, numerals, words } from './report.words.ts';
import { signatureBlock } from './signatures.ts';
import { siteTables, zoneTable } from './sites.ts';
import { style } from './style.ts';
import { withdrawalList } from './withdrawals.ts';

/** `report.html` of a bundle: one section for each inspection, or a page that says there is none. */
export function renderInspectionHtml(report: BundleReport): string {
  const { inspections, record } = report;
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(PAGE_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titleOf(inspections)}</title>
<style>${new Html(style)}</style>
</head>
<body>
${inspections.length === 0 ? emptyPage(report) : [contents(inspections), inspections.map((one) => section(one, record))]}
${report.plans.length > 0 && notBegun(report)}
</body>
</html>
`.markup;
}

const titleOf = (inspections: readonly InspectionReport[]): string =>
  [words.title, ...inspections.slice(0, 1).map(({ mine, date }) => `${mine} ${date}`)].join(' ');

const heading = html`<h1>${words.title}</h1>
<p class="subtitle">${words.subtitle}</p>
<p class="lead">${words.notForm}<br><span class="english" lang="en">${words.english}</span></p>`;

const emptyPage = ({ record }: BundleReport): Html =>
  html`<section class="inspection">${heading}
<p class="opening">${words.nothing}${words.nothingHelp}</p>
${recordTable(record)}</section>`;

const notBegun = ({ plans }: BundleReport): Html =>
  html`<section class="plans"><h2>${notBegunHeading.zh}<span class="english" lang="en">${notBegunHeading.en}</span></h2>
${planList(plans)}</section>`;

/** Only where there is more than one: whose they are, before the first begins. */
const contents = (inspections: readonly InspectionReport[]): Html | false =>
  inspections.length > 1 &&
  html`<nav><p>${fillSlots(words.contents, { count: inspections.length })}</p><ol>${inspections.map(
    ({ mine, date }) => html`<li>${mine}　${date}</li>`,
  )}</ol></nav>`;

function section(report: InspectionReport, record: BundleReport['record']): Html {
  const parts: readonly (readonly [keyof typeof headings, Html | readonly Html[]])[] = [
    ['completeness', completeness(report)],
    ['obligations', obligationTable(report)],
    ['items', report.groups.map(groupSection)],
    ...(report.sites.length > 0 ? ([['sites', siteTables(report)]] as const) : []),
    ...(report.zones.length > 0 ? ([['zones', zoneTable(report)]] as const) : []),
    ...(hasGas(report.gas) ? ([['gasAreas', gasTables(report.gas)]] as const) : []),
    ['findings', findingTable(report)],
    ['withdrawals', withdrawalList(report)],
    ['gaps', gapList(report)],
    ['readings', readingsTable(report)],
    ['alarms', alarmTable(report)],
    ['instruments', instrumentTable(report)],
    ['needsCheck', needsCheckList(report)],
    ['signatures', signatureBlock(report)],
    ['record', recordTable(record)],
  ];
  return html`<section class="inspection">${heading}
${draftNotice(report.draft)}
${headTable(report)}
${parts.map(
  ([name, body], at) =>
    html`<h2>${numerals[at] ?? null}${words.listComma}${headings[name].zh}<span class="english" lang="en">${headings[name].en}</span></h2>
${body}
`,
)}</section>
`;
}
