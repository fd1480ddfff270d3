import { fillSlots } from '../../vocabulary/words.ts';
import type { InspectionReport, ReportReadings, ReportSource } from '../inspection-report.ts';
import { beijingClock, beijingTime } from './beijing-time.ts';
import { gasWords } from './codes.words.ts';
import { type Html, html } from './html.ts';
import { notEvidence } from './instruments.ts';
import { readingLabels, words } from './report.words.ts';

const columns = ['instrument', 'place', 'count', 'min', 'max', 'overRange', 'notMeasured', 'gaps'] as const;

/** What each channel measured at each place. Over-range stands in its own column: it is no number and graver than any. */
export const readingsTable = ({ readings }: InspectionReport): Html =>
  readings.length === 0
    ? html`<p class="none">${words.none}${words.stop}</p>`
    : html`<div class="wide"><table><thead><tr>${columns.map((column) => html`<th>${readingLabels[column]}</th>`)}</tr></thead><tbody>
${readings.map(readingsRow)}</tbody></table></div>`;

const readingsRow = (row: ReportReadings): Html =>
  html`<tr><td>${gasWords[row.gas]}<br><span class="fine">${row.instrument} ${row.channel}</span>${
    row.source !== null && html`<br>${sourceLine(row.source)}`
  }${row.notEvidence.length > 0 && html`<br>${notEvidence(row.notEvidence)}`}</td><td class="place">${
    row.place ?? readingLabels.noPlace
  }</td><td class="number">${row.count}</td><td class="number">${amount(row.min, row)}</td><td class="number">${amount(
    row.max,
    row,
  )}</td><td class="number">${row.overRange > 0 ? html`<b>${times(row.overRange)}</b>` : words.none}</td><td class="number">${
    row.notMeasured > 0 ? times(row.notMeasured) : words.none
  }</td><td>${row.gaps.length === 0 ? words.none : html`<ul>${row.gaps.map(gapLine)}</ul>`}</td></tr>
`;

/** The file by its name and its hash, under which the bundle holds it, and how wrong the instrument's clock was. */
const sourceLine = ({ name, file, offsetMs }: ReportSource): Html =>
  html`<span class="fine">${fillSlots(readingLabels.stored, { name })} <code>${file.slice(0, 16)}</code><br>${
    offsetMs === null ? readingLabels.noOffset : offsetWords(offsetMs)
  }</span>`;

function offsetWords(offsetMs: number): string {
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  if (seconds === 0) return readingLabels.onTime;
  return fillSlots(offsetMs > 0 ? readingLabels.fast : readingLabels.slow, { seconds });
}

const times = (count: number): string => fillSlots(readingLabels.times, { count });
const amount = (value: string | null, { unit }: ReportReadings): string =>
  value === null ? words.noValue : `${value}${unit === null ? '' : ` ${unit}`}`;

const gapLine = ({ from, to, cause }: ReportReadings['gaps'][number]): Html => {
  const [first, last] = [beijingTime(from), beijingTime(to)];
  const end = first.slice(0, 10) === last.slice(0, 10) ? beijingClock(to) : last;
  return html`<li><span class="short">${first}</span> <span class="short">${words.to} ${end}</span>${cause !== '' && html`<br>${cause}`}</li>`;
};
