import { lacksArticle } from '../../rules/citations.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { InspectionReport, ReportFinding } from '../inspection-report.ts';
import { beijingMinute } from './beijing-time.ts';
import { citationList } from './citation.ts';
import { severityWords } from './codes.words.ts';
import { itemName } from './completeness.ts';
import { type Html, html } from './html.ts';
import { countLabels, findingLabels, words } from './report.words.ts';

const columns = ['number', 'fact', 'severity', 'citations', 'decision', 'state'] as const;
const none = html`<p class="none">${words.none}${words.stop}</p>`;

/** The numbered violations: the fact, how grave, by what it is judged, what was ordered. */
export const findingTable = ({ findings }: InspectionReport): Html =>
  findings.length === 0
    ? none
    : html`<div class="wide"><table><thead><tr>${columns.map((column) => html`<th>${findingLabels[column]}</th>`)}</tr></thead><tbody>
${findings.map(findingRow)}</tbody></table></div>`;

const findingRow = (finding: ReportFinding, at: number): Html =>
  html`<tr><td class="number">${at + 1}</td><td><span class="text">${finding.fact}</span><br><span class="fine">${itemName(
    finding,
  )}，<span class="short">${fillSlots(findingLabels.savedAt, { time: beijingMinute(finding.savedAt) })}</span></span></td><td class="short">${
    severityWords[finding.severity]
  }</td><td>${finding.citations.some(lacksArticle) && html`<span class="tag">${findingLabels.draft}</span>`}${citationList(finding.citations)}</td><td class="text">${
    finding.decision ?? findingLabels.noDecision
  }</td><td class="short">${finding.state}</td></tr>
`;

/** What stays open, each row by its name and with the reason a person gave. */
export const gapList = ({ gaps }: InspectionReport): Html =>
  gaps.length === 0
    ? none
    : html`<ol>${gaps.map(
        (gap) =>
          html`<li class="text">${itemName(gap)}${words.dash}${gap.reason === '' ? countLabels.noReason : gap.reason}</li>`,
      )}</ol>`;
