import { distinct } from '../../rules/citations.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { ReportChain } from '../gas-areas.ts';
import type { InspectionReport, ReportRecord } from '../inspection-report.ts';
import { citationLine, isToBeVerified } from './citation.ts';
import { itemsOf } from './counts.ts';
import { type Html, html } from './html.ts';
import { citationsOfChannel } from './instruments.ts';
import { recordLabels, words } from './report.words.ts';

/** Who carries the record, which entries it holds, and the two hashes by which two machines compare what they hold. */
export const recordTable = ({ principal, ranges, logHash, stateHash }: ReportRecord): Html =>
  html`<table class="head"><tbody>
<tr><th scope="row">${recordLabels.principal}</th><td>${principal}</td></tr>
<tr><th scope="row">${recordLabels.ranges}</th><td>${
    ranges.length === 0
      ? recordLabels.none
      : html`<ul>${ranges.map(
          ({ log, fromSeq, toSeq }) =>
            html`<li>${fillSlots(recordLabels.range, { log, from: fromSeq, to: toSeq })}</li>`,
        )}</ul>`
  }</td></tr>
<tr><th scope="row">${recordLabels.logHash}</th><td><code>${logHash}</code></td></tr>
<tr><th scope="row">${recordLabels.stateHash}</th><td><code>${stateHash}</code></td></tr>
</tbody></table>
<p class="fine">${recordLabels.help}</p>`;

/** Every article that somebody must still look up before this may stand in an order, once each, in order of use. */
function citationsToVerify({
  groups,
  sites,
  zones,
  gas,
  findings,
  instruments,
}: InspectionReport): readonly Citation[] {
  const used = [
    ...itemsOf(groups).flatMap(({ answer }) => answer?.verdict?.citations ?? []),
    ...sites.flatMap(({ verdicts }) => verdicts.flatMap(({ verdict }) => verdict.citations)),
    ...zones.flatMap(({ citations }) => citations),
    ...gas.chains.flatMap(citationsOfChain),
    ...findings.flatMap(({ citations }) => citations),
    ...instruments.flatMap(({ channels }) => channels.flatMap(citationsOfChannel)),
  ].filter(isToBeVerified);
  return distinct(used);
}

const citationsOfChain = ({ verdict, cycles, indices }: ReportChain): readonly Citation[] =>
  [verdict, ...(cycles ? [cycles] : []), ...indices.map((index) => index.verdict)].flatMap(
    ({ citations }) => citations,
  );

export const needsCheckList = (report: InspectionReport): Html => {
  const open = citationsToVerify(report);
  return open.length === 0
    ? html`<p class="none">${words.none}${words.stop}</p>`
    : html`<ol>${open.map(citationLine)}</ol>`;
};
