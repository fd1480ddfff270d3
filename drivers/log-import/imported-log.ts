import type { Gas } from '../../vocabulary/gas.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { Quality, ReadingValue } from '../../vocabulary/reading.ts';
import type { Cell } from './read-cell.ts';

/** One value with the text of its cell. */
export interface ImportedReading {
  readonly gas: Gas;
  readonly value: ReadingValue;
  readonly raw: string;
}

export interface ImportedRow {
  /** The line of the file, from 1. */
  readonly row: number;
  /** ISO text, with a zone only where one is known. */
  readonly time: string;
  readonly readings: readonly ImportedReading[];
  readonly alarm?: boolean;
  readonly place?: string;
  readonly device?: string;
  readonly state?: string;
  readonly flags?: readonly string[];
}

/** What a person has to say before everything in a file can be used. */
export type LogQuestion =
  | 'zone'
  | 'percent'
  | 'unit'
  | 'gas'
  | 'comb'
  | 'comb_percent'
  | 'date_order'
  | 'excel_dates'
  | 'decimal'
  | 'interval'
  | 'state_over_range';

/** A column of the file as it was understood; neither gas nor role: it is kept in the file and not read. */
export interface LogColumn {
  readonly name: string;
  readonly role: string | null;
  readonly gas: Gas | null;
  readonly unit: GasUnit | '%' | null;
}

/** A read file, with all that was not taken named. */
export interface ImportedLog {
  readonly format: 'table' | 'interval_report' | 'records';
  readonly columns: readonly LogColumn[];
  readonly rows: readonly ImportedRow[];
  readonly bad_rows: readonly { readonly row: number; readonly reason: string; readonly raw: string }[];
  readonly duplicates: readonly { readonly row: number; readonly of: number }[];
  readonly questions: readonly LogQuestion[];
  /** Words of the state column that mean nothing to this program; they change no value. */
  readonly unknown_states: readonly string[];
  /** How the file was read: encoding, delimiter, header line, decimal sign, date order, metadata ... */
  readonly reading: Readonly<Record<string, unknown>>;
}

/** The value of a cell in the unit of its column; without a unit or a gas there is no number. */
export function valueOfCell(cell: Cell, gas: Gas, unit: GasUnit | null): ReadingValue {
  const withheld = (quality: Exclude<Quality, 'ok'>, detail: string): ReadingValue => ({ quality, unit, detail });
  if (cell.quality !== 'ok') return withheld(cell.quality, 'in_file');
  if (unit === null) return withheld('invalid', 'unit_unknown');
  if (gas === 'unknown') return withheld('invalid', 'gas_unknown');
  return { quality: 'ok', amount: cell.amount, unit };
}

export const hasZone = (time: string): boolean => /(Z|[+-]\d{2}:\d{2})$/.test(time.slice(19));

/** Rows whose time stands still or goes back keep their place in the file and say so. For the rows of one file in their order. */
export function timeFlagger(): (row: ImportedRow) => ImportedRow {
  let last = Number.NEGATIVE_INFINITY;
  return (row) => {
    const at = Date.parse(hasZone(row.time) ? row.time : `${row.time}Z`);
    const flag = at > last ? null : at === last ? 'time_repeats' : 'time_goes_back';
    last = at;
    return flag === null ? row : { ...row, flags: [...(row.flags ?? []), flag] };
  };
}
