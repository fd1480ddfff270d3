import type { LogSettings } from './log-settings.ts';

/** How numbers are written in a file; null: a comma before three digits may be either, and nobody has said. */
export type DecimalSign = '.' | ',' | null;

/** A comma is a decimal sign only where it does not part cells and no cell has a point. `1,234` alone is asked. */
export function decimalSignOf(
  cells: Iterable<string>,
  delimiter: string,
  settings: LogSettings,
): { readonly sign: DecimalSign; readonly isOpen: boolean } {
  if (delimiter === ',') return { sign: '.', isOpen: false };
  let hasComma = false;
  let isCertain = false;
  for (const cell of cells) {
    if (/^[+-]?\d+\.\d+$/.test(cell)) return { sign: '.', isOpen: false };
    if (!/^[+-]?\d+,\d+$/.test(cell)) continue;
    hasComma = true;
    // Thousands are parted before exactly three digits and after one to three that do not begin with 0.
    isCertain ||= !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(cell);
  }
  if (!hasComma) return { sign: '.', isOpen: false };
  if (isCertain) return { sign: ',', isOpen: false };
  return { sign: settings.decimal ?? null, isOpen: settings.decimal === undefined };
}
