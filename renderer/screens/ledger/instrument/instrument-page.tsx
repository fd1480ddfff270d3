import { useState } from 'react';
import type { InstrumentRow } from '../../../../electron/ports/instrument-models.ts';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { Page } from '../../../parts/page.tsx';
import { useReach } from '../../../ports/ports-context.tsx';
import { useQuestion, useSession } from '../../../ports/questions.ts';
import { useNavigation } from '../../../shell/navigation.tsx';
import { useKeys } from '../../../shell/use-keys.ts';
import { isoDay } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';
import { StoredEvents } from '../../stored-log/stored-events.tsx';
import type { GradedInstrument } from '../graded.ts';
import { type Entry, entryOf, freshEntry } from './calibration-draft.ts';
import { CalibrationForm } from './calibration-form.tsx';
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
  const { go } = useNavigation();
  const today = isoDay(useReach().now());
  const me = useSession().value?.person?.name ?? '';
  const [form, setForm] = useState<Entry | null>(null);
  const name = `${row.model}　${row.serialNumber}`;
  const doing = t(form?.calibrationId ? 'register.calibrations.correct' : 'register.calibrations.add');
  const closeForm = () => setForm(null);
  useKeys([{ key: 'Escape', words: t('list.toList'), run: form ? closeForm : onBack }]);
  return (
    <Page
      title={form ? `${doing}　${name}` : name}
      back={
        <Button icon="back" onPress={onBack}>
          {t('list.toList')}
        </Button>
      }
      aside={
        <Button icon="folder" onPress={() => go('live', { focus: `import/${row.instrumentId}` })}>
          {t('storedLog.open')}
        </Button>
      }
      fault={page.fault}
      again={page.again}
      ready={page.value !== undefined}
    >
      {page.value && form && (
        <Card label={doing} grow>
          <CalibrationForm
            instrumentId={row.instrumentId}
            start={form}
            gases={gases.map(({ gas }) => gas)}
            principle={page.value.file.principle}
            kept={page.value.calibrations.some((made) => made.calibrationId === form.calibrationId && made.entry.scan)}
            onDone={closeForm}
          />
        </Card>
      )}
      {page.value && !form && (
        <div className="instrument-page">
          <GradeCard gases={gases} />
          <div className="instrument-stack">
            <CertificateCard instrumentId={row.instrumentId} page={page.value} />
            <LabelCard row={row} principle={page.value.file.principle} />
          </div>
          <div className="instrument-wide">
            <CalibrationsCard
              page={page.value}
              onAdd={() => setForm(freshEntry(gases[0]?.gas ?? 'CH4', today, me))}
              onCorrect={({ calibrationId, entry }) => setForm(entryOf(calibrationId, entry))}
            />
          </div>
          <PhotosCard instrumentId={row.instrumentId} page={page.value} />
          <StoredEvents instrumentId={row.instrumentId} />
          <HistoryCard rows={page.value.history} />
        </div>
      )}
    </Page>
  );
}

const usePage = ({ instrumentId }: InstrumentRow) =>
  useQuestion(['instrument', 'page', instrumentId], (ports) => ports.recorder.ask('instrument/page', { instrumentId }));
