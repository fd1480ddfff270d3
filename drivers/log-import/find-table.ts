import { type Columns, findColumns } from './find-columns.ts';
import { splitTable, type TableRow } from './split-table.ts';
import { drain } from './steps.ts';

/** The last one is the full-width comma. */
const DELIMITERS = ['\t', ',', ';', '\uff0c'] as const;
const HEADER_LINES = 30;
const LINES_COMPARED = 20;
/** Enough for the lines above a header and the lines compared, whatever their length. */
const HEAD_LETTERS = 64 * 1024;

/** Where the table of a text begins and what its columns mean. */
export interface TableHead {
  readonly delimiter: string;
  readonly header: TableRow;
  readonly columns: Columns;
  readonly before: readonly TableRow[];
}

/**
 * The delimiter under which a header stands within the first lines and the rows below it keep its width; of several the
 * one that most rows keep to, so that one torn row does not hide a table. Null where there is none.
 */
export function findTable(text: string): TableHead | null {
  const begin = text.slice(0, HEAD_LETTERS);
  let best: { readonly head: TableHead; readonly share: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const rows = drain(splitTable(begin, delimiter));
    const at = rows.findIndex(({ row, cells }) => row <= HEADER_LINES && findColumns(cells) !== null);
    const header = rows[at];
    const columns = header === undefined ? null : findColumns(header.cells);
    if (header === undefined || columns === null) continue;
    const compared = rows.slice(at + 1, at + 1 + LINES_COMPARED);
    const kept = compared.filter(({ cells }) => fits(cells, header.cells.length) !== null).length;
    const share = compared.length === 0 ? 1 : kept / compared.length;
    if (share > 0.5 && share > (best?.share ?? 0))
      best = { head: { delimiter, header, columns, before: rows.slice(0, at) }, share };
  }
  return best?.head ?? null;
}

/** The cells of a row as wide as the header; loggers that end each row with a delimiter leave an empty cell. Null: torn. */
export function fits(cells: readonly string[], width: number): readonly string[] | null {
  if (cells.length === width) return cells;
  return cells.length > width && cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : null;
}
