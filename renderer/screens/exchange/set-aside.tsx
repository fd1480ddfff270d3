import { useMemo } from 'react';
import type { QuarantinedRow } from '../../../electron/ports/exchange-models.ts';
import { Mark } from '../../marks/mark.tsx';
import type { ListColumn, ListFilter } from '../../parts/list-table/list-model.ts';
import { ListTable } from '../../parts/list-table/list-table.tsx';
import { RowDetail } from '../../parts/list-table/row-detail.tsx';
import { dayAndTime, groupDigits } from '../../words/format.ts';
import { shortPrincipal } from '../../words/principal.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { quarantineReason, quarantineReasons } from './exchange-model.ts';

type T = SpokenWords['t'];
const keyOf = (row: QuarantinedRow): string => row.event;

const deviceOf = (t: T, row: QuarantinedRow): string =>
  row.principal ? shortPrincipal(row.principal) : t('exchange.logs.unnamed');
const reasonOf = (t: T, { reason, seq }: QuarantinedRow): string =>
  t(`exchange.quarantine.reasons.${quarantineReason(reason)}`, { seq, reason });

/** What was set aside and why; neither merged nor lost. */
export function SetAside({ rows }: { readonly rows: readonly QuarantinedRow[] }) {
  const { t } = useWords();
  const columns = useMemo(() => columnsOf(t), [t]);
  const filters = useMemo(() => filtersOf(t, rows), [t, rows]);
  return (
    <>
      <p className="text-small">{t('exchange.quarantine.why')}</p>
      <ListTable
        label={t('exchange.quarantine.title', { n: rows.length })}
        rows={rows}
        columns={columns}
        filters={filters}
        rowKey={keyOf}
        newestBy="wall"
        detail={(row) => (
          <RowDetail
            title={reasonOf(t, row)}
            facts={[
              { name: t('exchange.quarantine.columns.device'), value: deviceOf(t, row) },
              { name: t('exchange.quarantine.columns.seq'), value: groupDigits(row.seq) },
              { name: t('exchange.quarantine.columns.type'), value: row.type },
              { name: t('exchange.quarantine.columns.wall'), value: dayAndTime(row.wall) },
              { name: t('exchange.quarantine.columns.event'), value: <span className="mono-id">{row.event}</span> },
            ]}
          />
        )}
      />
    </>
  );
}

/** A chip for each reason that occurs. */
const filtersOf = (t: T, rows: readonly QuarantinedRow[]): readonly ListFilter<QuarantinedRow>[] =>
  quarantineReasons
    .map((reason) => ({
      key: reason,
      words: t(`exchange.quarantine.short.${reason}`),
      keeps: (row: QuarantinedRow) => quarantineReason(row.reason) === reason,
    }))
    .filter(({ keeps }) => rows.some(keeps));

const columnsOf = (t: T): readonly ListColumn<QuarantinedRow>[] => [
  {
    key: 'device',
    title: t('exchange.quarantine.columns.device'),
    value: (row) => deviceOf(t, row),
    width: 12,
    under: 'seq',
  },
  {
    key: 'seq',
    title: t('exchange.quarantine.columns.seq'),
    value: (row) => row.seq,
    cell: (row) => groupDigits(row.seq),
    width: 7,
  },
  {
    key: 'reason',
    title: t('exchange.quarantine.columns.reason'),
    value: (row) => reasonOf(t, row),
    cell: (row) => (
      <span className="cell-mark">
        <Mark kind="quarantined" size={20} />
        {reasonOf(t, row)}
      </span>
    ),
    under: 'type',
  },
  { key: 'type', title: t('exchange.quarantine.columns.type'), value: (row) => row.type, width: 12 },
  {
    key: 'wall',
    title: t('exchange.quarantine.columns.wall'),
    value: (row) => row.wall,
    cell: (row) => dayAndTime(row.wall),
    look: (row) => dayAndTime(row.wall),
    width: 9,
  },
];
