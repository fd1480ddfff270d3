import { Input } from 'antd';
import { useState } from 'react';
import type { CertificateDraft } from '../../../../electron/ports/instrument-models.ts';
import type { InstrumentId } from '../../../../vocabulary/ids.ts';
import type { Certificate } from '../../../../vocabulary/instrument.ts';
import { isoDate } from '../../../../vocabulary/time.ts';
import { Button } from '../../../parts/button.tsx';
import { DayField } from '../../../parts/day-field.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { Field } from '../../../parts/field.tsx';
import { givenFile } from '../../../ports/files.ts';
import { useDeed } from '../../../ports/questions.ts';
import { useWords } from '../../../words/words.ts';
import { ScanField, tooBig } from './scan-field.tsx';

export interface CertificateFormProps {
  readonly instrumentId: InstrumentId;
  readonly change: CertificateDraft['change'];
  /** What is corrected; a renewal begins empty. */
  readonly before: Certificate | null;
  readonly onDone: () => void;
}

/** Number and days as they stand on the paper, and the paper itself. */
export function CertificateForm({ instrumentId, change, before, onDone }: CertificateFormProps) {
  const { t } = useWords();
  const [no, setNo] = useState(before?.no ?? '');
  const [from, setFrom] = useState<string>(before?.from ?? '');
  const [until, setUntil] = useState<string>(before?.until ?? '');
  const [file, setFile] = useState<File | null>(null);
  const put = useDeed((ports, draft: CertificateDraft) =>
    ports.recorder.ask('instrument/certificate', { instrumentId, ...draft }),
  );
  const end = isoDate.safeParse(until).data;
  const start = from === '' ? null : isoDate.safeParse(from).data;
  const turned = end !== undefined && start != null && start > end;
  const ready = no.trim() !== '' && end !== undefined && start !== undefined && !turned && !tooBig(file);
  const keep = async () => {
    if (!ready) return;
    const sent = file ? await givenFile(file) : null;
    const done = await put.run({ change, no: no.trim(), from: start, until: end, file: sent });
    if (done.ok) onDone();
  };
  return (
    <div className="register-form">
      <p className="text-small">{t(`register.certificate.${change}Why`)}</p>
      <Field label={t('register.certificate.no')}>
        {({ id }) => <Input id={id} maxLength={60} value={no} onChange={(event) => setNo(event.target.value)} />}
      </Field>
      <div className="register-pair">
        <DayField
          label={t('register.certificate.fromLabel')}
          hint={t('common.optional')}
          value={from}
          onChange={setFrom}
        />
        <DayField
          label={t('register.certificate.untilLabel')}
          hint={t('register.certificate.untilHint')}
          wrong={turned ? t('register.certificate.turned') : null}
          value={until}
          onChange={setUntil}
        />
      </div>
      <ScanField file={file} onFile={setFile} kept={before?.scan !== undefined} />
      <FaultLine fault={put.fault} />
      <div className="register-buttons">
        <Button kind="primary" disabled={!ready} busy={put.busy} onPress={() => void keep()}>
          {t('register.keep')}
        </Button>
        <Button onPress={onDone}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
