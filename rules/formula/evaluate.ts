import type { Formula } from '../../vocabulary/formula.ts';
import { type Exact, exact } from '../decimal.ts';

/** The amount of a formula, forty digits, never rounded on the way. */
export function evaluate(formula: Formula, amountAt: (symbol: string) => Exact): Exact {
  const amount = (part: Formula): Exact => evaluate(part, amountAt);
  switch (formula.is) {
    case 'number':
      return exact(formula.text);
    case 'symbol':
      return amountAt(formula.name);
    case 'sum':
      return formula.terms.reduce(
        (total, { minus, of }) => (minus ? total.minus(amount(of)) : total.plus(amount(of))),
        exact(0),
      );
    case 'product':
      return formula.factors.map(amount).reduce((total, factor) => total.times(factor));
    case 'quotient':
      return amount(formula.over).div(amount(formula.under));
    case 'power':
      return amount(formula.base).pow(formula.exponent);
    case 'root':
      return amount(formula.of).sqrt();
    case 'absolute':
      return amount(formula.of).abs();
    case 'ceiling':
      return amount(formula.of).ceil();
    case 'greatest':
      return formula.of.map(amount).reduce((most, one) => (one.gt(most) ? one : most));
  }
}
