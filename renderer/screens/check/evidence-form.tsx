import { Input } from 'antd';
import { useState } from 'react';
import type { EvidenceKind } from '../../../rules/checklist/item.ts';
import { Button } from '../../parts/button.tsx';
import { VoiceButton } from '../../parts/capture/voice-button.tsx';
import { Field } from '../../parts/field.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import type { AddEvidence } from './use-add-evidence.ts';

export interface EvidenceFormProps {
  readonly kind: EvidenceKind;
  readonly add: AddEvidence;
  readonly onDone: () => void;
}

/** A document, a signed paper, what somebody said: a name, a text, and a file where there is one. */
export function EvidenceForm({ kind, add, onDone }: EvidenceFormProps) {
  const { t } = useWords();
  const { now } = useReach();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const said = kind === 'interview';
  const ready = text.trim() !== '' || file !== null;
  const keep = () => {
    if (!ready || add.busy) return;
    const written = text.trim();
    void add.note(kind, said ? '' : written, said ? written : '', file).then((done) => done && onDone());
  };
  const keepVoice = (sound: Blob, seconds: number) => {
    const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    const label = t('capture.voiceName', { time: clockTime(now()), length });
    void add.note(kind, label, text.trim(), new File([sound], 'voice', { type: sound.type }));
  };
  return (
    <div className="evidence-form">
      <Field
        label={t(said ? 'check.evidence.interviewText' : 'check.evidence.label')}
        hint={said ? t('capture.voiceHow') : undefined}
      >
        {({ id }) => (
          <Input
            id={id}
            autoFocus
            maxLength={said ? 4000 : 60}
            placeholder={said ? undefined : t('check.evidence.labelPlaceholder')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={keep}
            onKeyDown={(event) => event.key === 'Escape' && onDone()}
          />
        )}
      </Field>
      {!said && kind !== 'number' && (
        <FileButton inputLabel={t('check.evidence.file')} onFiles={([first]) => setFile(first ?? null)}>
          {file ? t('check.evidence.fileChosen', { name: file.name }) : t('check.evidence.file')}
        </FileButton>
      )}
      {said && <VoiceButton busy={add.busy} onNote={keepVoice} />}
      <Button disabled={!ready} busy={add.busy} onPress={keep}>
        {t('check.evidence.keep')}
      </Button>
    </div>
  );
}
