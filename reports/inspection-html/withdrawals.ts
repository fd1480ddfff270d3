import { lacksArticle } from '../../rules/citations.ts';
import type { InspectionReport } from '../inspection-report.ts';
import { orderWords } from '../withdrawal-order/order.words.ts';
import type { OrderFacts } from '../withdrawal-order/order-facts.ts';
import {
  laterRows,
  numberLine,
  orderSentences,
  otherNumbers,
  rowTable,
  voidedLine,
} from '../withdrawal-order/order-parts.ts';
import { citationList } from './citation.ts';
import { type Html, html } from './html.ts';
import { citationLabels, words } from './report.words.ts';

/** Every withdrawal order of the inspection as it stands, with its number or the mark that stands for it. */
export const withdrawalList = ({ withdrawals }: InspectionReport): Html =>
  withdrawals.length === 0 ? html`<p class="none">${orderWords.none}</p>` : html`${withdrawals.map(orderBlock)}`;

function orderBlock(facts: OrderFacts): Html {
  const voided = voidedLine(facts);
  const [found] = orderSentences(facts);
  return html`<div class="item" data-tone="major"><h3>${orderWords.title}　${numberLine(facts)}</h3>
${otherNumbers(facts).map((line) => html`<p class="fine">${line}</p>`)}${voided !== null && html`<p><b>${voided}</b></p>`}
<p>${found ?? null}</p>
<p><b>${facts.area.join(words.listComma)}</b></p>
${rowTable(laterRows(facts))}${facts.citations.some(lacksArticle) && html`<span class="tag">${citationLabels.draft}</span>`}${citationList(facts.citations)}
${facts.photos.map(({ label, blob }) => html`<p class="fine">${label} <code>sha256 ${blob}</code></p>`)}${
  facts.signatures.length > 0 &&
  html`<p class="fine">${facts.signatures.map(({ name }) => name).join(words.listComma)}</p>`
}
</div>
`;
}
