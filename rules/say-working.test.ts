import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseEquation, parseFormula } from '../vocabulary/formula.ts';
import { decimalString } from '../vocabulary/quantity.ts';
import { orThrow } from '../vocabulary/result.ts';
import { scaled } from '../vocabulary/test-scale.ts';
import { isoDate } from '../vocabulary/time.ts';
import { type Working, working } from '../vocabulary/working.ts';
import { amountOf, exact, exactOf } from './decimal.ts';
import { evaluate } from './formula/evaluate.ts';
import { letter, type Markup, markupOf } from './formula/markup.ts';
import { writeFormula } from './formula/write.ts';
import { judge } from './judge.ts';
import { writeWorking, writeWorkings } from './say-working.ts';
import { daysInOrder, derive, lookUp, weigh } from './workings.ts';

const date = isoDate.parse('2026-01-15');
const cases = z
  .array(z.object({ id: z.string(), rule: z.string(), input: z.record(z.string(), z.unknown()) }))
  .parse(JSON.parse(readFileSync(new URL('../tests/shared-cases/golden-cases.json', import.meta.url), 'utf8')));
const workingsOf = () => cases.flatMap(({ rule, input }) => orThrow(judge(rule, input, { date })).workings);

const texts = (line: Working): string[] => writeWorking(line, 'zh').lines.map(({ text }) => text);
/** Markup as one string, to be read in a test. */
const drawn = ({ tag, text, parts = [] }: Markup): string => `${tag}(${text ?? parts.map(drawn).join(' ')})`;
const markup = (formula: string) =>
  drawn(markupOf(parseFormula(formula), { leaf: letter, text: (s) => s, times: '·' }));

describe('every line of arithmetic of the golden cases', () => {
  test('is stored in its shape', () => {
    expect(workingsOf().length).toBeGreaterThan(100);
    for (const line of workingsOf()) expect(working.parse(JSON.parse(JSON.stringify(line)))).toEqual(line);
  });

  test('comes to its result when its numbers are put in again', () => {
    for (const line of workingsOf().filter((one) => one.kind === 'computed')) {
      const { right } = parseEquation(line.formula);
      const put = new Map(line.values.map(({ symbol, value }) => [symbol, exactOf(value)]));
      const again = evaluate(right, (symbol) => put.get(symbol) ?? exact(Number.NaN));
      expect(amountOf(again), line.formula).toBe(line.result);
    }
  });

  test('says of a comparison what its numbers say', () => {
    const orders = { '<': 'lt', '≤': 'lte', '≥': 'gte', '>': 'gt' } as const;
    for (const line of workingsOf().filter((one) => one.kind === 'compared'))
      expect(exactOf(line.value)[orders[line.sign]](exactOf(line.limit)), texts(line).join()).toBe(line.holds);
  });

  test('names what each letter that was given stands for', () => {
    const unnamed = workingsOf()
      .flatMap((line) => writeWorking(line, 'zh').letters)
      .filter(({ label }) => /_/.test(label));
    expect(unnamed).toEqual([]);
  });
});

describe('a formula as it is written', () => {
  test('is a fraction over its line, with brackets only where they are needed', () => {
    expect(markup('(a + b) / (c · (d − e))')).toBe(
      'mfrac(mrow(mi(a) mo(+) mi(b)) mrow(mi(c) mo(·) mrow(mo(() mrow(mi(d) mo(−) mi(e)) mo()))))',
    );
    expect(markup('√(p^2 + 4)')).toBe('msqrt(mrow(msup(mi(p) mn(2)) mo(+) mn(4)))');
    expect(markup('T_max')).toBe('msub(mi(T) mi(max))');
    expect(markup('c_10(CH₄)')).toBe('mrow(msub(mi(c) mi(10)) mo(() mtext(CH₄) mo()))');
  });

  test('puts a negative number into brackets where a sign stands before it', () => {
    const { working: line } = derive('x = a − b · c', '', { a: exact(1), b: exact(-2), c: exact(3) });
    expect(texts(line)).toEqual(['x = a − b · c', '= 1 − (−2) × 3', '= 7']);
  });

  test('and read again is the same formula', () => {
    const leaf = fc.oneof(
      fc.constantFrom('a', 'b_1', 'T_max', 'γ').map((name) => ({ is: 'symbol' as const, name })),
      fc.integer({ min: 0, max: 99 }).map((one) => ({ is: 'number' as const, text: String(one) })),
    );
    const values: Record<string, number> = { a: 3, b_1: -2, T_max: 7, γ: 0.5 };
    const at = (symbol: string) => exact(values[symbol] ?? 0);
    const { tree } = fc.letrec<{ tree: ReturnType<typeof parseFormula> }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .array(fc.record({ minus: fc.boolean(), of: tie('tree') }), { minLength: 2, maxLength: 3 })
          .map((terms) => ({ is: 'sum' as const, terms })),
        fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((factors) => ({ is: 'product' as const, factors })),
        fc.record({ is: fc.constant('quotient' as const), over: tie('tree'), under: tie('tree') }),
        fc.record({ is: fc.constantFrom('absolute' as const, 'ceiling' as const), of: tie('tree') }),
        fc.record({ is: fc.constant('power' as const), base: tie('tree'), exponent: fc.constantFrom(2, 3) }),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((of) => ({ is: 'greatest' as const, of })),
      ),
    }));
    fc.assert(
      fc.property(tree, (formula) => {
        const written = writeFormula(formula, (symbol) => symbol)
          .replaceAll('²', '^2')
          .replaceAll('³', '^3');
        const [before, after] = [formula, parseFormula(written)].map((one) => evaluate(one, at));
        expect(after?.toPrecision(30), written).toBe(before?.toPrecision(30));
      }),
      { numRuns: scaled(300) },
    );
  });
});

