import { useMemo } from 'react';
import type { ExportedRow } from '../../../electron/ports/exchange-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { ListColumn } from '../../parts/list-table/list-model.ts';
import { ListTable } from '../../parts/list-table/list-table.tsx';
import { RowDetail } from '../../parts/list-table/row-detail.tsx';
import { byteSize, dayAndTime, groupDigits } from '../../words/format.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { SaveBundle } from './save-bundle.tsx';

const keyOf = (row: ExportedRow): string => row.name;
const noFilters = [] as const;

/** The bundles that left this machine; each is still here and can be saved again. */
export function HandedOver({ rows }: { readonly rows: readonly ExportedRow[] }) {
  const { t } = useWords();
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <section className="exchange-history">
      <h2>{t('exchange.out.history')}</h2>
      {rows.length === 0 ? (
        <EmptyState words={t('exchange.out.historyNone')} />
      ) : (
        <ListTable
          label={t('exchange.out.history')}
          rows={rows}
          columns={columns}
          filters={noFilters}
          rowKey={keyOf}
          newestBy="at"
          detail={(row) => <Bundle row={row} />}
        />
      )}
    </section>
  );
}

const Handed = () => {
  const { t } = useWords();
  return (
    <span className="cell-mark">
      <Mark kind="exported" size={20} />
      {t('marks.exported')}
    </span>
  );
};

const columnsOf = (t: SpokenWords['t']): readonly ListColumn<ExportedRow>[] => [
  {
    key: 'at',
    title: t('exchange.out.columns.at'),
    value: (row) => row.at,
    cell: (row) => dayAndTime(row.at),
    look: (row) => dayAndTime(row.at),
    under: 'name',
  },
  { key: 'name', title: t('exchange.out.columns.name'), value: (row) => row.name },
  {
    key: 'toSeq',
    title: t('exchange.out.columns.toSeq'),
    value: (row) => row.toSeq,
    cell: (row) => groupDigits(row.toSeq),
    number: true,
    width: 7,
    under: 'bytes',
  },
  {
    key: 'bytes',
    title: t('exchange.out.columns.bytes'),
    value: (row) => row.bytes,
    cell: (row) => byteSize(row.bytes),
    look: (row) => byteSize(row.bytes),
    number: true,
    width: 7,
  },
  {
    key: 'state',
    title: t('exchange.out.columns.state'),
    value: () => t('marks.exported'),
    cell: () => <Handed />,
    width: 11,
  },
];

function Bundle({ row }: { readonly row: ExportedRow }) {
  const { t } = useWords();
  return (
    <RowDetail
      title={dayAndTime(row.at)}
      facts={[
        { name: t('exchange.out.columns.name'), value: <span className="mono-id">{row.name}</span> },
        { name: t('exchange.out.columns.toSeq'), value: groupDigits(row.toSeq) },
        { name: t('exchange.out.columns.events'), value: groupDigits(row.events) },
        { name: t('exchange.out.columns.bytes'), value: byteSize(row.bytes) },
        { name: t('exchange.out.columns.state'), value: <Handed /> },
      ]}
    >
      <SaveBundle name={row.name} />
    </RowDetail>
  );
}
