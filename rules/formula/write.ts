import type { Formula } from '../../vocabulary/formula.ts';

/** How a letter stands in a written formula: itself, or the amount put in for it. */
export type Leaf = (symbol: string) => string;

const isNegative = (text: string): boolean => /^[-−]/.test(text);

/** Whether a part needs brackets where a factor stands. */
export const needsBrackets = (part: Formula, leaf: Leaf): boolean =>
  part.is === 'sum' || (part.is === 'symbol' && isNegative(leaf(part.name)));

const bracketed = (text: string, when: boolean): string => (when ? `(${text})` : text);

/** A formula on one line: `(12.5 × 1000 − 300) / 1000`. `times` is the sign between factors. */
export function writeFormula(formula: Formula, leaf: Leaf, times: '·' | '×' = '·'): string {
  const write = (part: Formula): string => writeFormula(part, leaf, times);
  const factor = (part: Formula): string => bracketed(write(part), needsBrackets(part, leaf));
  switch (formula.is) {
    case 'number':
      return formula.text;
    case 'symbol':
      return leaf(formula.name);
    case 'sum':
      return formula.terms
        .map(({ minus, of }, at) => `${signBefore(minus, at === 0)}${at === 0 && !minus ? write(of) : factor(of)}`)
        .join('');
    case 'product':
      return formula.factors.map(factor).join(` ${times} `);
    case 'quotient':
      return `${factor(formula.over)} / ${bracketed(write(formula.under), !isSingle(formula.under) || needsBrackets(formula.under, leaf))}`;
    case 'power':
      return `${bracketed(write(formula.base), !isSingle(formula.base) || needsBrackets(formula.base, leaf))}${raised(formula.exponent)}`;
    case 'root':
      return `√(${write(formula.of)})`;
    case 'absolute':
      return `|${write(formula.of)}|`;
    case 'ceiling':
      return `⌈${write(formula.of)}⌉`;
    case 'greatest':
      return `max(${formula.of.map(write).join('; ')})`;
  }
}

export const isSingle = (part: Formula): boolean => part.is === 'number' || part.is === 'symbol';

/** The sign before a term of a sum. */
const signBefore = (minus: boolean, first: boolean): string => (first ? (minus ? '−' : '') : minus ? ' − ' : ' + ');

const raised = (exponent: number): string => (exponent === 2 ? '²' : exponent === 3 ? '³' : `^${exponent}`);
