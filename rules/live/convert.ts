import type { Gas } from '../../vocabulary/gas.ts';
import { type DecimalString, decimalString, type GasUnit } from '../../vocabulary/quantity.ts';
import type { Working } from '../../vocabulary/working.ts';
import { type Exact, exact } from '../decimal.ts';
import { type Derived, derive } from '../workings.ts';

/** A reading in the unit of its limit. `strictest` is set where only a guess on the safe side can be given. */
export type Converted =
  | { readonly is: 'exact'; readonly amount: DecimalString; readonly workings: readonly Working[] }
  | { readonly is: 'undecided'; readonly reason: string; readonly strictest: DecimalString | null };

/** 100 %LEL of methane in %VOL by standard. No other gas is converted from %LEL here. */
const fullScale = { '%LEL(ISO 10156)': '5.0', '%LEL(IEC 60079-20-1)': '4.4' } as const;
/** Without a known basis the reading that gives more methane is the strict one. */
const strictBasis = '5.0';

export function convert(gas: Gas, amount: DecimalString, from: GasUnit, to: '%VOL' | 'ppm'): Converted {
  if (from === to) return { is: 'exact', amount, workings: [] };
  const c = { value: amount, unit: from };
  if (from === 'ppm') return converted(derive('c_v = c / 10000', to, { c }));
  if (from === '%VOL') return converted(derive('c_v = c · 10000', to, { c }));
  if (gas !== 'CH4' || from === 'ppm*m' || from === '%FS')
    return { is: 'undecided', reason: `unit:${from}`, strictest: null };
  if (from === '%LEL') {
    const strictest = exact(amount).times(strictBasis).div(100);
    return { is: 'undecided', reason: 'lel-basis', strictest: asDecimal(strictest) };
  }
  return converted(derive('c_v = c · L / 100', to, { c, L: { value: fullScale[from], unit: to } }));
}

const asDecimal = (value: Exact): DecimalString => decimalString.parse(value.toFixed());

const converted = ({ value, working }: Derived): Converted => ({
  is: 'exact',
  amount: asDecimal(value),
  workings: [working],
});
