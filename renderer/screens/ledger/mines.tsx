import { useMemo } from 'react';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import type { ListColumn, ListFilter } from '../../parts/list-table/list-model.ts';
import { ListTable } from '../../parts/list-table/list-table.tsx';
import { RowDetail } from '../../parts/list-table/row-detail.tsx';
import { useNavigation } from '../../shell/navigation.tsx';
import { type SpokenWords, useWords } from '../../words/words.ts';
import type { MineRow } from './ledger-model.ts';

const keyOf = (row: MineRow): string => row.mine;

export interface MinesProps {
  readonly rows: readonly MineRow[];
  readonly onOpen: (mine: string) => void;
}

export function Mines({ rows, onOpen }: MinesProps) {
  const { t } = useWords();
  const columns = useMemo(() => columnsOf(t), [t]);
  const filters = useMemo(() => filtersOf(t), [t]);
  return (
    <ListTable
      label={t('ledger.mines')}
      rows={rows}
      columns={columns}
      filters={filters}
      rowKey={keyOf}
      newestBy="last"
      detail={(row) => <Mine row={row} onOpen={() => onOpen(row.mine)} />}
    />
  );
}

const filtersOf = (t: SpokenWords['t']): readonly ListFilter<MineRow>[] => [
  { key: 'fail', words: t('ledger.withFail'), keeps: (row) => row.fail > 0 },
  { key: 'unknown', words: t('ledger.withUnknown'), keeps: (row) => row.unknown > 0 },
];

const columnsOf = (t: SpokenWords['t']): readonly ListColumn<MineRow>[] => [
  { key: 'mine', title: t('ledger.columns.mine'), value: (row) => row.mine, under: 'hydro' },
  { key: 'hydro', title: t('ledger.columns.hydro'), value: (row) => t(`hydroTypes.${row.hydroType}`), width: 9 },
  { key: 'times', title: t('ledger.columns.times'), value: (row) => row.inspections.length, number: true, width: 6 },
  { key: 'last', title: t('ledger.columns.last'), value: (row) => row.last, width: 9 },
  {
    key: 'fail',
    title: t('ledger.columns.fail'),
    value: (row) => row.fail,
    number: true,
    width: 8,
  },
  { key: 'unknown', title: t('ledger.columns.unknown'), value: (row) => row.unknown, number: true, width: 8 },
];

function Mine({ row, onOpen }: { readonly row: MineRow; readonly onOpen: () => void }) {
  const { t } = useWords();
  const { go } = useNavigation();
  return (
    <>
      <RowDetail
        title={row.mine}
        facts={[
          { name: t('ledger.columns.hydro'), value: t(`hydroTypes.${row.hydroType}`) },
          { name: t('ledger.columns.times'), value: row.inspections.length },
        ]}
      >
        <Button kind="primary" iconAfter="next" onPress={onOpen}>
          {t('areas.open')}
        </Button>
      </RowDetail>
      <h3>{t('ledger.inspections')}</h3>
      <ul>
        {row.inspections.map((one) => (
          <li key={one.inspectionId} className="card-row">
            <Mark kind={one.signedAt === null ? 'unanswered' : 'sealed'} size={20} />
            <div className="card-row-words">
              <p>{`${one.date}　${t(`inspectionKinds.${one.kind}`)}`}</p>
              <p className="text-faint">
                {t(one.signedAt === null ? 'statistics.signedNo' : 'statistics.signedYes')}
                {one.planNo === '' ? '' : `　${t('today.plan', { no: one.planNo })}`}
              </p>
              <p className="text-faint">
                {t('ledger.outcome', { fail: one.counts.fail, unknown: one.counts.unknown })}
              </p>
            </div>
            <Button onPress={() => go('check', { inspectionId: one.inspectionId })}>{t('common.open')}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}
