import { type Gas, gas as gasWord } from '../../vocabulary/gas.ts';
import { type GasUnit, gasUnit } from '../../vocabulary/quantity.ts';
import { amountWord, type ColumnRole, gasAliases, roleAliases } from './log-aliases.words.ts';
import { plainWord } from './read-cell.ts';

/** What the columns of a table mean. `%` stays undecided until the user confirms it. */
export interface Columns {
  readonly roles: Readonly<Partial<Record<ColumnRole, number>>>;
  /** A file may have a state and an alarm column: both count. */
  readonly states: readonly number[];
  readonly gases: readonly { readonly at: number; readonly gas: Gas; readonly unit: GasUnit | '%' | null }[];
}

const UNITS: Readonly<Record<string, GasUnit | '%'>> = {
  '%': '%',
  '%vol': '%VOL',
  'vol%': '%VOL',
  '%lel': '%LEL',
  'lel%': '%LEL',
  ppm: 'ppm',
  'ppm*m': 'ppm*m',
  '%fs': '%FS',
};

/** A unit as written; null for what is none of ours. */
export function unitOf(text: string): GasUnit | '%' | null {
  const word = plainWord(text);
  const bare = word.replace(/^[([{](.*)[)\]}]$/, '$1');
  return UNITS[bare] ?? gasUnit.options.find((each) => plainWord(each) === bare) ?? null;
}

const gasNames = Object.entries(gasAliases)
  .flatMap(([gas, aliases]) => aliases.map((alias) => ({ gas: gasWord.parse(gas), alias })))
  .toSorted((one, other) => other.alias.length - one.alias.length);

/** A gas name with what follows it as its unit: `CH4(%LEL)`, `CO ppm`; null where it begins with no gas. */
export function gasColumn(header: string): { readonly gas: Gas; readonly unit: GasUnit | '%' | null } | null {
  const word = plainWord(header);
  for (const { gas, alias } of gasNames) {
    if (!word.startsWith(alias)) continue;
    const rest = word
      .slice(alias.length)
      .replace(amountWord, '')
      .replace(/^[-_:/]/, '');
    const unit = unitOf(rest);
    // A unit we do not know stands in brackets; any other word makes it another thing (`氧气瓶压力`, `COLOR`).
    if (rest === '' || unit !== null || /^[([{]/.test(rest)) return { gas, unit };
  }
  return null;
}

const roleOf = (header: string): ColumnRole | null => {
  const word = plainWord(header);
  const roles: readonly ColumnRole[] = ['time', 'date', 'clock', 'temperature', 'place', 'device', 'state', 'unit'];
  return roles.find((role) => roleAliases[role].includes(word)) ?? null;
};

/** The columns of a header line: it has a time and at least one gas; null for any other line. */
export function findColumns(cells: readonly string[]): Columns | null {
  const roles: Partial<Record<ColumnRole, number>> = {};
  for (const [at, cell] of cells.entries()) {
    const role = roleOf(cell);
    if (role !== null) roles[role] ??= at;
  }
  const states = cells.flatMap((cell, at) => (roleOf(cell) === 'state' ? [at] : []));
  const gases = cells.flatMap((cell, at) => {
    const found = roleOf(cell) === null ? gasColumn(cell) : null;
    return found === null ? [] : [{ at, ...found }];
  });
  const hasTime = roles.time !== undefined || roles.date !== undefined || roles.clock !== undefined;
  return hasTime && gases.length > 0 ? { roles, states, gases } : null;
}
