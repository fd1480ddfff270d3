import { useMemo } from 'react';
import type { InstrumentId } from '../../../vocabulary/ids.ts';
import { Button } from '../../parts/button.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import type { ListColumn, ListFilter } from '../../parts/list-table/list-model.ts';
import { ListTable } from '../../parts/list-table/list-table.tsx';
import { RowDetail } from '../../parts/list-table/row-detail.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { daysUntil, INSTRUMENT_WARNING_DAYS } from '../../words/days.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import type { GradedInstrument } from './graded.ts';
import { GasGrades } from './instrument/gas-grades.tsx';

const keyOf = ({ row }: GradedInstrument): string => row.instrumentId;

type T = SpokenWords['t'];

export interface InstrumentsProps {
  readonly rows: readonly GradedInstrument[];
  readonly onOpen: (id: InstrumentId) => void;
}

/** The detectors of the register, with what their readings are worth today. */
export function Instruments({ rows, onOpen }: InstrumentsProps) {
  const { t } = useWords();
  const now = useReach().now();
  const columns = useMemo(() => columnsOf(t), [t]);
  const filters = useMemo(() => filtersOf(t, now), [t, now]);
  return (
    <ListTable
      label={t('ledger.instruments')}
      rows={rows}
      columns={columns}
      filters={filters}
      rowKey={keyOf}
      newestBy="grade"
      detail={(one) => <Summary one={one} onOpen={onOpen} />}
    />
  );
}

const endsSoon = ({ row }: GradedInstrument, now: number): boolean => {
  const days = row.certificateUntil === null ? null : daysUntil(row.certificateUntil, now);
  return days !== null && days >= 0 && days <= INSTRUMENT_WARNING_DAYS;
};

const filtersOf = (t: T, now: number): readonly ListFilter<GradedInstrument>[] => [
  { key: 'notEvidence', words: t('marks.notEvidence'), keeps: ({ reasons }) => reasons.length > 0 },
  { key: 'soon', words: t('ledger.endsSoon'), keeps: (one) => endsSoon(one, now) },
  { key: 'none', words: t('ledger.withoutCertificate'), keeps: ({ row }) => row.certificateUntil === null },
];

const columnsOf = (t: T): readonly ListColumn<GradedInstrument>[] => [
  { key: 'model', title: t('ledger.columns.model'), value: ({ row }) => row.model, under: 'serial' },
  { key: 'serial', title: t('ledger.columns.serial'), value: ({ row }) => row.serialNumber, width: 9 },
  {
    key: 'grade',
    title: t('ledger.columns.grade'),
    value: ({ reasons }) => reasons.length,
    cell: ({ reasons }) => <GradeMark reasons={reasons} />,
    width: 22,
  },
  { key: 'calibrated', title: t('ledger.columns.calibrated'), value: ({ calibrated }) => calibrated, width: 9.5 },
  { key: 'until', title: t('ledger.columns.until'), value: ({ row }) => row.certificateUntil, width: 9.5 },
];

function Summary({ one, onOpen }: { readonly one: GradedInstrument; readonly onOpen: InstrumentsProps['onOpen'] }) {
  const { t } = useWords();
  const { row, calibrated, gases } = one;
  return (
    <RowDetail
      title={`${row.model}　${row.serialNumber}`}
      facts={[
        { name: t('ledger.columns.grade'), value: <GasGrades gases={gases} /> },
        { name: t('ledger.columns.certificate'), value: row.certificateNo },
        { name: t('ledger.columns.until'), value: row.certificateUntil },
        { name: t('ledger.columns.calibrated'), value: calibrated },
      ]}
    >
      <Button kind="primary" icon="instrument" onPress={() => onOpen(row.instrumentId)}>
        {t('register.open')}
      </Button>
    </RowDetail>
  );
}