describe('a line in words', () => {
  test('rounds what it shows, says so, and gives all digits beside it', () => {
    const { working: line } = derive('η = a / b · 100', '%', { a: exact(1), b: exact(3) });
    expect(texts(line)).toEqual(['η = a / b · 100', '= 1 / 3 × 100', '≈ 33.333333 %']);
    expect(writeWorking(line, 'zh').allDigits).toMatch(/^33\.3{37,38}/);
    expect(writeWorkings([line], 'zh', { holds: '', broken: '' })).toContain('四舍五入到6位小数');
  });

  test('never has a sign for infinity: past the range is a word', () => {
    const bound = { value: '1.0', comparator: '>=', sense: 'triggers', unit: '%' } as const;
    const { working: line } = derive('Δ = |c_1 − c_2|', '%', { c_1: exact(Infinity), c_2: exact('0.5') });
    expect(texts(line)).toEqual(['Δ = |c_1 − c_2|', '= |超量程 − 0.5|', '= 超量程']);
    const compared = weigh('c(CH₄)', exact(Infinity), bound).working;
    expect(texts(compared)).toEqual(['c(CH₄) < 1 %', '超量程 < 1 %']);
    expect(writeWorkings([line, compared], 'en', { holds: 'holds', broken: 'does not hold' })).not.toMatch(
      /∞|Infinity/,
    );
  });

  test('two amounts that differ are not shown alike', () => {
    const bound = { value: exact(30), comparator: '>=', sense: 'must', unit: 'm' } as const;
    expect(texts(weigh('L', exact('29.99999999'), bound).working)[1]).toBe('29.99999999 ≥ 30 m');
    expect(texts(weigh('L', exact('30.00000001'), { ...bound, sense: 'triggers' }).working)[1]).toBe(
      '30.00000001 < 30 m',
    );
  });

  test('says between which sizes the row of a table lies, and where it has no figure', () => {
    const figure = (text: string) => decimalString.parse(text);
    const table = {
      ends: 'exclusive' as const,
      unit: '%',
      rows: [
        { upTo: figure('5'), value: null },
        { upTo: figure('10'), value: figure('20') },
        { upTo: null, value: figure('30') },
      ],
    };
    const at = (size: number) => texts(lookUp('η_min', table, 'Q', { value: exact(size), unit: 'm³/min' }).working);
    expect(at(3)).toEqual(['Q < 5 → 表中无限值', '3 < 5 m³/min']);
    expect(at(5)).toEqual(['5 ≤ Q < 10 → η_min = 20 %', '5 ≤ 5 < 10 m³/min']);
    expect(at(12)).toEqual(['10 ≤ Q → η_min = 30 %', '10 ≤ 12 m³/min']);
  });

  test('says of a day that is missing that it is', () => {
    const line = daysInOrder({ t_1: '2026-01-02', t_2: null }, false);
    expect(texts(line)).toEqual(['t_1 ≤ t_2', '2026-01-02 ≤ 无日期']);
    expect(writeWorking(line, 'zh').holds).toBe(false);
  });
});
