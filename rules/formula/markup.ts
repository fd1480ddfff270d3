import type { Formula } from '../../vocabulary/formula.ts';
import { isSingle, type Leaf, needsBrackets } from './write.ts';

/** One element of MathML, without its namespace: a tag with text or with parts. */
export interface Markup {
  readonly tag: 'mrow' | 'mi' | 'mn' | 'mo' | 'mtext' | 'mfrac' | 'msqrt' | 'msub' | 'msup';
  readonly text?: string;
  readonly parts?: readonly Markup[];
}

export const rowOf = (...parts: readonly Markup[]): Markup => ({ tag: 'mrow', parts });
export const sign = (text: string): Markup => ({ tag: 'mo', text });
export const figure = (text: string): Markup => ({ tag: 'mn', text });
export const said = (text: string): Markup => ({ tag: 'mtext', text });

/** A letter with its subscript below the line: `W_CY`, `c(CH₄)`. */
export function letter(symbol: string): Markup {
  const [, base = symbol, below, of] = /^(\p{L}+)(?:_([^(]+))?(?:\(([^)]+)\))?$/u.exec(symbol) ?? [];
  const plain: Markup = { tag: 'mi', text: base };
  const lettered: Markup = below === undefined ? plain : { tag: 'msub', parts: [plain, { tag: 'mi', text: below }] };
  return of === undefined ? lettered : rowOf(lettered, sign('('), said(of), sign(')'));
}

/** What stands in the place of a letter: itself, or the amount put in. */
export type MarkupLeaf = (symbol: string) => Markup;

interface Ways {
  readonly leaf: MarkupLeaf;
  /** The same leaf as text, which tells where brackets are needed. */
  readonly text: Leaf;
  readonly times: '·' | '×';
}

/** A formula as it is written by hand: fractions over one another, roots under their line. */
export function markupOf(formula: Formula, ways: Ways): Markup {
  const draw = (part: Formula): Markup => markupOf(part, ways);
  const factor = (part: Formula): Markup => bracketed(draw(part), needsBrackets(part, ways.text));
  switch (formula.is) {
    case 'number':
      return figure(formula.text);
    case 'symbol':
      return ways.leaf(formula.name);
    case 'sum':
      return rowOf(
        ...formula.terms.flatMap(({ minus, of }, at) => {
          const term = at === 0 && !minus ? draw(of) : factor(of);
          return at === 0 && !minus ? [term] : [sign(minus ? '−' : '+'), term];
        }),
      );
    case 'product':
      return rowOf(
        ...formula.factors.flatMap((part, at) => (at === 0 ? [factor(part)] : [sign(ways.times), factor(part)])),
      );
    case 'quotient':
      return { tag: 'mfrac', parts: [draw(formula.over), draw(formula.under)] };
    case 'power':
      return {
        tag: 'msup',
        parts: [
          bracketed(draw(formula.base), !isSingle(formula.base) || needsBrackets(formula.base, ways.text)),
          figure(String(formula.exponent)),
        ],
      };
    case 'root':
      return { tag: 'msqrt', parts: [draw(formula.of)] };
    case 'absolute':
      return rowOf(sign('|'), draw(formula.of), sign('|'));
    case 'ceiling':
      return rowOf(sign('⌈'), draw(formula.of), sign('⌉'));
    case 'greatest':
      return rowOf(
        { tag: 'mi', text: 'max' },
        sign('('),
        ...formula.of.flatMap((part, at) => (at === 0 ? [draw(part)] : [sign(';'), draw(part)])),
        sign(')'),
      );
  }
}

const bracketed = (inner: Markup, when: boolean): Markup => (when ? rowOf(sign('('), inner, sign(')')) : inner);
