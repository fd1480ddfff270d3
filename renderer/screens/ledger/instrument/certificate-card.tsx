import { useState } from 'react';
import type { InstrumentPage } from '../../../../electron/ports/instrument-models.ts';
import type { InstrumentId } from '../../../../vocabulary/ids.ts';
import type { Certificate } from '../../../../vocabulary/instrument.ts';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { useWords } from '../../../words/words.ts';
import { CertificateForm } from './certificate-form.tsx';
import { ScanButton } from './scan-button.tsx';

export interface CertificateCardProps {
  readonly instrumentId: InstrumentId;
  readonly page: InstrumentPage;
}

/** The certificate in use and those before it. */
export function CertificateCard({ instrumentId, page }: CertificateCardProps) {
  const { t } = useWords();
  const [form, setForm] = useState<'renew' | 'correct' | null>(null);
  const { certificate } = page;
  const earlier = page.file.certificates.filter((one) => one !== certificate && one.no !== certificate?.no);
  const done = () => setForm(null);
  return (
    <Card title={t('ledger.columns.certificate')}>
      {certificate ? <Paper paper={certificate} /> : <p>{t('register.certificate.none')}</p>}
      {earlier.length > 0 && (
        <details className="earlier-papers">
          <summary>{t('register.certificate.earlier', { n: earlier.length })}</summary>
          {earlier.map((one) => (
            <Paper key={one.no} paper={one} />
          ))}
        </details>
      )}
      {form === null ? (
        <div className="register-buttons">
          <Button icon="plus" onPress={() => setForm('renew')}>
            {t(certificate ? 'register.certificate.renew' : 'register.certificate.add')}
          </Button>
          {certificate && <Button onPress={() => setForm('correct')}>{t('register.correct')}</Button>}
        </div>
      ) : (
        <CertificateForm
          key={form}
          instrumentId={instrumentId}
          change={form}
          before={form === 'correct' ? certificate : null}
          onDone={done}
        />
      )}
    </Card>
  );
}

function Paper({ paper }: { readonly paper: Certificate }) {
  const { t } = useWords();
  return (
    <div className="register-paper">
      <p>
        <strong>{paper.no}</strong>
        <span className="text-small">
          {paper.from && `　${t('register.certificate.from', { date: paper.from })}`}
          {`　${paper.until === null ? t('register.certificate.noUntil') : t('register.certificate.until', { date: paper.until })}`}
        </span>
      </p>
      {paper.scan && <ScanButton scan={paper.scan} label={`${t('ledger.columns.certificate')}　${paper.no}`} />}
    </div>
  );
}
