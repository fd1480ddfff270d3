import { type Formula, parseEquation, parseFormula } from '../vocabulary/formula.ts';
import type { Language } from '../vocabulary/words.ts';
import { fillSlots } from '../vocabulary/words.ts';
import type { Put, Working, WorkingOf } from '../vocabulary/working.ts';
import { SHOWN_DECIMALS } from './decimal.ts';
import { factLabel } from './facts/describe-fact.ts';
import { figure, letter, type Markup, markupOf, rowOf, said, sign } from './formula/markup.ts';
import { decimalsApart, isRounded, isWord, rounded, shownAmount, withUnit } from './formula/shown-amount.ts';
import { isSingle, writeFormula } from './formula/write.ts';
import { roundingWords, workingWords } from './working.words.ts';

/** One line as text for paper and as mathematics for the eye. */
export interface WrittenLine {
  readonly text: string;
  readonly markup: Markup;
}

/** One line of arithmetic as people read it. */
export interface WrittenWorking {
  /** The formula in letters, with the numbers put in, and what came of it; a comparison ends with the numbers put in. */
  readonly lines: readonly WrittenLine[];
  /** Of a comparison whether it is in order; null where something is worked out. */
  readonly holds: boolean | null;
  /** All digits of the result where the shown one is rounded. */
  readonly allDigits: string | null;
  /** What the letters stand for. */
  readonly letters: readonly { readonly symbol: string; readonly label: string; readonly amount: string }[];
}

/** A working in words of one language; the figures are the same in both. */
export function writeWorking(working: Working, language: Language): WrittenWorking {
  switch (working.kind) {
    case 'computed':
      return computedLines(working, language);
    case 'compared':
      return comparedLines(working, language);
    case 'row':
      return rowLines(working, language);
    case 'days':
      return dayLines(working, language);
  }
}

/** The rule by which the shown figures are rounded. */
export const sayRounding = (language: Language): string =>
  fillSlots(roundingWords[language], { decimals: SHOWN_DECIMALS });

/** The workings as lines of text, as they are copied to paper. `marks`: what a comparison that holds, or does not, ends in. */
export function writeWorkings(
  workings: readonly Working[],
  language: Language,
  marks: { readonly holds: string; readonly broken: string },
): string {
  const blocks = workings.map((working) => {
    const { lines, holds } = writeWorking(working, language);
    const texts = lines.map(({ text }) => text);
    const mark = holds === null ? '' : ` ${holds ? marks.holds : marks.broken}`;
    return `${texts.join('\n')}${mark}`;
  });
  return [...blocks, sayRounding(language)].join('\n\n');
}

const drawn = (text: string): Markup => (/\d/.test(text) ? figure(text) : said(text));

const lettersOf = (puts: readonly Put[], language: Language): WrittenWorking['letters'] =>
  puts.flatMap(({ symbol, value, unit, fact }) =>
    fact === null
      ? []
      : [{ symbol, label: factLabel(fact)[language], amount: withUnit(shownAmount(value, language), unit) }],
  );

function computedLines(working: WorkingOf<'computed'>, language: Language): WrittenWorking {
  const { left, right } = parseEquation(working.formula);
  const puts = new Map(working.values.map((put) => [put.symbol, shownAmount(put.value, language)]));
  const putIn = (symbol: string): string => puts.get(symbol) ?? symbol;
  const name = (symbol: string): string => symbol;
  const inLetters = markupOf(right, { leaf: letter, text: name, times: '·' });
  const inNumbers = markupOf(right, { leaf: (symbol) => drawn(putIn(symbol)), text: putIn, times: '×' });
  const equal = isRounded(working.result) ? '≈' : '=';
  const result = shownAmount(working.result, language);
  const unit = isWord(working.result) ? '' : working.unit;
  const lefts = { text: writeFormula(left, name), markup: markupOf(left, { leaf: letter, text: name, times: '·' }) };
  const put = writeFormula(right, putIn, '×');
  const lines = [
    { text: `${lefts.text} = ${writeFormula(right, name)}`, markup: rowOf(lefts.markup, sign('='), inLetters) },
    { text: `= ${put}`, markup: rowOf(sign('='), inNumbers) },
    { text: withUnit(`${equal} ${result}`, unit), markup: endOf(sign(equal), drawn(result), unit) },
  ];
  return {
    // A result that is no more than what was put in is not said twice.
    lines: put === result ? lines.filter((_, at) => at !== 1) : lines,
    holds: null,
    allDigits: isRounded(working.result) ? working.result : null,
    letters: lettersOf(working.values, language),
  };
}

