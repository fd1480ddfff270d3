import { Input } from 'antd';
import { useState } from 'react';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { saveAs } from '../../ports/files.ts';
import { useDeed, useQuestion } from '../../ports/questions.ts';
import { fullDate } from '../../words/format.ts';
import { principalFrom, shortPrincipal } from '../../words/principal.ts';
import { roleWords } from '../../words/role-words.ts';
import { useWords } from '../../words/words.ts';
import './enrol.css';

interface Chosen {
  readonly name: string;
  readonly text: string;
}

export interface EnrolProps {
  readonly principal: string | null;
  readonly onTaken: () => void;
}

/** Request out, certificate in: the key stays here, the province signs its public half, a person compares the paper. */
export function Enrol({ principal, onTaken }: EnrolProps) {
  return (
    <div className="enrol">
      <Request principal={principal} />
      <Take onTaken={onTaken} />
    </div>
  );
}

function Request({ principal }: { readonly principal: string | null }) {
  const { t } = useWords();
  const [name, setName] = useState(shortPrincipal(principal ?? ''));
  const request = useDeed((ports, ask: { principal: string }) => ports.recorder.ask('identity/request', ask));
  const wanted = principalFrom(name);
  const save = () =>
    wanted !== null &&
    void request
      .run({ principal: wanted })
      .then((done) => done.ok && saveAs(done.value.name, [done.value.text], 'text/plain'));
  return (
    <section>
      <h3>{t('firstRun.identity.requestStep')}</h3>
      <p className="text-small">{t('firstRun.identity.requestWhy')}</p>
      <Field
        label={t('firstRun.identity.principal')}
        hint={
          request.value
            ? t('firstRun.identity.requested', { name: request.value.name })
            : t('firstRun.identity.principalHint')
        }
        wrong={name.trim() !== '' && wanted === null ? t('firstRun.identity.principalHint') : null}
      >
        {({ id, describedBy }) => (
          <div className="enrol-line">
            <Input
              id={id}
              aria-describedby={describedBy}
              maxLength={60}
              value={name}
              placeholder={t('firstRun.identity.principalPlaceholder')}
              onChange={(event) => setName(event.target.value)}
            />
            <Button disabled={wanted === null} busy={request.busy} onPress={save}>
              {t('firstRun.identity.request')}
            </Button>
          </div>
        )}
      </Field>
      <FaultLine fault={request.fault} />
    </section>
  );
}

const readFile = async (files: readonly File[]): Promise<Chosen | null> => {
  const [file] = files;
  return file ? { name: file.name, text: await file.text() } : null;
};

function Take({ onTaken }: { readonly onTaken: () => void }) {
  const { t } = useWords();
  const [certificate, setCertificate] = useState<Chosen | null>(null);
  const [signers, setSigners] = useState<Chosen | null>(null);
  const choose = (take: (chosen: Chosen | null) => void) => (files: readonly File[]) => void readFile(files).then(take);
  const rows = [
    { words: t('firstRun.identity.certificateFile'), chosen: certificate, take: setCertificate },
    { words: t('firstRun.identity.signersFile'), chosen: signers, take: setSigners },
  ];
  return (
    <section>
      <h3>{t('firstRun.identity.filesStep')}</h3>
      <ul className="enrol-files">
        {rows.map((row) => (
          <li key={row.words}>
            <Mark kind={row.chosen ? 'saved' : 'unanswered'} />
            <span className="card-row-words">
              {row.words}
              <span className="text-faint">
                {row.chosen && t('firstRun.identity.chosen', { name: row.chosen.name })}
              </span>
            </span>
            <FileButton inputLabel={row.words} onFiles={choose(row.take)}>
              {t('common.choose')}
            </FileButton>
          </li>
        ))}
      </ul>
      {certificate && signers && <Compare certificate={certificate.text} signers={signers.text} onTaken={onTaken} />}
    </section>
  );
}

/** What the files say, shown before anything is taken; the fingerprint is compared with the paper. */
function Compare(props: { readonly certificate: string; readonly signers: string; readonly onTaken: () => void }) {
  const { t, language } = useWords();
  const files = { certificate: props.certificate, signers: props.signers };
  const [same, setSame] = useState(false);
  const preview = useQuestion(['session', 'preview', files.certificate, files.signers], (ports) =>
    ports.recorder.ask('identity/preview', files),
  );
  const enrol = useDeed((ports, fingerprint: string) =>
    ports.recorder.ask('identity/enrol', { ...files, fingerprint }),
  );
  const seen = preview.value;
  if (!seen) return <FaultLine fault={preview.fault} />;
  const role = roleWords(t, seen.role);
  return (
    <div className="enrol-preview">
      <p className="enrol-line">
        <Mark kind="sealed" size={28} />
        <span className="card-row-words">
          <strong>{shortPrincipal(seen.principal)}</strong>
          <span className="text-small">
            {t('firstRun.identity.until', { role, date: fullDate(seen.validBefore, language) })}
          </span>
        </span>
        <span className="text-small">{t('firstRun.identity.read')}</span>
      </p>
      {!seen.fitsThisDevice && (
        <p className="enrol-line">
          <Mark kind="refused" /> {t('firstRun.identity.notThis')}
        </p>
      )}
      <p className="text-small">{t('firstRun.identity.authority')}</p>
      <p className="mono-id enrol-fingerprint">{seen.authorityFingerprint}</p>
      <p className="text-small">{t('firstRun.identity.compare')}</p>
      <div className="enrol-line">
        <Button pressed={same} disabled={!seen.fitsThisDevice} onPress={() => setSame(!same)}>
          {t('firstRun.identity.same')}
        </Button>
        <Button
          disabled={!same || !seen.fitsThisDevice}
          busy={enrol.busy}
          onPress={() => void enrol.run(seen.authorityFingerprint).then((done) => done.ok && props.onTaken())}
        >
          {enrol.busy ? t('common.working') : t('firstRun.identity.take')}
        </Button>
      </div>
      <FaultLine fault={enrol.fault} />
    </div>
  );
}
