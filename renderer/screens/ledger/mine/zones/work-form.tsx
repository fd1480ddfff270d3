import { useState } from 'react';
import { type Outline, type ZoneWork, zoneWork } from '../../../../../vocabulary/zone.ts';
import { Card } from '../../../../parts/card.tsx';
import { useDeed } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';
import { FormFoot } from '../form-foot.tsx';
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
      <FormFoot
        saving={put}
        missing={[[t('zones.workName'), name.trim() === '']]}
        disabled={!draft}
        words={t('zones.keep')}
        onCancel={() => onDone(null)}
        onKeep={() => draft && void put.run(draft).then((done) => done.ok && onDone(done.value.areaId))}
      />
    </Card>
  );
}
