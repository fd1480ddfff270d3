import { Input } from 'antd';
import { useState } from 'react';
import type { EvidenceKind } from '../../../rules/checklist/item.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { FileButton } from '../../parts/file-button.tsx';
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
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const said = kind === 'interview';
  const ready = text.trim() !== '' || file !== null;
  const keep = () => {
    if (!ready || add.busy) return;
    const written = text.trim();
    void add.note(kind, said ? '' : written, said ? written : '', file).then((done) => done && onDone());
  };
  return (
    <div className="evidence-form">
      <Field label={t(said ? 'check.evidence.interviewText' : 'check.evidence.label')}>
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
      <Button disabled={!ready} busy={add.busy} onPress={keep}>
        {t('check.evidence.keep')}
      </Button>
    </div>
  );
}
