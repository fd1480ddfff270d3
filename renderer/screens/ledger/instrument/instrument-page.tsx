import type { InstrumentRow } from '../../../../electron/ports/recorder-port.ts';
import { Button } from '../../../parts/button.tsx';
import { Page } from '../../../parts/page.tsx';
import { useReach } from '../../../ports/ports-context.tsx';
import { useQuestion, useSession } from '../../../ports/questions.ts';
import { useKeys } from '../../../shell/use-keys.ts';
import { isoDay } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';
import type { GradedInstrument } from '../graded.ts';
import { freshEntry } from './calibration-draft.ts';
import { CalibrationsCard } from './calibrations-card.tsx';
import { CertificateCard } from './certificate-card.tsx';
import { GradeCard } from './grade-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { LabelCard } from './label-card.tsx';
import { PhotosCard } from './photos-card.tsx';
import './instrument.css';

export interface InstrumentPageProps {
  readonly one: GradedInstrument;
  readonly onBack: () => void;
}

/** One instrument: what its readings are worth and why, its papers, calibrations, photos, and all that was ever written of it. */
export function InstrumentPage({ one, onBack }: InstrumentPageProps) {
  const { t } = useWords();
  const { row, gases } = one;
  const page = usePage(row);
  const today = isoDay(useReach().now());
  const me = useSession().value?.person?.name ?? '';
  useKeys([{ key: 'Escape', words: t('list.toList'), run: onBack }]);
  return (
    <Page
      title={`${row.model}　${row.serialNumber}`}
      aside={
        <Button icon="back" onPress={onBack}>
          {t('list.toList')}
        </Button>
      }
      fault={page.fault}
      again={page.again}
      ready={page.value !== undefined}
    >
      {page.value && (
        <div className="instrument-page">
          <GradeCard gases={gases} />
          <div className="instrument-stack">
            <CertificateCard instrumentId={row.instrumentId} page={page.value} />
            <LabelCard row={row} principle={page.value.file.principle} />
          </div>
          <div className="instrument-wide">
            <CalibrationsCard
              instrumentId={row.instrumentId}
              page={page.value}
              gases={gases}
              fresh={freshEntry(gases[0]?.gas ?? 'CH4', today, me)}
            />
          </div>
          <PhotosCard instrumentId={row.instrumentId} page={page.value} />
          <HistoryCard rows={page.value.history} />
        </div>
      )}
    </Page>
  );
}

const usePage = ({ instrumentId }: InstrumentRow) =>
  useQuestion(['instrument', 'page', instrumentId], (ports) => ports.recorder.ask('instrument/page', { instrumentId }));