const endOf = (relation: Markup, amount: Markup, unit: string): Markup =>
  rowOf(relation, amount, ...(unit === '' ? [] : [said(`\u00a0${unit}`)]));

function comparedLines(working: WorkingOf<'compared'>, language: Language): WrittenWorking {
  const { symbol, value, limit, limitSymbol, unit, fact } = working;
  const decimals = decimalsApart(value, limit);
  const [amount, bound] = [value, limit].map((one) => shownAmount(one, language, decimals));
  const left: Formula = parseFormula(symbol);
  const leftMarkup = markupOf(left, { leaf: letter, text: (name) => name, times: '·' });
  const right = limitSymbol ?? withUnit(bound ?? '', unit);
  const rightMarkup =
    limitSymbol === null
      ? rowOf(figure(bound ?? ''), ...(unit === '' ? [] : [said(`\u00a0${unit}`)]))
      : letter(limitSymbol);
  return {
    lines: [
      { text: `${symbol} ${working.sign} ${right}`, markup: rowOf(leftMarkup, sign(working.sign), rightMarkup) },
      {
        text: withUnit(`${amount} ${working.sign} ${bound}`, unit),
        markup: rowOf(drawn(amount ?? ''), endOf(sign(working.sign), drawn(bound ?? ''), unit)),
      },
    ],
    holds: working.holds,
    allDigits: null,
    letters: isSingle(left) ? lettersOf([{ symbol, value, unit, fact }], language) : [],
  };
}

function rowLines(working: WorkingOf<'row'>, language: Language): WrittenWorking {
  const { size, above, upTo, ends, symbol, result, unit } = working;
  const [low, high] = ends === 'inclusive' ? ['<', '≤'] : ['≤', '<'];
  const amount = shownAmount(size.value, language);
  const limit = result === null ? workingWords.noRow[language] : withUnit(rounded(result), unit);
  const between = (text: string, markup: Markup): WrittenLine => ({
    text: [
      above === null ? '' : `${rounded(above)} ${low} `,
      text,
      upTo === null ? '' : ` ${high} ${rounded(upTo)}`,
    ].join(''),
    markup: rowOf(
      ...(above === null ? [] : [figure(rounded(above)), sign(low ?? '')]),
      markup,
      ...(upTo === null ? [] : [sign(high ?? ''), figure(rounded(upTo))]),
    ),
  });
  const inLetters = between(size.symbol, letter(size.symbol));
  const inNumbers = between(amount, drawn(amount));
  const end = result === null ? said(limit) : rowOf(letter(symbol), endOf(sign('='), figure(rounded(result)), unit));
  const endText = result === null ? limit : `${symbol} = ${limit}`;
  return {
    lines: [
      { text: `${inLetters.text} → ${endText}`, markup: rowOf(inLetters.markup, sign('→'), end) },
      {
        text: withUnit(inNumbers.text, size.unit),
        markup: rowOf(inNumbers.markup, ...(size.unit === '' ? [] : [said(`\u00a0${size.unit}`)])),
      },
    ],
    holds: null,
    allDigits: null,
    letters: lettersOf([size], language),
  };
}

function dayLines({ days, holds }: WorkingOf<'days'>, language: Language): WrittenWorking {
  const chain = (parts: readonly Markup[]): Markup =>
    rowOf(...parts.flatMap((part, at) => (at === 0 ? [part] : [sign('≤'), part])));
  const shown = days.map(({ day }) => day ?? workingWords.noDay[language]);
  return {
    lines: [
      { text: days.map(({ symbol }) => symbol).join(' ≤ '), markup: chain(days.map(({ symbol }) => letter(symbol))) },
      { text: shown.join(' ≤ '), markup: chain(shown.map(said)) },
    ],
    holds,
    allDigits: null,
    letters: [],
  };
}
