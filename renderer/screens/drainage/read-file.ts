import type { Row } from '../../../rules/assessment/table/columns.ts';
import { decodeText, readCsv } from '../../../rules/assessment/table/read-csv.ts';
import type { TableContext } from '../../../rules/assessment/table/read-row.ts';
import { joinTables, type ReadTable, readTable } from '../../../rules/assessment/table/read-table.ts';
import { isWorkbook, readWorkbook } from '../../ports/read-workbook.ts';

/** A file of the mine as it was read, or why it was not. */
export type FileRead =
  | { readonly is: 'table'; readonly table: ReadTable; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly is: 'refused'; readonly why: 'unreadable' | 'noHeader' };

interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** The sheets of a file; a text file has one. */
const sheetsOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<readonly Sheet[]> =>
  isWorkbook(bytes) ? readWorkbook(bytes) : [{ name: '', rows: readCsv(decodeText(bytes)) }];

/** Reads every sheet that has headings, of units or of test points. */
export async function readTableFile(bytes: Uint8Array<ArrayBuffer>, context: TableContext): Promise<FileRead> {
  const sheets = await sheetsOf(bytes).catch(() => null);
  if (!sheets) return { is: 'refused', why: 'unreadable' };
  const tables = sheets.flatMap(({ name, rows }) => {
    const table = readTable(rows, sheets.length > 1 ? { ...context, sheet: name } : context);
    return table ? [table] : [];
  });
  return tables.length > 0 ? { is: 'table', table: joinTables(tables), bytes } : { is: 'refused', why: 'noHeader' };
}

interface BlankSheet extends Sheet {
  readonly rows: readonly (readonly string[])[];
  /** Rows of headings and columns of names that stay in sight. */
  readonly fixed: { readonly rows: number; readonly columns: number };
}

/** Blank tables as the sheets of a workbook. */
export async function workbookOf(sheets: readonly BlankSheet[]): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  return writeWorkbook(
    sheets.map(({ name, rows, fixed }) => ({
      sheet: name,
      data: rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
      columns: (rows[fixed.rows - 1] ?? []).map((heading) => ({ width: Math.max(10, heading.length * 1.6) })),
      stickyRowsCount: fixed.rows,
      stickyColumnsCount: fixed.columns,
    })),
  ).toBlob();
}

/** The same as text; the mark at its beginning lets spreadsheets read the Chinese. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(',')).join('\r\n')}\r\n`;
