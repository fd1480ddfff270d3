import type { ReactNode } from 'react';
import './plain-table.css';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  /** Numbers stand on the right. */
  readonly number?: boolean;
  readonly cell: (row: R) => ReactNode;
}

export interface PlainTableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly foot?: ReactNode;
}

/** A table without decoration: no vertical lines, no stripes, numbers on the right, the head stays in sight. */
export function PlainTable<R>({ label, columns, rows, rowKey, foot }: PlainTableProps<R>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard
    <section className="plain-table" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? 'number-cell' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} className={column.number ? 'number-cell' : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </section>
  );
}
