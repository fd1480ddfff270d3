import type { CalibrationRow, InstrumentPage } from '../../../../electron/ports/instrument-models.ts';
import type { EntityId } from '../../../../vocabulary/ids.ts';
import { gasFormula } from '../../../live/gas-formula.ts';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { type Column, PlainTable } from '../../../parts/plain-table.tsx';
import { useDeed } from '../../../ports/questions.ts';
import { type SpokenWords, useWords } from '../../../words/words.ts';
import { ErrorCell } from './error-cell.tsx';
import { ScanButton } from './scan-button.tsx';

export interface CalibrationsCardProps {
  readonly page: InstrumentPage;
  readonly onAdd: () => void;
  readonly onCorrect: (row: CalibrationRow) => void;
}

/** Every calibration and check with what it showed before and after, and its error against the standard gas. */
export function CalibrationsCard({ page, onAdd, onCorrect }: CalibrationsCardProps) {
  const { t } = useWords();
  const remove = useDeed((ports, calibrationId: EntityId) =>
    ports.recorder.ask('calibration/remove', { calibrationId }),
  );
  const columns = columnsOf(t, page, {
    correct: onCorrect,
    remove: (row) => void remove.run(row.calibrationId),
    busy: remove.busy,
  });
  return (
    <Card
      title={t('register.calibrations.title')}
      aside={
        <Button icon="plus" onPress={onAdd}>
          {t('register.calibrations.add')}
        </Button>
      }
    >
      <FaultLine fault={remove.fault} />
      {page.calibrations.length === 0 ? (
        <p className="text-small">{t('register.calibrations.none')}</p>
      ) : (
        <PlainTable
          label={t('register.calibrations.title')}
          columns={columns}
          rows={page.calibrations}
          rowKey={(row) => row.calibrationId}
        />
      )}
    </Card>
  );
}

interface Deeds {
  readonly correct: (row: CalibrationRow) => void;
  readonly remove: (row: CalibrationRow) => void;
  readonly busy: boolean;
}

const withUnit = (amount: string | null, unit: string | undefined): string =>
  amount === null ? '—' : `${amount}\u00a0${unit ?? ''}`.trimEnd();

const columnsOf = (t: SpokenWords['t'], page: InstrumentPage, deeds: Deeds): readonly Column<CalibrationRow>[] => [
  {
    key: 'date',
    title: t('register.calibrations.date'),
    cell: ({ entry }) => (
      <span className="cell-lines nowrap">
        {entry.date}
        <span className="text-small">{t(`register.kinds.${entry.kind}`)}</span>
      </span>
    ),
  },
  {
    key: 'gas',
    title: t('register.calibrations.standard'),
    cell: ({ entry }) => (
      <span className="cell-lines nowrap">
        {gasFormula(entry.gas)}
        <span className="text-small">{withUnit(entry.standard?.amount ?? null, entry.standard?.unit)}</span>
      </span>
    ),
  },
  {
    key: 'found',
    title: t('register.calibrations.asFound'),
    number: true,
    cell: ({ entry }) => entry.asFound ?? '—',
  },
  { key: 'left', title: t('register.calibrations.asLeft'), number: true, cell: ({ entry }) => entry.asLeft ?? '—' },
  {
    key: 'error',
    title: t('register.calibrations.error'),
    cell: ({ entry }) => <ErrorCell made={entry} principle={page.file.principle} />,
  },
  {
    key: 'by',
    title: t('register.calibrations.by'),
    cell: ({ entry }) => (
      <span className="cell-lines">
        {entry.by}
        <span className="text-small">{entry.certificateNo}</span>
      </span>
    ),
  },
  {
    key: 'deeds',
    title: t('register.calibrations.deeds'),
    cell: (row) => (
      <span className="register-buttons">
        {row.entry.scan && <ScanButton scan={row.entry.scan} label={`${row.entry.date}　${row.entry.certificateNo}`} />}
        <Button size="small" onPress={() => deeds.correct(row)}>
          {t('register.correct')}
        </Button>
        <Button size="small" busy={deeds.busy} onPress={() => deeds.remove(row)}>
          {t('register.takeBack')}
        </Button>
      </span>
    ),
  },
];
