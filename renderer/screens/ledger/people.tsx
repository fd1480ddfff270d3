import { useMemo } from 'react';
import type { ListColumn } from '../../parts/list-table/list-model.ts';
import { ListTable } from '../../parts/list-table/list-table.tsx';
import { RowDetail } from '../../parts/list-table/row-detail.tsx';
import { type SpokenWords, useWords } from '../../words/words.ts';
import type { PersonRow } from './ledger-model.ts';

const keyOf = (row: PersonRow): string => `${row.certificateNo}\n${row.name}`;
const noFilters = [] as const;

export function People({ rows }: { readonly rows: readonly PersonRow[] }) {
  const { t } = useWords();
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <ListTable
      label={t('ledger.people')}
      rows={rows}
      columns={columns}
      filters={noFilters}
      rowKey={keyOf}
      newestBy="last"
      detail={(row) => <Person row={row} />}
    />
  );
}

const columnsOf = (t: SpokenWords['t']): readonly ListColumn<PersonRow>[] => [
  { key: 'name', title: t('ledger.columns.name'), value: (row) => row.name, width: 12 },
  { key: 'certificate', title: t('ledger.columns.officerNo'), value: (row) => row.certificateNo, width: 12 },
  { key: 'mines', title: t('ledger.columns.mines'), value: (row) => row.mines.join(t('common.listJoin')) },
  { key: 'times', title: t('ledger.columns.times'), value: (row) => row.times, number: true, width: 6 },
  { key: 'last', title: t('ledger.columns.last'), value: (row) => row.last, width: 9 },
];

function Person({ row }: { readonly row: PersonRow }) {
  const { t } = useWords();
  return (
    <RowDetail
      title={row.name}
      facts={[
        { name: t('ledger.columns.officerNo'), value: row.certificateNo },
        { name: t('ledger.columns.times'), value: row.times },
        { name: t('ledger.columns.last'), value: row.last },
        { name: t('ledger.columns.mines'), value: row.mines.join(t('common.listJoin')) },
      ]}
    />
  );
}
