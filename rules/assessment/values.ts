import type { FactValue } from '../../vocabulary/verdict.ts';
import { exact } from '../decimal.ts';
import type { FieldKey } from './fields.ts';

/** What is recorded of one unit, by field; a field that is absent has not been answered. */
export type FieldValues = Readonly<Partial<Record<FieldKey, FactValue>>>;

/** What other tablets recorded of the same field, until a person decides. */
export type Alternatives = Readonly<Partial<Record<FieldKey, readonly FactValue[]>>>;

/** What is judged of recorded figures: those shown, and what other tablets say instead. */
export function valuesOf(
  figures: readonly { readonly field: FieldKey; readonly value: FactValue; readonly others: readonly FactValue[] }[],
): { readonly values: FieldValues; readonly others: Alternatives } {
  const said = figures.filter(({ value }) => value !== null);
  const disputed = figures.filter(({ others }) => others.length > 0);
  return {
    values: Object.fromEntries(said.map(({ field, value }) => [field, value])),
    others: Object.fromEntries(disputed.map(({ field, others }) => [field, others])),
  };
}

/** The exact amount in a field, or null where there is none. */
export const amountIn = (values: FieldValues, key: FieldKey) => {
  const value = values[key];
  return typeof value === 'string' || typeof value === 'number' ? exact(value) : null;
};

/** Two figures that cannot both be right. `field` is where it is said. */
export interface Clash {
  readonly field: FieldKey;
  readonly kind: 'order' | 'ashMoisture' | 'suction' | 'strikeMargins' | 'dipMargins' | 'largestPump';
  readonly amounts: readonly string[];
}

/** What does not fit together among the figures of a unit, whatever each is worth alone. */
export function clashesIn(values: FieldValues): readonly Clash[] {
  const clashes: Clash[] = [];
  const look = (
    kind: Clash['kind'],
    field: FieldKey,
    keys: readonly FieldKey[],
    isBad: (amounts: readonly ReturnType<typeof exact>[]) => boolean,
  ) => {
    const amounts = keys.flatMap((key) => amountIn(values, key) ?? []);
    if (amounts.length === keys.length && isBad(amounts))
      clashes.push({ field, kind, amounts: amounts.map((amount) => amount.toFixed()) });
  };
  const nought = exact(0);
  look('order', 'minDrainageTime_d', ['minDrainageTime_d', 'maxDrainageTime_d'], ([min = nought, max = nought]) =>
    min.gt(max),
  );
  look('ashMoisture', 'moisture_pct', ['ash_pct', 'moisture_pct'], ([ash = nought, water = nought]) =>
    ash.plus(water).gte(100),
  );
  look('suction', 'suctionPressure_kPa', ['suctionPressure_kPa', 'localPressure_kPa'], ([s = nought, p = nought]) =>
    s.gte(p),
  );
  look(
    'largestPump',
    'largestRunningPump_m3PerMin',
    ['largestRunningPump_m3PerMin', 'runningPumpCapacity_m3PerMin'],
    ([one = nought, all = nought]) => one.gt(all),
  );
  look(
    'strikeMargins',
    'strikeMarginH2_m',
    ['strikeMarginH1_m', 'strikeMarginH2_m', 'strikeLength_m'],
    ([h1 = nought, h2 = nought, all = nought]) => h1.plus(h2).gte(all),
  );
  look(
    'dipMargins',
    'dipMarginh2_m',
    ['dipMarginh1_m', 'dipMarginh2_m', 'dipWidth_m'],
    ([h1 = nought, h2 = nought, all = nought]) => h1.plus(h2).gte(all),
  );
  return clashes;
}
