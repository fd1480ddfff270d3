import type { InstrumentRow } from '../../../electron/ports/recorder-port.ts';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { type Column, PlainTable } from '../../parts/plain-table.tsx';
import { UnknownTag } from '../../parts/tag.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useInspections, useInstruments } from '../../ports/questions.ts';
import { isoDay } from '../../words/format.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { minesOf } from './ledger-model.ts';
import './ledger.css';

/** The mines and instruments this record knows of. */
export function LedgerScreen() {
  const { t } = useWords();
  const inspections = useInspections();
  const instruments = useInstruments();
  const again = () => {
    inspections.again();
    instruments.again();
  };
  const mines = minesOf(inspections.value ?? []);
  const known = instruments.value ?? [];
  return (
    <Page
      title={t('ledger.title')}
      fault={inspections.fault ?? instruments.fault}
      again={again}
      ready={inspections.value !== undefined && instruments.value !== undefined}
    >
      {mines.length === 0 && known.length === 0 ? (
        <EmptyState words={t('ledger.none')} />
      ) : (
        <div className="page-columns ledger-columns">
          <Mines rows={mines} />
          <Instruments rows={known} />
        </div>
      )}
    </Page>
  );
}

function Mines({ rows }: { readonly rows: ReturnType<typeof minesOf> }) {
  const { t } = useWords();
  return (
    <Card flush title={t('ledger.mines')} aside={rows.length}>
      {rows.length === 0 && <p className="card-row text-small">{t('ledger.noMines')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.mine} className="card-row">
            <div className="card-row-words">
              <p>{row.mine}</p>
              <p className="text-faint">{t('ledger.minesLine', { n: row.times, date: row.last })}</p>
            </div>
            <span className="text-small">{t('today.hydro', { type: t(`hydroTypes.${row.hydroType}`) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const instrumentColumns = (t: SpokenWords['t'], today: string): readonly Column<InstrumentRow>[] => [
  { key: 'model', title: t('ledger.columns.model'), cell: (row) => row.model },
  {
    key: 'serial',
    title: t('ledger.columns.serial'),
    cell: (row) => <span className="nowrap">{row.serialNumber}</span>,
  },
  { key: 'driver', title: t('ledger.columns.driver'), cell: (row) => row.driver },
  {
    key: 'certificate',
    title: t('ledger.columns.certificate'),
    cell: (row) => row.certificateNo || t('ledger.noCertificate'),
  },
  {
    key: 'until',
    title: t('ledger.columns.until'),
    cell: (row) => (
      <span className="cell-lines">
        <span className="nowrap">{row.certificateUntil ?? t('ledger.noCertificate')}</span>
        {row.certificateUntil !== null && row.certificateUntil < today && <UnknownTag words={t('ledger.ended')} />}
      </span>
    ),
  },
];

function Instruments({ rows }: { readonly rows: readonly InstrumentRow[] }) {
  const { t } = useWords();
  const { now } = useReach();
  return (
    <section className="ledger-instruments">
      <h2>{t('ledger.instruments')}</h2>
      {rows.length === 0 ? (
        <p className="text-small">{t('ledger.noInstruments')}</p>
      ) : (
        <PlainTable
          label={t('ledger.instruments')}
          rows={rows}
          rowKey={(row) => row.instrumentId}
          columns={instrumentColumns(t, isoDay(now()))}
        />
      )}
    </section>
  );
}
