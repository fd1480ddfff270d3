import { cellName } from '../../rules/assessment/table/cell-name.ts';
import { type FormulaGap, formulaGaps } from './formula-gaps.ts';

/** A cell of a workbook; null is an empty one. A day or a time of day is a Date in UTC. */
type WorkbookCell = string | number | boolean | Date | FormulaGap | null;

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
}

/** `PK`: the beginning of a ZIP and so of an XLSX. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The sheets of a workbook, row by row. Its reader is fetched when the first is chosen. Throws where it is no workbook. */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<readonly WorkbookSheet[]> {
  const { default: read } = await import('read-excel-file/universal');
  const sheets = await read(bytes.buffer);
  const gaps = formulaGaps(bytes);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row, at) => row.map((cell, column) => gaps.get(sheet)?.get(cellName(column, at)) ?? cellOf(cell))),
  }));
}

/** Whatever the reader gives for a cell; a day stays a day. */
function cellOf(cell: unknown): WorkbookCell {
  if (cell instanceof Date) return cell;
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
}

const isGap = (cell: WorkbookCell): cell is FormulaGap => typeof cell === 'object' && cell !== null && 'gap' in cell;

const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** A cell as a person would have typed it; a date with its time of day. */
function typed(cell: WorkbookCell): string {
  if (cell === null || isGap(cell)) return '';
  if (!(cell instanceof Date)) return String(cell).replace(/\s+/g, ' ');
  const day = cell.toISOString().slice(0, 10);
  return `${day} ${twoDigits(cell.getUTCHours())}:${twoDigits(cell.getUTCMinutes())}`;
}

/** The rows of all sheets as a text with tabs, as a spreadsheet gives them to the clipboard. */
export async function workbookText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sheets = await readWorkbook(bytes);
  return sheets
    .flatMap(({ rows }) => rows)
    .map((row) => row.map(typed).join('\t'))
    .join('\n');
}
