import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { gas as gasNames } from '../vocabulary/gas.ts';
import { calibration } from '../vocabulary/instrument.ts';
import { placeCode } from '../vocabulary/place.ts';
import { decimalString, type GasUnit } from '../vocabulary/quantity.ts';
import { scaled } from '../vocabulary/test-scale.ts';
import { type IsoDate, isoDate } from '../vocabulary/time.ts';
import type { FactValue, Verdict } from '../vocabulary/verdict.ts';
import { createAssessor, subIds } from './assessment/assess.ts';
import { type FieldKey, fieldKeys, fieldLabel, fieldUnit, specOf } from './assessment/fields.ts';
import { readAmount } from './assessment/read-amount.ts';
import { subSpecs } from './assessment/subs.ts';
import { readTable } from './assessment/table/read-table.ts';
import type { FieldValues } from './assessment/values.ts';
import { exact } from './decimal.ts';
import { judgeError } from './instrument/judge-error.ts';
import { judge } from './judge.ts';
import { factOfReading, measuredFact } from './live/fact-reading.ts';
import { judgeLive } from './live/judge-live.ts';
import { limitsAt } from './live/limits-at.ts';
import { liveRule } from './live/place-rules.ts';

/**
 * What a unit is worth in another, written down here a second time. `worth`: one `from` is so many `to`; every pair below is
 * chosen so that the product ends, and a figure can be converted by hand before it is given.
 */
const gasPairs: readonly { readonly from: GasUnit; readonly to: '%VOL' | 'ppm'; readonly worth: string }[] = [
  { from: 'ppm', to: '%VOL', worth: '0.0001' },
  { from: '%VOL', to: 'ppm', worth: '10000' },
  { from: '%LEL(ISO 10156)', to: '%VOL', worth: '0.05' },
  { from: '%LEL(IEC 60079-20-1)', to: '%VOL', worth: '0.044' },
];
const isLel = (unit: GasUnit) => unit.startsWith('%LEL');

/** One of the field's own unit is so many of the other. */
const fieldPairs: Readonly<Record<string, string>> = {
  'kPa → MPa': '0.001',
  'kPa → Pa': '1000',
  'MPa → kPa': '1000',
  'm → mm': '1000',
  'm³/min → m³/h': '60',
  'm/s → m/min': '60',
  't/m³ → kg/m³': '1000',
  'm³/m³ → %': '100',
  'Mt/a → 万t/a': '100',
};

const days = ['2026-01-15', '2026-11-27'].map((day) => isoDate.parse(day));
const decimal = (text: string) => decimalString.parse(text);
const times = (amount: string, factor: string) => exact(amount).times(factor).toFixed();

/** All of a verdict but how the amount came to be in its unit, and its facts as amounts. */
const told = ({ workings: _, facts, ...verdict }: Verdict) => ({
  ...verdict,
  facts: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, asAmount(value)])),
});
const asAmount = (value: FactValue | undefined) =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? exact(value).toFixed() : value;

