import type { RowData } from '@tanstack/react-table';
import type { InputRef } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useKeys } from '../../shell/use-keys.ts';
import { useDensity, useLayout } from '../../theme/use-display.ts';
import { useWords } from '../../words/words.ts';
import { Button } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { KeyHint } from '../key-hint.tsx';
import { ListHead } from './list-head.tsx';
import { type ListColumn, neighbour, placedColumns } from './list-model.ts';
import { ListBody } from './list-rows.tsx';
import { type ListRows, type ListRowsAsk, useListRows } from './use-list-rows.ts';
import './list-table.css';

interface ListLook<R> {
  readonly label: string;
  /** All of one row: the third pane at desk width, in place of the list in the field. */
  readonly detail: (row: R) => ReactNode;
}

export interface ListTableProps<R extends RowData> extends ListRowsAsk<R>, ListLook<R> {}

/** A list that is here whole. `columns`, `filters` and `rows` must keep their identity between renders, or the rows are made anew each time. */
export function ListTable<R extends RowData>(props: ListTableProps<R>) {
  return <ListView {...props} list={useListRows(props)} />;
}

export interface ListViewProps<R> extends ListLook<R> {
  readonly list: ListRows<R>;
  readonly columns: readonly ListColumn<R>[];
  readonly rowKey: (row: R) => string;
}

/** A list of any length: chips with counts, a text filter, one row chosen and its whole content beside it. */
export function ListView<R>({ label, list, columns, rowKey, detail }: ListViewProps<R>) {
  const { t } = useWords();
  const desk = useLayout().layout === 'desk';
  const density = useDensity();
  const [asked, setAsked] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const search = useRef<InputRef>(null);
  const pane = useRef<HTMLElement>(null);
  const follow = useRef(false);
  const keys = useMemo(() => list.shown.map(rowKey), [list.shown, rowKey]);
  const chosen = asked !== null && keys.includes(asked) ? asked : desk ? (keys[0] ?? null) : null;
  const row = list.shown.find((one) => rowKey(one) === chosen);
  const isOpen = open && row !== undefined && !desk;
  const move = (step: 1 | -1) => {
    const key = keys[neighbour(keys, chosen, step)];
    follow.current = key !== chosen;
    if (key !== undefined) setAsked(key);
  };
  const show = (key: string) => {
    setAsked(key);
    setOpen(true);
    if (desk) pane.current?.focus();
  };
  const back = () => {
    setOpen(false);
    setAsked(chosen);
    follow.current = true;
  };
  useKeys([
    { key: 'j', words: t('list.keys.next'), run: () => move(1) },
    { key: 'k', words: t('list.keys.previous'), run: () => move(-1) },
    { key: 'ArrowDown', words: t('list.keys.next'), run: () => move(1) },
    { key: 'ArrowUp', words: t('list.keys.previous'), run: () => move(-1) },
    { key: 'Enter', words: t('list.keys.open'), run: () => chosen !== null && show(chosen) },
    { key: 'Escape', words: t('list.keys.back'), run: back },
    { key: '/', words: t('list.keys.filter'), run: () => search.current?.focus() },
    { key: 'Backspace', words: t('list.keys.clear'), run: list.clear },
  ]);
  return (
    <div className="list-table" data-pane={desk ? '' : undefined}>
      <div className="list-main" inert={isOpen}>
        <ListHead label={label} list={list} inputRef={search} onLeave={() => search.current?.blur()} />
        {list.shown.length === 0 ? (
          <div className="list-panel">
            <EmptyState words={t('common.filterNone', { n: list.total })}>
              <Button onPress={list.clear}>{t('common.clearFilter')}</Button>
            </EmptyState>
          </div>
        ) : (
          <ListBody
            label={label}
            columns={placedColumns(columns, !desk)}
            all={columns}
            list={list}
            rowKey={rowKey}
            chosen={chosen}
            density={density}
            field={!desk}
            follow={follow}
            onOpen={show}
            foot={<FootKeys />}
          />
        )}
      </div>
      {desk && (
        <section className="list-pane" ref={pane} tabIndex={-1} aria-label={t('list.pane')}>
          {row ? detail(row) : <p className="text-faint">{t('list.nothingChosen')}</p>}
        </section>
      )}
      {isOpen && row !== undefined && (
        <section className="list-pane list-over" aria-label={t('list.pane')}>
          <Button icon="back" onPress={back}>
            {t('list.toList')}
          </Button>
          {detail(row)}
        </section>
      )}
    </div>
  );
}

/** The keys of a list, printed where there is a keyboard. */
function FootKeys() {
  const { t } = useWords();
  const hints = [
    [['↑', '↓'], t('list.hints.choose')],
    [['Enter'], t('list.hints.open')],
    [['/'], t('list.hints.filter')],
  ] as const;
  return (
    <p className="list-keys" aria-hidden>
      {hints.map(([names, words]) => (
        <span key={words}>
          {names.map((name) => (
            <KeyHint key={name} name={name} />
          ))}
          {words}
        </span>
      ))}
    </p>
  );
}
