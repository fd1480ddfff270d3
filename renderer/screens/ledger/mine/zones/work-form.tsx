import { useState } from 'react';
import { type Outline, type ZoneWork, zoneWork } from '../../../../../vocabulary/zone.ts';
import { Button } from '../../../../parts/button.tsx';
import { Card } from '../../../../parts/card.tsx';
import { FaultLine } from '../../../../parts/fault-line.tsx';
import { useDeed } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';
import { FormMissing } from '../form-missing.tsx';
import { TextField } from '../text-field.tsx';

export interface WorkFormProps {
  readonly mine: string;
  readonly outline: Outline;
  readonly onDone: (areaId: string | null) => void;
}

/** What a face that was just drawn is called. */
export function WorkForm({ mine, outline, onDone }: WorkFormProps) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const put = useDeed((ports, work: ZoneWork) => ports.recorder.ask('zone/put-work', { areaId: null, work }));
  const draft = zoneWork.safeParse({ mine, name, outline_dm: outline }).data;
  return (
    <Card title={t('zones.addWork')} grow>
      <div className="mine-form">
        <TextField label={t('zones.workName')} value={name} onChange={setName} />
      </div>
      <FaultLine fault={put.fault} />
      <div className="mine-buttons">
        <FormMissing id="work-missing" fields={[[t('zones.workName'), name.trim() === '']]} />
        <Button onPress={() => onDone(null)}>{t('common.cancel')}</Button>
        <Button
          kind="primary"
          describedBy="work-missing"
          disabled={!draft}
          busy={put.busy}
          onPress={() => draft && void put.run(draft).then((done) => done.ok && onDone(done.value.areaId))}
        >
          {t('zones.keep')}
        </Button>
      </div>
    </Card>
  );
}
