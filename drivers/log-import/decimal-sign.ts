import type { LogSettings } from './log-settings.ts';

/** How numbers are written in a file; null: a comma before three digits may be either, and nobody has said. */
export type DecimalSign = '.' | ',' | null;

/** Looks at cells one by one. A comma is a decimal sign only where it does not part cells and no cell has a point; `1,234` alone is asked. */
export function decimalSignFinder(delimiter: string, { decimal }: LogSettings) {
  let hasPoint = delimiter === ',';
  let hasComma = false;
  let isCertain = false;
  const look = (cell: string): void => {
    if (hasPoint) return;
    hasPoint = /^[+-]?\d+\.\d+$/.test(cell);
    if (hasPoint || !/^[+-]?\d+,\d+$/.test(cell)) return;
    hasComma = true;
    // Thousands are parted before exactly three digits and after one to three that do not begin with 0.
    isCertain ||= !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(cell);
  };
  const found = (): { readonly sign: DecimalSign; readonly isOpen: boolean } => {
    if (hasPoint || !hasComma) return { sign: '.', isOpen: false };
    if (isCertain) return { sign: ',', isOpen: false };
    return { sign: decimal ?? null, isOpen: decimal === undefined };
  };
  return { look, found };
}
