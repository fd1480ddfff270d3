import type { IsoDate } from '../../vocabulary/time.ts';
import type { Working } from '../../vocabulary/working.ts';
import { type Exact, exact } from '../decimal.ts';
import { reserveOf } from '../gas/coal-reserve.ts';
import { contentAtPressure, contentByBalance, desorbableOf } from '../gas/residual-content.ts';
import type { FieldKey } from './fields.ts';
import { amountIn, clashesIn, type FieldValues } from './values.ts';

/** Amounts that several verdicts rest on, exact, computed once. */
export interface Amounts {
  /** Coal of the unit, t: as typed, else from its sizes. */
  readonly reserve: string | null;
  readonly content: Content | null;
  /** W_j, m³/t, and the lines that lead to it from the content. */
  readonly desorbable: { readonly amount: string; readonly workings: readonly Working[] } | null;
}
export type AmountId = keyof Amounts;

/** The residual content that is judged: of those known the largest, which is the strict reading (a convention, 约定). */
export interface Content {
  readonly amount: string;
  readonly from: 'measured' | 'pressure' | 'balance';
}

/** One amount: which fields it reads, which amounts it uses, and nothing else. */
export interface AmountNode<K extends AmountId> {
  readonly reads: readonly FieldKey[];
  readonly uses: readonly AmountId[];
  readonly compute: (values: FieldValues, amounts: Amounts, date: IsoDate) => Amounts[K];
}

const sizes = [
  'strikeLength_m',
  'dipWidth_m',
  'strikeMarginH1_m',
  'strikeMarginH2_m',
  'dipMarginh1_m',
  'dipMarginh2_m',
  'influenceRadius_m',
  'seamThickness_m',
  'coalDensity_tPerM3',
] as const satisfies readonly FieldKey[];

export const coalKeys = [
  'langmuirA_m3PerT',
  'langmuirB_perMPa',
  'ash_pct',
  'moisture_pct',
  'porosity_m3PerM3',
  'coalDensity_tPerM3',
] as const satisfies readonly FieldKey[];

/** All of some amounts by their keys, or null while one is missing. */
function allOf<K extends FieldKey>(values: FieldValues, keys: readonly K[]): Readonly<Record<K, Exact>> | null {
  const entries = keys.flatMap((key) => {
    const amount = amountIn(values, key);
    return amount === null ? [] : [[key, amount] as const];
  });
  return entries.length === keys.length ? complete<K>(Object.fromEntries(entries)) : null;
}
/** Every key was read just above. */
const complete = <K extends FieldKey>(amounts: Readonly<Record<string, Exact>>) =>
  amounts as Readonly<Record<K, Exact>>;

/** The constants of the coal, or null while one is missing. */
export const coalOf = (values: FieldValues) => allOf(values, coalKeys);

const balanceKeys = ['originalContent_m3PerT', 'drainedGas_m3'] as const satisfies readonly FieldKey[];

export const amountNodes: { readonly [K in AmountId]: AmountNode<K> } = {
  reserve: {
    reads: ['coalReserve_t', ...sizes],
    uses: [],
    compute: (values) => {
      const typed = amountIn(values, 'coalReserve_t');
      if (typed !== null) return typed.toFixed();
      const all = allOf(values, sizes);
      const coal = all && clashesIn(values).length === 0 ? reserveOf(all) : null;
      return coal?.gt(0) ? coal.toFixed() : null;
    },
  },
  content: {
    reads: [...balanceKeys, ...coalKeys, 'residualPressure_MPa', 'measuredContent_m3PerT'],
    uses: ['reserve'],
    compute: (values, { reserve }) => {
      const known: { readonly from: Content['from']; readonly value: Exact }[] = [];
      const measured = amountIn(values, 'measuredContent_m3PerT');
      if (measured !== null) known.push({ from: 'measured', value: measured });
      const coal = coalOf(values);
      const pressure = amountIn(values, 'residualPressure_MPa');
      if (coal && pressure !== null && clashesIn(values).length === 0)
        known.push({ from: 'pressure', value: contentAtPressure(coal, pressure) });
      const balance = allOf(values, balanceKeys);
      if (balance && reserve !== null) {
        const left = contentByBalance(balance.originalContent_m3PerT, exact(reserve), balance.drainedGas_m3);
        if (!left.isNegative()) known.push({ from: 'balance', value: left });
      }
      const [largest] = known.toSorted((a, b) => b.value.comparedTo(a.value));
      return largest ? { from: largest.from, amount: largest.value.toFixed() } : null;
    },
  },
  desorbable: {
    reads: coalKeys,
    uses: ['content'],
    compute: (values, { content }) => {
      const coal = coalOf(values);
      if (!coal || !content || clashesIn(values).length > 0) return null;
      const { free, workings } = desorbableOf(coal, exact(content.amount));
      return { amount: (free.isNegative() ? exact(0) : free).toFixed(), workings };
    },
  },
};
