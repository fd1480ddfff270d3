import { createElement, type ReactNode } from 'react';
import { letter, type Markup, markupOf } from '../../rules/formula/markup.ts';
import { parseFormula } from '../../vocabulary/formula.ts';

/** Mathematics as the browser sets it: fractions over one another, subscripts below the line. */
export const Mathematics = ({ markup, text }: { readonly markup: Markup; readonly text: string }) =>
  createElement('math', { className: 'formula', 'aria-label': text }, element(markup, 0));

function element({ tag, text, parts = [] }: Markup, key: number): ReactNode {
  return createElement(tag, { key }, text ?? parts.map(element));
}

/** A letter or a formula in the notation of the rules. */
export const Formula = ({ text }: { readonly text: string }) => (
  <Mathematics
    text={text}
    markup={markupOf(parseFormula(text), { leaf: letter, text: (symbol) => symbol, times: '·' })}
  />
);
