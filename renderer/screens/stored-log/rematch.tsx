import { useState } from 'react';
import type { LogRematched, StoredFileRow } from '../../../electron/ports/log-models.ts';
import type { EntityId, InspectionId } from '../../../vocabulary/ids.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { groupDigits } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { ClockStep } from './clock-step.tsx';
import { zoneOf } from './import-model.ts';
import { InspectionField } from './match-step.tsx';
import { MatchView } from './match-view.tsx';
import type { Choice } from './use-import.ts';

/** A file of the record by a better offset or for another inspection: what was, what is, and how many rows moved. */
export function Rematch({ file, onDone }: { readonly file: StoredFileRow; readonly onDone: () => void }) {
  const { t } = useWords();
  const { now } = useReach();
  const [measurement, setMeasurement] = useState<EntityId | null>(null);
  const [inspectionId, setInspection] = useState<InspectionId | null>(file.inspectionId);
  const run = useDeed((ports, choice: Choice) => ports.recorder.ask('log/rematch', { file: file.file, ...choice }));
  const choice = { instrumentId: file.instrumentId, inspectionId, measurement };
  return (
    <>
      <div className="stored-log-body">
        <div className="stored-log-columns">
          <Card title={`${t('storedLog.rematched.title')}\u3000${file.name}`}>
            <p className="text-small">{t('storedLog.rematched.explain')}</p>
            <InspectionField chosen={inspectionId} onChoose={setInspection} />
          </Card>
          <ClockStep
            instrument={file.instrumentId}
            zone={zoneOf(now())}
            chosen={measurement}
            onChoose={setMeasurement}
          />
        </div>
        {run.value && <Outcome done={run.value} />}
      </div>
      <div className="stored-log-foot">
        <FaultLine fault={run.fault} />
        <Button onPress={onDone}>{t('storedLog.previous')}</Button>
        <Button kind="primary" busy={run.busy} onPress={() => void run.run(choice)}>
          {t('storedLog.rematched.run')}
        </Button>
      </div>
    </>
  );
}

function Outcome({ done }: { readonly done: LogRematched }) {
  const { t } = useWords();
  const words =
    done.moved === 0 ? t('storedLog.rematched.same') : t('storedLog.rematched.moved', { n: groupDigits(done.moved) });
  return (
    <Card title={t('storedLog.rematched.after')}>
      <p className="stored-log-sentence" role="status">
        <Mark kind="received" size={24} />
        <strong>{words}</strong>
      </p>
      {done.after && <MatchView match={done.after} />}
      {done.moved > 0 && done.before && (
        <>
          <h3>{t('storedLog.rematched.before')}</h3>
          <MatchView match={done.before} of={`${t('storedLog.rematched.before')} `} />
        </>
      )}
    </Card>
  );
}
