import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useWords } from '../../words/words.ts';
import { ALL, compareValues, countKept, holds, type ListColumn, type ListFilter, textOf } from './list-model.ts';

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
});
type Definition<R extends RowData> = ColumnDef<typeof features, R, unknown>;

export interface ListRowsAsk<R extends RowData> {
  readonly rows: readonly R[];
  readonly columns: readonly ListColumn<R>[];
  readonly filters: readonly ListFilter<R>[];
  readonly rowKey: (row: R) => string;
  /** The column a list is first sorted by, downwards: the newest first. */
  readonly newestBy: string;
}

export interface ListRows<R> {
  /** The rows that are here to be drawn. */
  readonly shown: readonly R[];
  /** How many there are in all, and how many of them are kept; null while that is not known, because more are to be read. */
  readonly total: number;
  readonly kept: number | null;
  /** Asks for the rows after the last one here; null where all are here. */
  readonly more: (() => void) | null;
  readonly sorted: (column: string) => 'asc' | 'desc' | false;
  /** Null where the order is not for choosing. */
  readonly sortBy: ((column: string) => void) | null;
  readonly chips: readonly { readonly value: string; readonly words: string; readonly count: number }[];
  readonly chip: string;
  readonly chooseChip: (key: string) => void;
  readonly text: string;
  readonly lookFor: (text: string) => void;
  readonly isFiltered: boolean;
  readonly clear: () => void;
}

/** Sorting and filtering of a list that is here whole. Order changes only when a person asks for it. */
export function useListRows<R extends RowData>(ask: ListRowsAsk<R>): ListRows<R> {
  const { rows, columns, filters, rowKey, newestBy } = ask;
  const { t } = useWords();
  const [chip, chooseChip] = useState<string>(ALL);
  const keeps = filters.find((one) => one.key === chip)?.keeps;
  const data = useMemo(() => (keeps ? rows.filter(keeps) : rows), [rows, keeps]);
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const table = useTable({
    features,
    data,
    columns: definitions,
    getRowId: rowKey,
    enableMultiSort: false,
    enableSortingRemoval: false,
    initialState: { sorting: [{ id: newestBy, desc: true }], globalFilter: '' },
    // the first row decides by itself whether a column is looked through, and an empty cell would shut its column out
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row, id, wanted) => {
      const column = columns.find((one) => one.key === id);
      return column !== undefined && holds(textOf(column, row.original), String(wanted));
    },
  });
  const text = String(table.state.globalFilter ?? '');
  const shown = table.getRowModel().rows.map((row) => row.original);
  return {
    shown,
    total: rows.length,
    kept: shown.length,
    more: null,
    chips: [
      { value: ALL, words: t('list.all'), count: rows.length },
      ...filters.map((one) => ({ value: one.key, words: one.words, count: countKept(rows, one) })),
    ],
    sorted: (id) => table.getColumn(id)?.getIsSorted() ?? false,
    sortBy: (id) => table.getColumn(id)?.toggleSorting(),
    chip: keeps ? chip : ALL,
    chooseChip,
    text,
    lookFor: (wanted) => table.setGlobalFilter(wanted),
    isFiltered: keeps !== undefined || text.trim() !== '',
    clear: () => {
      chooseChip(ALL);
      table.setGlobalFilter('');
    },
  };
}

const definitionOf = <R extends RowData>(column: ListColumn<R>): Definition<R> => ({
  id: column.key,
  accessorFn: (row) => column.value(row) ?? undefined,
  sortUndefined: 'last',
  sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
});
