import type { Row } from '../../../rules/assessment/table/columns.ts';
import { decodeText, readCsv } from '../../../rules/assessment/table/read-csv.ts';
import { type ReadTable, readTable, type TableContext } from '../../../rules/assessment/table/read-table.ts';
import { isWorkbook, readWorkbook } from '../../ports/read-workbook.ts';

/** A file of the mine as it was read, or why it was not. */
export type FileRead =
  | { readonly is: 'table'; readonly table: ReadTable; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly is: 'refused'; readonly why: 'unreadable' | 'noHeader' };

/** The sheets of a file; a text file has one. */
const sheetsOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<readonly (readonly Row[])[]> =>
  isWorkbook(bytes) ? readWorkbook(bytes) : [readCsv(decodeText(bytes))];

/** Reads the first sheet that has headings. */
export async function readTableFile(bytes: Uint8Array<ArrayBuffer>, context: TableContext): Promise<FileRead> {
  const sheets = await sheetsOf(bytes).catch(() => null);
  if (!sheets) return { is: 'refused', why: 'unreadable' };
  for (const rows of sheets) {
    const table = readTable(rows, context);
    if (table) return { is: 'table', table, bytes };
  }
  return { is: 'refused', why: 'noHeader' };
}

/** The blank table as a workbook, its headings fixed in sight. */
export async function workbookOf(rows: readonly (readonly string[])[], sheet: string): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const data = rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })));
  const columns = (rows[1] ?? []).map((heading) => ({ width: Math.max(10, heading.length * 1.6) }));
  return writeWorkbook(data, { sheet, columns, stickyRowsCount: 2, stickyColumnsCount: 4 }).toBlob();
}

/** The same as text; the mark at its beginning lets spreadsheets read the Chinese. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(',')).join('\r\n')}\r\n`;
