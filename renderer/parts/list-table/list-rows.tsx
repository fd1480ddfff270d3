import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { type DensityName, densities } from '../../theme/tokens.ts';
import { useWords } from '../../words/words.ts';
import { type ListColumn, rowsInSight } from './list-model.ts';
import type { ListRows } from './use-list-rows.ts';

/** Rows drawn beyond those in sight, above and below. */
const OVERSCAN = 6;
/** So many rows before the last one here more are asked for, so that nobody waits at the end. */
const NEAR_END = 60;

export interface ListBodyProps<R> {
  readonly label: string;
  readonly columns: readonly ListColumn<R>[];
  readonly all: readonly ListColumn<R>[];
  readonly list: ListRows<R>;
  readonly rowKey: (row: R) => string;
  readonly chosen: string | null;
  readonly density: DensityName;
  /** Cells carry their second line. */
  readonly field: boolean;
  /** Moving by key asks for the focus to follow the row. */
  readonly follow: RefObject<boolean>;
  readonly onOpen: (key: string) => void;
  readonly foot: ReactNode;
}

/** The table itself. Only the rows in sight and a few beyond exist, so ten thousand cost what twenty do. */
export function ListBody<R>(props: ListBodyProps<R>) {
  const { label, columns, list, rowKey, chosen, density, foot } = props;
  const { row: rowPx, head: headPx } = densities[density];
  const scroller = useRef<HTMLElement>(null);
  const rows = list.shown;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    paddingStart: headPx,
    scrollPaddingStart: headPx,
  });
  const at = chosen === null ? -1 : rows.findIndex((row) => rowKey(row) === chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed row height must be measured anew
  useEffect(() => virtual.measure(), [virtual, rowPx]);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [virtual, at]);
  // what is asked anew begins at its beginning
  const asked = `${list.chip} ${list.text}`;
  const answered = useRef(asked);
  useEffect(() => {
    if (answered.current !== asked) scroller.current?.scrollTo(0, 0);
    answered.current = asked;
  }, [asked]);
  const items = virtual.getVirtualItems();
  const { more } = list;
  const isNearEnd = (items.at(-1)?.index ?? -1) >= rows.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) more?.();
  }, [isNearEnd, more]);
  const before = (items[0]?.start ?? headPx) - headPx;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? headPx);
  const inSight = rowsInSight(rows.length, {
    offset: virtual.scrollOffset ?? 0,
    height: virtual.scrollRect?.height ?? 0,
    head: headPx,
    row: rowPx,
  });
  const tabStop = items.some((item) => item.index === at) ? at : items[0]?.index;
  return (
    <div className="list-panel">
      <section className="list-scroll" ref={scroller} aria-label={label}>
        <table aria-rowcount={list.kept === null ? -1 : list.kept + 1}>
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={column.width ? { width: `${column.width}em` } : undefined} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((column) => (
                <SortHead key={column.key} column={column} list={list} />
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height={before} span={columns.length} />
            {items.map(({ index }) => {
              const row = rows[index];
              return row === undefined ? null : (
                <ListRow key={rowKey(row)} {...props} row={row} index={index} isTabStop={index === tabStop} />
              );
            })}
            <Gap height={after} span={columns.length} />
          </tbody>
        </table>
      </section>
      <footer className="list-foot">
        <p role="status">
          <CountWords list={list} inSight={inSight} />
        </p>
        {foot}
      </footer>
    </div>
  );
}

function CountWords<R>({
  list,
  inSight,
}: {
  readonly list: ListRows<R>;
  readonly inSight: ReturnType<typeof rowsInSight>;
}) {
  const { t } = useWords();
  const { total: n, kept, shown, isFiltered } = list;
  if (!isFiltered) return t('list.count', { n, ...inSight });
  return kept === null
    ? t('list.countSome', { n, kept: shown.length, ...inSight })
    : t('list.countFiltered', { n, kept, ...inSight });
}

/** Holds the place of the rows that are not drawn. */
const Gap = ({ height, span }: { readonly height: number; readonly span: number }) =>
  height > 0 && (
    <tr className="list-gap" aria-hidden style={{ height }}>
      <td colSpan={span} />
    </tr>
  );

const directions = { asc: 'ascending', desc: 'descending' } as const;

function SortHead<R>({ column, list }: { readonly column: ListColumn<R>; readonly list: ListRows<R> }) {
  const { t } = useWords();
  const sorted = list.sorted(column.key);
  const { sortBy } = list;
  const words = (
    <>
      {column.title}
      {sorted && <span aria-hidden>{sorted === 'asc' ? '↑' : '↓'}</span>}
    </>
  );
  return (
    <th
      scope="col"
      className={column.number ? 'number-cell' : undefined}
      aria-sort={sorted ? directions[sorted] : undefined}
    >
      {sortBy ? (
        <button type="button" title={t('list.sort', { column: column.title })} onClick={() => sortBy(column.key)}>
          {words}
        </button>
      ) : (
        <span className="list-head-words">{words}</span>
      )}
    </th>
  );
}

interface ListRowProps<R> extends ListBodyProps<R> {
  readonly row: R;
  readonly index: number;
  readonly isTabStop: boolean;
}

function ListRow<R>({ row, index, isTabStop, columns, all, rowKey, chosen, field, follow, onOpen }: ListRowProps<R>) {
  const key = rowKey(row);
  const isChosen = key === chosen;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isChosen || !follow.current) return;
    follow.current = false;
    button.current?.focus({ preventScroll: true });
  }, [isChosen, follow]);
  const beneath = (column: ListColumn<R>) => (field ? all.find((one) => one.key === column.under) : undefined);
  return (
    <tr aria-rowindex={index + 2} aria-current={isChosen ? 'true' : undefined}>
      {columns.map((column, place) => (
        <td key={column.key} className={column.number ? 'number-cell' : undefined}>
          {place === 0 ? (
            <button ref={button} type="button" tabIndex={isTabStop ? 0 : -1} onClick={() => onOpen(key)}>
              <Lines row={row} column={column} under={beneath(column)} />
            </button>
          ) : (
            <Lines row={row} column={column} under={beneath(column)} />
          )}
        </td>
      ))}
    </tr>
  );
}

interface LinesProps<R> {
  readonly row: R;
  readonly column: ListColumn<R>;
  readonly under: ListColumn<R> | undefined;
}

const Lines = <R,>({ row, column, under }: LinesProps<R>) => (
  <>
    <span className="list-line" data-alone={under ? undefined : ''}>
      {drawn(column, row)}
    </span>
    {under && <span className="list-line text-faint">{drawn(under, row)}</span>}
  </>
);

/** Never blank: what is not there is a dash. */
function drawn<R>(column: ListColumn<R>, row: R): ReactNode {
  const value = column.value(row);
  if (value === null || value === '') return '—';
  return column.cell ? column.cell(row) : value;
}
