import type { Gas } from '../../vocabulary/gas.ts';
import { type DecimalString, decimalString, type GasUnit } from '../../vocabulary/quantity.ts';
import type { Working } from '../../vocabulary/verdict.ts';
import { type Exact, exact } from '../decimal.ts';

/** A reading in the unit of its limit. `strictest` is set where only a guess on the safe side can be given. */
export type Converted =
  | { readonly is: 'exact'; readonly amount: DecimalString; readonly workings: readonly Working[] }
  | { readonly is: 'undecided'; readonly reason: string; readonly strictest: DecimalString | null };

/** 100 %LEL of methane in %VOL by standard. No other gas is converted from %LEL here. */
const fullScale = { '%LEL(ISO 10156)': '5.0', '%LEL(IEC 60079-20-1)': '4.4' } as const;
/** Without a known basis the reading that gives more methane is the strict one. */
const strictBasis = '5.0';
const ppmInPercent = 10_000;

export function convert(gas: Gas, amount: DecimalString, from: GasUnit, to: '%VOL' | 'ppm'): Converted {
  if (from === to) return { is: 'exact', amount, workings: [] };
  if (from === 'ppm')
    return converted(exact(amount).div(ppmInPercent), `c / ${ppmInPercent}`, `${amount} / ${ppmInPercent}`, to);
  if (from === '%VOL')
    return converted(exact(amount).times(ppmInPercent), `c × ${ppmInPercent}`, `${amount} × ${ppmInPercent}`, to);
  if (gas !== 'CH4' || from === 'ppm*m' || from === '%FS')
    return { is: 'undecided', reason: `unit:${from}`, strictest: null };
  if (from === '%LEL') {
    const strictest = exact(amount).times(strictBasis).div(100);
    return { is: 'undecided', reason: 'lel-basis', strictest: asDecimal(strictest) };
  }
  const full = fullScale[from];
  const standard = from.slice('%LEL('.length, -1);
  return converted(
    exact(amount).times(full).div(100),
    `c × ${full} / 100 (${standard})`,
    `${amount} × ${full} / 100`,
    to,
  );
}

const asDecimal = (value: Exact): DecimalString => decimalString.parse(value.toFixed());

function converted(value: Exact, formula: string, substituted: string, unit: string): Converted {
  const amount = asDecimal(value);
  return { is: 'exact', amount, workings: [{ formula, substituted, result: amount, unit }] };
}
