/** A formula as a tree. `sum` has a sign before each term; `quotient` is what stands over and under a line. */
export type Formula =
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'symbol'; readonly name: string }
  | { readonly is: 'sum'; readonly terms: readonly { readonly minus: boolean; readonly of: Formula }[] }
  | { readonly is: 'product'; readonly factors: readonly Formula[] }
  | { readonly is: 'quotient'; readonly over: Formula; readonly under: Formula }
  | { readonly is: 'power'; readonly base: Formula; readonly exponent: number }
  | { readonly is: 'root' | 'absolute' | 'ceiling'; readonly of: Formula }
  | { readonly is: 'greatest'; readonly of: readonly Formula[] };

/** `left = right`; left is a symbol, or the absolute value of one. */
export interface Equation {
  readonly left: Formula;
  readonly right: Formula;
}

/**
 * The notation. A letter has a subscript after an underscore (`W_CY`, `T_max`) and may say what it is of (`c(CH₄)`);
 * every product has its sign (`2 · R`); `a · b / c · d` is read from the left; `√(…)`, `|…|`, `⌈…⌉`, `max(…; …)`, `p^2`.
 */
const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<max>max(?=\())|(?<symbol>\p{L}+(?:_[\p{L}\d₀-₉]+(?:,[\p{L}\d]+)*)?(?:\([\p{L}\d₀-₉-]+\))?)|(?<sign>[-+−·×/^()√|⌈⌉;=]))/uy;

interface Token {
  readonly kind: 'number' | 'symbol' | 'sign';
  readonly text: string;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const source = text.trimEnd();
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(source)?.groups;
    if (!found) throw new Error(`no formula from ${at}: ${text}`);
    if (found.number !== undefined) tokens.push({ kind: 'number', text: found.number });
    else if (found.symbol !== undefined) tokens.push({ kind: 'symbol', text: found.symbol });
    else tokens.push({ kind: 'sign', text: found.max ?? found.sign ?? '' });
  }
  return tokens;
}

/** What is read of a formula at most: a record of another machine may hold anything. */
const LONGEST = 400;

/** Whether a text is a formula, or with `equation` one with both sides. */
export function isFormula(text: string, what: 'formula' | 'equation' = 'formula'): boolean {
  if (text.length > LONGEST) return false;
  try {
    if (what === 'equation') parseEquation(text);
    else parseFormula(text);
    return true;
  } catch {
    return false;
  }
}

const SYMBOL = /^\p{L}+(?:_[\p{L}\d₀-₉]+(?:,[\p{L}\d]+)*)?(?:\([\p{L}\d₀-₉-]+\))?$/u;

export const isSymbol = (text: string): boolean => text.length <= LONGEST && SYMBOL.test(text);

/** Reads one formula. Throws on what is not in the notation: formulas are written by us. */
export function parseFormula(text: string): Formula {
  const reader = readerOf(text);
  const formula = reader.sum();
  reader.end();
  return formula;
}

export function parseEquation(text: string): Equation {
  const reader = readerOf(text);
  const left = reader.sum();
  reader.expect('=');
  const right = reader.sum();
  reader.end();
  return { left, right };
}

function readerOf(text: string) {
  const tokens = tokensOf(text);
  let at = 0;
  const next = () => tokens[at];
  const take = (...signs: readonly string[]): string | null => {
    const token = next();
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    at += 1;
    return token.text;
  };
  const expect = (sign: string): void => {
    if (take(sign) === null) throw new Error(`${sign} is missing in ${text}`);
  };

  const enclosed = (close: string): Formula => {
    const inner = sum();
    expect(close);
    return inner;
  };
  const greatest = (): Formula => {
    expect('(');
    const of = [sum()];
    while (take(';') !== null) of.push(sum());
    expect(')');
    return { is: 'greatest', of };
  };
  const atom = (): Formula => {
    const token = next();
    at += 1;
    if (token?.kind === 'number') return { is: 'number', text: token.text };
    if (token?.kind === 'symbol') return { is: 'symbol', name: token.text };
    if (token?.text === 'max') return greatest();
    if (token?.text === '(') return enclosed(')');
    if (token?.text === '|') return { is: 'absolute', of: enclosed('|') };
    if (token?.text === '⌈') return { is: 'ceiling', of: enclosed('⌉') };
    if (token?.text !== '√') throw new Error(`unexpected ${token?.text ?? 'end'} in ${text}`);
    expect('(');
    return { is: 'root', of: enclosed(')') };
  };
  const power = (): Formula => {
    const base = atom();
    if (take('^') === null) return base;
    const token = next();
    at += 1;
    if (token?.kind !== 'number') throw new Error(`an exponent is missing in ${text}`);
    return { is: 'power', base, exponent: Number(token.text) };
  };
  const product = (): Formula => {
    let factors = [power()];
    for (let sign = take('·', '×', '/'); sign !== null; sign = take('·', '×', '/')) {
      const factor = power();
      factors = sign === '/' ? [{ is: 'quotient', over: productOf(factors), under: factor }] : [...factors, factor];
    }
    return productOf(factors);
  };
  const sum = (): Formula => {
    const first = take('-', '−') !== null;
    const terms = [{ minus: first, of: product() }];
    for (let sign = take('+', '-', '−'); sign !== null; sign = take('+', '-', '−'))
      terms.push({ minus: sign !== '+', of: product() });
    const [only] = terms;
    return terms.length === 1 && only && !only.minus ? only.of : { is: 'sum', terms };
  };
  const end = (): void => {
    if (at < tokens.length) throw new Error(`${tokens[at]?.text} is too much in ${text}`);
  };
  return { sum, expect, end };
}

function productOf(factors: readonly Formula[]): Formula {
  const [only] = factors;
  return factors.length === 1 && only ? only : { is: 'product', factors };
}

/** The letters of a formula, each once, in the order they stand. */
export function symbolsOf(formula: Formula): string[] {
  return [...new Set(lettersOf(formula))];
}

function lettersOf(formula: Formula): string[] {
  switch (formula.is) {
    case 'number':
      return [];
    case 'symbol':
      return [formula.name];
    case 'sum':
      return formula.terms.flatMap(({ of }) => lettersOf(of));
    case 'product':
      return formula.factors.flatMap(lettersOf);
    case 'quotient':
      return [...lettersOf(formula.over), ...lettersOf(formula.under)];
    case 'power':
      return lettersOf(formula.base);
    case 'greatest':
      return formula.of.flatMap(lettersOf);
    default:
      return lettersOf(formula.of);
  }
}
