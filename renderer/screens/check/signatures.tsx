import { Input } from 'antd';
import { useState } from 'react';
import type { InspectionSheet, SignatureDraft } from '../../../electron/ports/inspection-models.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { SignaturePad } from '../../parts/signature-pad.tsx';
import { useDeed, useSession } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { maySignElsewhere, type Signer, signaturesOf, signersOf, unsigned } from './sign-model.ts';

export interface SignaturesProps {
  readonly sheet: InspectionSheet;
  readonly gaps: readonly { readonly itemId: string; readonly placeId: string | null; readonly reason: string }[];
  readonly onBack: () => void;
  readonly onSealed: (sealedTo: number) => void;
}

/** Each officer and the head of the unit on the whole screen, one after the other; then the seal. */
export function Signatures({ sheet, gaps, onBack, onSealed }: SignaturesProps) {
  const { t } = useWords();
  const { inspectionId, mine, date } = sheet.summary;
  const [signers, setSigners] = useState(() => signersOf(sheet));
  const [signing, setSigning] = useState<number | null>(null);
  const change = (row: number, part: Partial<Signer>) =>
    setSigners((before) => before.map((one) => (one.row === row ? { ...one, ...part } : one)));
  const seal = useDeed((ports, signatures: readonly SignatureDraft[]) =>
    ports.recorder.ask('signoff/sign', { inspectionId, gaps: [...gaps], signatures: [...signatures] }),
  );
  const me = useSession().value?.person ?? undefined;
  const current = signers.find((one) => one.row === signing);
  if (current)
    return (
      <div className="signing">
        <h1 className="visually-hidden">{t('check.signOff.document', { mine, date })}</h1>
        <Button icon="back" onPress={() => setSigning(null)}>
          {t('common.back')}
        </Button>
        <SignaturePad
          name={current.name}
          document={t('check.signOff.document', { mine, date })}
          mayRefuse={current.role === 'unitHead'}
          onDone={(signed) => {
            change(current.row, { signed });
            setSigning(null);
          }}
        />
      </div>
    );
  const missing = unsigned(signers).map((one) => one.name || t(`check.signOff.${one.role}`));
  const officers = signers.filter((one) => one.role === 'officer');
  const addOfficer = () =>
    setSigners((before) => [
      ...before.filter((one) => one.role === 'officer'),
      { row: before.length + 10, role: 'officer', name: '', certificateNo: '', signed: null },
      ...before.filter((one) => one.role === 'unitHead'),
    ]);
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onBack}>
          {t('common.back')}
        </Button>
        <div className="page-title">
          <h1>{t('check.signOff.signers')}</h1>
        </div>
        <span className="text-small" id="sign-missing">
          {missing.length > 0 && t('check.signOff.missing', { list: missing.join(t('common.listJoin')) })}
        </span>
        <Button
          kind="primary"
          disabled={missing.length > 0}
          busy={seal.busy}
          describedBy="sign-missing"
          onPress={() => void seal.run(signaturesOf(signers)).then((done) => done.ok && onSealed(done.value.sealedTo))}
        >
          {t(seal.busy ? 'check.signOff.sealing' : 'check.signOff.seal')}
        </Button>
      </div>
      <FaultLine fault={seal.fault} />
      {officers.length < 2 && <p className="text-small">{t('check.signOff.oneOfficer')}</p>}
      <ul className="signers">
        {signers.map((signer) => (
          <SignerRow
            key={signer.row}
            signer={signer}
            mayElsewhere={maySignElsewhere(signer, me)}
            onChange={(part) => change(signer.row, part)}
            onSign={() => setSigning(signer.row)}
          />
        ))}
      </ul>
      <Button icon="plus" onPress={addOfficer}>
        {t('check.signOff.addOfficer')}
      </Button>
    </div>
  );
}

interface SignerRowProps {
  readonly signer: Signer;
  readonly mayElsewhere: boolean;
  readonly onChange: (part: Partial<Signer>) => void;
  readonly onSign: () => void;
}

function SignerRow({ signer, mayElsewhere, onChange, onSign }: SignerRowProps) {
  const { t } = useWords();
  const { signed, role } = signer;
  return (
    <li className="card-row">
      <strong className="signer-role">{t(`check.signOff.${role}`)}</strong>
      <Input
        value={signer.name}
        maxLength={40}
        aria-label={t('check.signOff.name')}
        placeholder={t('check.signOff.name')}
        onChange={(event) => onChange({ name: event.target.value, signed: null })}
      />
      {role === 'officer' && (
        <Input
          value={signer.certificateNo}
          maxLength={40}
          aria-label={t('check.signOff.certificateNo')}
          placeholder={t('check.signOff.certificateNo')}
          onChange={(event) => onChange({ certificateNo: event.target.value })}
        />
      )}
      <div className="card-row-words">
        {signed?.kind === 'signed' && (
          <img
            className="signer-thumb"
            alt={t('check.signOff.thumb', { name: signer.name })}
            src={`data:image/png;base64,${signed.png}`}
          />
        )}
        {signed?.kind === 'elsewhere' && <p>{t('check.signOff.elsewhere')}</p>}
        {signed?.kind === 'refused' && <p>{t('check.signOff.refused', signed)}</p>}
      </div>
      {mayElsewhere && signed === null && (
        <Button kind="quiet" onPress={() => onChange({ signed: { kind: 'elsewhere' } })}>
          {t('check.signOff.toElsewhere')}
        </Button>
      )}
      <Button disabled={signer.name.trim() === ''} onPress={onSign}>
        {t(
          signer.name.trim() === ''
            ? 'check.signOff.needsName'
            : signed && signed.kind !== 'elsewhere'
              ? 'check.signOff.again'
              : 'check.signOff.sign',
        )}
      </Button>
    </li>
  );
}
