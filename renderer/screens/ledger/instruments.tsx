import { useMemo } from 'react';
import type { InstrumentRow } from '../../../electron/ports/recorder-port.ts';
import type { ListColumn, ListFilter } from '../../parts/list-table/list-model.ts';
import { ListTable } from '../../parts/list-table/list-table.tsx';
import { RowDetail } from '../../parts/list-table/row-detail.tsx';
import { UnknownTag } from '../../parts/tag.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { isoDay } from '../../words/format.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';

const keyOf = (row: InstrumentRow): string => row.instrumentId;

type T = SpokenWords['t'];
const hasEnded = (row: InstrumentRow, today: string): boolean =>
  row.certificateUntil !== null && row.certificateUntil < today;

/** The detectors that were ever connected, with what their certificates say today. */
export function Instruments({ rows }: { readonly rows: readonly InstrumentRow[] }) {
  const { t } = useWords();
  const today = isoDay(useReach().now());
  const columns = useMemo(() => columnsOf(t, today), [t, today]);
  const filters = useMemo(() => filtersOf(t, today), [t, today]);
  return (
    <ListTable
      label={t('ledger.instruments')}
      rows={rows}
      columns={columns}
      filters={filters}
      rowKey={keyOf}
      newestBy="until"
      detail={(row) => <Instrument row={row} today={today} />}
    />
  );
}

const filtersOf = (t: T, today: string): readonly ListFilter<InstrumentRow>[] => [
  { key: 'ended', words: t('ledger.endedShort'), keeps: (row) => hasEnded(row, today) },
  { key: 'none', words: t('ledger.withoutCertificate'), keeps: (row) => row.certificateUntil === null },
];

const Until = ({ row, today }: { readonly row: InstrumentRow; readonly today: string }) => {
  const { t } = useWords();
  return (
    <span className="cell-mark">
      {row.certificateUntil}
      {hasEnded(row, today) && <UnknownTag words={t('marks.notEvidence')} />}
    </span>
  );
};

const columnsOf = (t: T, today: string): readonly ListColumn<InstrumentRow>[] => [
  { key: 'model', title: t('ledger.columns.model'), value: (row) => row.model, under: 'driver' },
  { key: 'driver', title: t('ledger.columns.driver'), value: (row) => row.driver, width: 9 },
  { key: 'serial', title: t('ledger.columns.serial'), value: (row) => row.serialNumber, width: 11 },
  { key: 'certificate', title: t('ledger.columns.certificate'), value: (row) => row.certificateNo, width: 12 },
  {
    key: 'until',
    title: t('ledger.columns.until'),
    value: (row) => row.certificateUntil,
    cell: (row) => <Until row={row} today={today} />,
    width: 13,
  },
];

function Instrument({ row, today }: { readonly row: InstrumentRow; readonly today: string }) {
  const { t } = useWords();
  const settings = Object.entries(row.settings);
  return (
    <RowDetail
      title={`${row.model}　${row.serialNumber}`}
      facts={[
        { name: t('ledger.columns.driver'), value: row.driver },
        { name: t('ledger.columns.certificate'), value: row.certificateNo },
        { name: t('ledger.columns.until'), value: row.certificateUntil && <Until row={row} today={today} /> },
        ...settings.map(([name, value]) => ({ name, value })),
      ]}
    >
      {hasEnded(row, today) && <p>{t('ledger.ended')}</p>}
    </RowDetail>
  );
}