describe('a reading of a detector', () => {
  const limited = placeCode.options.flatMap((place) =>
    gasNames.options.flatMap((gas) => {
      const rule = liveRule(place, gas);
      return rule === null ? [] : [{ place, gas, rule }];
    }),
  );
  const pairsFor = (gas: string, to: string) =>
    gasPairs.filter((pair) => pair.to === to && (gas === 'CH4' || !isLel(pair.from)));

  test('every rule that judges readings meets every unit', () => {
    const met = new Set(limited.flatMap(({ gas, rule }) => pairsFor(gas, rule.unit).map(() => rule.rule)));
    expect([...met].sort()).toEqual([...new Set(limited.map(({ rule }) => rule.rule))].sort());
    expect([...met].length).toBeGreaterThanOrEqual(4);
  });

  type Place = (typeof limited)[number];
  type Pair = (typeof gasPairs)[number];

  /** What a tile says of a reading, in the unit it came in or in the unit of the limit. */
  const tile = ({ place, gas }: Place, amount: string, unit: GasUnit, day: IsoDate) => {
    const value = { quality: 'ok', amount: decimal(amount), unit } as const;
    const { verdict, strictest, margin, alarm } = judgeLive(place, { gas, value }, day);
    return { verdict: verdict && told(verdict), strictest: strictest && told(strictest), margin, alarm };
  };
  const same = (place: Place, { from, to, worth }: Pair, amount: string, day: IsoDate) =>
    expect(tile(place, amount, from, day), `${place.place} ${amount} ${from} ${day}`).toEqual(
      tile(place, times(amount, worth), to, day),
    );

  test.each(gasPairs)(
    'in $from is judged the same converted to $to before or after, at every figure of the law',
    (pair) => {
      let judged = 0;
      for (const one of limited.filter(({ gas, rule }) => pairsFor(gas, rule.unit).includes(pair)))
        for (const day of days)
          for (const { value } of limitsAt(one.place, one.gas, day) ?? [])
            for (const side of ['-0.0001', '0', '0.0001']) {
              // where the unit cannot hit the figure, the nearest it can say
              same(one, pair, exact(value).div(pair.worth).toDecimalPlaces(8).plus(side).abs().toFixed(), day);
              judged += 1;
            }
      expect(judged).toBeGreaterThan(20);
    },
  );

  test('anywhere is judged the same converted before or after', () => {
    const some = fc.tuple(fc.constantFrom(...limited), fc.nat(1_000_000), fc.constantFrom(...days), fc.nat(7));
    fc.assert(
      fc.property(some, ([one, count, day, decimals]) => {
        const amount = exact(count)
          .div(10 ** decimals)
          .toFixed();
        for (const pair of pairsFor(one.gas, one.rule.unit)) same(one, pair, amount, day);
      }),
      { numRuns: scaled(300) },
    );
  });

  const cases = z
    .array(z.object({ rule: z.string(), date: isoDate, input: z.record(z.string(), z.json()) }))
    .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '../tests/verdicts/inputs.json'), 'utf8')));

  /** Every number of a case that a detector can give, with each unit it may come in. */
  const facts = cases.flatMap(({ input, ...one }) =>
    Object.entries(input).flatMap(([key, given]) => {
      const amount = z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/)]).safeParse(given);
      const wanted = measuredFact(key, { gas: typeof input.gas === 'string' ? input.gas : null });
      if (!amount.success || wanted === null) return [];
      return pairsFor(wanted.gas, wanted.unit).map((pair) => ({
        ...one,
        input,
        key,
        wanted,
        pair,
        amount: amount.data,
      }));
    }),
  );

  test('put into a fact of a row it gives the verdict that its converted number gives, for every rule with such a fact', () => {
    for (const { rule, date, input, key, wanted, pair, amount } of facts) {
      const shown = exact(amount).div(pair.worth).toDecimalPlaces(8).toFixed();
      const value = { quality: 'ok', amount: decimal(shown), unit: pair.from } as const;
      const fact = factOfReading({ gas: wanted.gas, value }, wanted);
      expect(fact, `${rule} ${key}`).not.toBeNull();
      const by = (put: FactValue) => {
        const verdict = judge(rule, { ...input, [key]: put }, { date });
        return verdict.ok ? told(verdict.value) : verdict.fault;
      };
      expect(by(fact), `${rule} ${key} ${shown} ${pair.from}`).toEqual(by(times(shown, pair.worth)));
    }
    expect(new Set(facts.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(6);
  });

  test('the error against a standard gas is the same in every unit of the gas', () => {
    const amount = fc.nat(99_999).map((count) =>
      exact(count + 1)
        .div(1000)
        .toFixed(),
    );
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(...days), (standard, shown, day) => {
        for (const { from, worth } of gasPairs.filter(({ to }) => to === '%VOL'))
          for (const principle of ['catalytic', 'interference'] as const) {
            const error = (gasAmount: string, figure: string, unit: GasUnit) => {
              const made = { kind: 'calibration', date: day, gas: 'CH4', by: '周', certificateNo: 'B-1' };
              const figures = { standard: { amount: gasAmount, unit }, asFound: figure, asLeft: null };
              const verdict = judgeError(calibration.parse({ ...made, ...figures }), principle, day);
              return verdict && told(verdict);
            };
            expect(error(standard, shown, from)).toEqual(error(times(standard, worth), times(shown, worth), '%VOL'));
          }
      }),
      { numRuns: scaled(100) },
    );
  });
});

