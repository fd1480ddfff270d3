import { useState } from 'react';
import type { StoredFileRow } from '../../../electron/ports/log-models.ts';
import type { EntityId, InspectionId, InstrumentId } from '../../../vocabulary/ids.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { useWords } from '../../words/words.ts';
import { ClockStep } from './clock-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import { zoneOf } from './import-model.ts';
import { InstrumentStep } from './instrument-step.tsx';
import { MatchStep } from './match-step.tsx';
import { Questions } from './questions.tsx';
import { Rematch } from './rematch.tsx';
import { Again, ChooseFile, Start } from './start-step.tsx';
import { type Importing, useImport } from './use-import.ts';
import './stored-log.css';

const STEPS = ['file', 'instrument', 'places'] as const;
type Step = (typeof STEPS)[number];

export interface ImportLogProps {
  /** Whose log it is, where the register has asked for it. */
  readonly instrument: InstrumentId | null;
  readonly onDone: () => void;
}

/** Give the file, say what only you can say, see which places it belongs to, and only then keep it. */
export function ImportLog({ instrument, onDone }: ImportLogProps) {
  const { t } = useWords();
  const importing = useImport();
  const [again, setAgain] = useState<StoredFileRow | null>(null);
  useKeys([{ key: 'Escape', words: t(instrument ? 'storedLog.backToInstrument' : 'storedLog.back'), run: onDone }]);
  const { preview, done } = importing;
  return (
    <div className="page stored-log">
      <div className="page-head">
        <Button icon="back" onPress={onDone}>
          {t(instrument ? 'storedLog.backToInstrument' : 'storedLog.back')}
        </Button>
        <div className="page-title">
          <h1>{t('storedLog.title')}</h1>
        </div>
        {preview && !again && (
          <ChooseFile importing={importing} words={t(done ? 'storedLog.done.another' : 'storedLog.chooseOther')} />
        )}
      </div>
      {again ? (
        <Rematch file={again} onDone={() => setAgain(null)} />
      ) : (
        <Flow key={preview?.draft} importing={importing} instrument={instrument} onRematch={setAgain} />
      )}
    </div>
  );
}

interface FlowProps {
  readonly importing: Importing;
  readonly instrument: InstrumentId | null;
  readonly onRematch: (file: StoredFileRow) => void;
}

function Flow({ importing, instrument, onRematch }: FlowProps) {
  const { preview, done } = importing;
  if (done && !done.again) return <DoneStep done={done} />;
  if (preview?.again) return <Again file={preview.again} onRematch={onRematch} />;
  if (preview) return <Steps importing={importing} wanted={instrument} />;
  return <Start importing={importing} onRematch={onRematch} />;
}

/** File, instrument and clock, places; a step opens when the one before is settled. */
function Steps({ importing, wanted }: { readonly importing: Importing; readonly wanted: InstrumentId | null }) {
  const { t } = useWords();
  const { now } = useReach();
  const { preview, settings } = importing;
  const current = useCurrentInspection().summary?.inspectionId ?? null;
  const [step, setStep] = useState<Step>('file');
  const [instrument, setInstrument] = useState<InstrumentId | null>(preview?.instrumentId ?? wanted);
  const [measurement, setMeasurement] = useState<EntityId | null>(null);
  const [inspection, setInspection] = useState<InspectionId | null | undefined>(undefined);
  if (!preview) return null;
  const inspectionId = inspection === undefined ? current : inspection;
  const choice = instrument && { instrumentId: instrument, inspectionId, measurement };
  const settled = { file: preview.questions.length === 0 && preview.counts.imported > 0, instrument: choice !== null };
  const open: Record<Step, boolean> = {
    file: true,
    instrument: settled.file,
    places: settled.file && settled.instrument,
  };
  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  return (
    <>
      <Tabs
        label={t('storedLog.steps.label')}
        options={STEPS.filter((one) => open[one]).map((value) => ({ value, words: t(`storedLog.steps.${value}`) }))}
        value={step}
        onChoose={setStep}
      />
      <div className="stored-log-body">
        {step === 'file' && (
          <FileStep preview={preview}>
            <Questions importing={importing} />
          </FileStep>
        )}
        {step === 'instrument' && (
          <div className="stored-log-columns">
            <InstrumentStep
              preview={preview}
              chosen={instrument}
              onChoose={(id) => {
                setInstrument(id);
                setMeasurement(null);
              }}
            />
            {instrument && (
              <ClockStep
                instrument={instrument}
                zone={typeof settings.zone === 'string' ? settings.zone : zoneOf(now())}
                chosen={measurement}
                onChoose={setMeasurement}
              />
            )}
          </div>
        )}
        {step === 'places' && choice && <MatchStep preview={preview} choice={choice} onInspection={setInspection} />}
      </div>
      <div className="stored-log-foot">
        <FaultLine fault={importing.fault} />
        {next ? (
          <Button kind="primary" iconAfter="next" disabled={!open[next]} onPress={() => setStep(next)}>
            {t('storedLog.next')}
          </Button>
        ) : (
          <Button kind="primary" busy={importing.busy} onPress={() => choice && importing.take(choice)}>
            {t('storedLog.import')}
          </Button>
        )}
      </div>
    </>
  );
}
