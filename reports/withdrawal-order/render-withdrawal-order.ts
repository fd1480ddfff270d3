import { lacksArticle } from '../../rules/citations.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import { draftNotice, isToBeVerified } from '../inspection-html/citation.ts';
import { Html, html } from '../inspection-html/html.ts';
import { PAGE_POLICY } from '../inspection-html/page-policy.ts';
import { signatureBoxes } from '../inspection-html/signatures.ts';
import { style } from '../inspection-html/style.ts';
import { orderWords } from './order.words.ts';
import type { OrderFacts } from './order-facts.ts';
import { laterRows, numberLine, orderSentences, otherNumbers, rowTable, voidedLine } from './order-parts.ts';

/** The sheet on which people are ordered out; it waits for nothing, and what is missing is left for a pen. */
export function renderWithdrawalOrder(facts: OrderFacts): string {
  const voided = voidedLine(facts);
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(PAGE_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${orderWords.title} ${facts.number ?? facts.mark}</title>
<style>${new Html(style)}${new Html(orderStyle)}</style>
</head>
<body>
<section class="inspection order">
<p class="subtitle">${orderWords.heading}</p>
<h1>${orderWords.title}</h1>
<p class="number-line">${numberLine(facts)}</p>
${otherNumbers(facts).map((line) => html`<p class="fine">${line}</p>`)}
${voided !== null && html`<p class="voided">${voided}</p>`}
${draftNotice(facts.citations.filter(lacksArticle), orderWords.draftWhy)}
<p class="to">${fillSlots(orderWords.to, { mine: facts.mine === '' ? orderWords.blank : facts.mine })}</p>
${orderSentences(facts).map((sentence) => html`<p class="opening">${sentence}</p>`)}
<ol class="area">${facts.area.map((name) => html`<li>${name}</li>`)}</ol>
<p class="opening">${orderWords.until}</p>
${rowTable(laterRows(facts))}
${facts.citations.some(isToBeVerified) && html`<p class="fine">${orderWords.needsCheck}</p>`}
${signatureBoxes(facts.signatures)}
</section>
</body>
</html>
`.markup;
}

/** The number line is 四号 and right-aligned by the norm; the area is what must be read from three steps away. */
const orderStyle = `
.number-line { text-align: right; font-size: 14pt; margin: 4px 0 10px; padding-bottom: 6px; border-bottom: 1.5px solid var(--ink); }
.to { margin-top: 12px; }
.area { margin: 8px 0 8px 2.5em; font-weight: bold; font-size: 14pt; line-height: 1.5; }
.voided { margin: 10px 0; padding: 6px 10px; border: 2px solid var(--ink); font-weight: bold; }
`;