describe('a figure of an assessment', () => {
  const fields = fieldKeys.flatMap((key) => {
    const spec = specOf(key);
    const range = spec.kind === 'number' ? spec.plausible : undefined;
    const others = spec.kind === 'number' ? (spec.others ?? []) : [];
    const symbol = spec.kind === 'number' ? (spec.symbol ?? '') : '';
    return others.map(({ unit }) => ({ key, unit, symbol, range, pair: `${fieldUnit(key)} → ${unit}` }));
  });
  type Field = (typeof fields)[number];

  test('every unit a field takes is in the table above', () => {
    expect(fields.filter(({ pair }) => fieldPairs[pair] === undefined)).toEqual([]);
    expect([...new Set(fields.map(({ pair }) => pair))].sort()).toEqual(Object.keys(fieldPairs).sort());
  });

  /** A figure anywhere in what is plausible, of six significant digits or fewer. */
  const within = ([low, high]: readonly [string, string]) =>
    fc
      .nat(100_000)
      .map((share) =>
        exact(low).plus(exact(high).minus(low).times(share).div(100_000)).toSignificantDigits(6).toFixed(),
      );
  const flags = new Set<FieldKey>(fieldKeys.filter((key) => specOf(key).kind === 'flag'));
  const anyValue = (key: FieldKey): fc.Arbitrary<FactValue> => {
    const spec = specOf(key);
    if (flags.has(key)) return fc.boolean();
    if (spec.kind === 'choice') return fc.constantFrom(...(spec.options ?? []));
    if (spec.kind === 'count') return fc.integer({ min: 0, max: 30 });
    return within((spec.kind === 'number' ? spec.plausible : undefined) ?? ['0.1', '60']);
  };
  const unitOf: fc.Arbitrary<FieldValues> = fc.record(Object.fromEntries(fieldKeys.map((key) => [key, anyValue(key)])));
  const verdictsOf = (values: FieldValues, day: IsoDate) => {
    const { subs, outcome, severity } = createAssessor(day)(values);
    return { outcome, severity, subs: subIds.map((id) => told(subs[id].verdict)) };
  };

  test('is judged the same typed in its own unit or in another, behind the figure or in the heading of a column', () => {
    const judgedRules = new Set<string>();
    const check = (field: Field, values: FieldValues, day: IsoDate) => {
      const own = values[field.key];
      if (typeof own !== 'string') throw new Error(`${field.key} is no figure`);
      const other = times(own, fieldPairs[field.pair] ?? '');
      const typed = readAmount(field.key, `${other} ${field.unit}`, true);
      const name = `${field.key} ${other} ${field.unit}`;
      if (typed.is !== 'amount') throw new Error(`${name}: ${typed.is}`);
      const heading = [
        ['工作面', '单元', `${fieldLabel(field.key).zh}${field.symbol}(${field.unit})`],
        ['15103', '单元2', other],
      ];
      const table = readTable(heading, { mine: '青石沟煤矿', year: 2026, quarter: 4 });
      const imported = table?.units[0]?.figures.find((figure) => figure.field === field.key)?.value;
      expect(exact(String(imported)).toFixed(), name).toBe(exact(own).toFixed());
      const before = verdictsOf(values, day);
      expect(verdictsOf({ ...values, [field.key]: typed.amount }, day), name).toEqual(before);
      for (const spec of Object.values(subSpecs)) if (spec.reads.includes(field.key)) judgedRules.add(spec.rule);
    };
    for (const field of fields)
      fc.assert(
        fc.property(unitOf, fc.constantFrom(...days), (values, day) => check(field, values, day)),
        { numRuns: scaled(10) },
      );
    const converting = Object.values(subSpecs).filter(({ reads }) => fields.some(({ key }) => reads.includes(key)));
    expect([...judgedRules].sort()).toEqual([...new Set(converting.map(({ rule }) => rule))].sort());
  });
});
