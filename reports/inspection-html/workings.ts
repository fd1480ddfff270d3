import type { Markup } from '../../rules/formula/markup.ts';
import { sayRounding, writeWorking } from '../../rules/say-working.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { Working } from '../../vocabulary/working.ts';
import { Html, html, joined } from './html.ts';
import { itemLabels, words } from './report.words.ts';

/** The arithmetic of a verdict as mathematics that every browser sets, and by which rule its figures are rounded. */
export const workingList = (workings: readonly Working[]): Html =>
  html`<ol class="workings">${workings.map(workingLines)}</ol><p class="fine">${sayRounding('zh')}</p>`;

function workingLines(working: Working): Html {
  const { lines, holds, allDigits, letters } = writeWorking(working, 'zh');
  const legend = letters.map(({ symbol, label, amount }) =>
    fillSlots(itemLabels.letter, { symbol: symbol.replace('_', ''), label, amount }),
  );
  return html`<li>${lines.map(
    ({ markup, text }, at) =>
      html`<div><math aria-label="${text}">${element(markup)}</math>${
        at === lines.length - 1 &&
        holds !== null &&
        html` <strong>${holds ? itemLabels.holds : itemLabels.holdsNot}</strong>`
      }</div>`,
  )}${allDigits !== null && html`<div class="fine">${itemLabels.allDigits}${allDigits}</div>`}${
    legend.length > 0 && html`<div class="fine">${joined(legend, words.listComma)}</div>`
  }</li>`;
}

/** The tags are a closed list of names; the text is escaped. */
function element({ tag, text, parts = [] }: Markup): Html {
  const inner = html`${text ?? parts.map(element)}`;
  return new Html(`<${tag}>${inner.markup}</${tag}>`);
}
