import { Input } from 'antd';
import { useState } from 'react';
import type { SignatureDraft } from '../../../electron/ports/inspection-models.ts';
import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { SignaturePad, type Signed } from '../../parts/signature-pad.tsx';
import { useDeed, useSession } from '../../ports/questions.ts';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

interface Hand {
  readonly role: SignatureDraft['role'];
  readonly name: string;
  readonly certificateNo: string;
}

/** Each signature is saved as it is given; the order never waited for it. */
export function OrderSigning({ order, onBack }: { readonly order: WithdrawalView; readonly onBack: () => void }) {
  const { t } = useWords();
  const [signing, setSigning] = useState<Hand | null>(null);
  const { withdrawalId } = order;
  const put = useDeed((ports, signature: SignatureDraft) =>
    ports.recorder.ask('withdrawal/sign', { withdrawalId, ...signature }),
  );
  const keep = (hand: Hand, signed: Signed) => {
    const png = signed.kind === 'signed' ? signed.png : null;
    const refused = signed.kind === 'refused' ? { reason: signed.reason, witness: signed.witness } : null;
    void put.run({ ...hand, png, refused }).then((done) => done.ok && setSigning(null));
  };
  if (signing)
    return (
      <div className="signing">
        <Button icon="back" onPress={() => setSigning(null)}>
          {t('common.back')}
        </Button>
        <FaultLine fault={put.fault} />
        <SignaturePad
          name={signing.name}
          document={t('withdrawal.signDocument', { mine: order.mine })}
          mayRefuse={signing.role === 'unitHead'}
          onDone={(signed) => keep(signing, signed)}
        />
      </div>
    );
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onBack}>
          {t('common.back')}
        </Button>
        <h1>{t('withdrawal.signTitle')}</h1>
      </div>
      <Signers order={order} onSign={setSigning} />
    </div>
  );
}

function Signers({ order, onSign }: { readonly order: WithdrawalView; readonly onSign: (hand: Hand) => void }) {
  const { t } = useWords();
  const { sheet } = useCurrentInspection();
  const me = useSession().value?.person ?? null;
  const [head, setHead] = useState('');
  const officers = sheet.value?.summary.inspectionId === order.inspectionId ? sheet.value.summary.officers : [];
  const hands = officers.length > 0 ? officers : me ? [{ name: me.name, certificateNo: me.certificateNo }] : [];
  const signedAt = (name: string) => order.signatures.find((one) => one.name === name)?.at ?? null;
  const heads = order.signatures.filter(({ role }) => role === 'unitHead');
  return (
    <ul className="signers">
      {hands.map((hand) => {
        const at = signedAt(hand.name);
        return (
          <li key={hand.name} className="card-row">
            <strong className="signer-role">{t('check.signOff.officer')}</strong>
            <span className="card-row-words">
              {hand.name} {hand.certificateNo}
            </span>
            {at !== null && <span className="text-small">{clockTime(at)}</span>}
            <Button onPress={() => onSign({ role: 'officer', ...hand })}>
              {t(at === null ? 'check.signOff.sign' : 'check.signOff.again')}
            </Button>
          </li>
        );
      })}
      {heads.map(({ name, at, refused, signatureId }) => (
        <li key={signatureId} className="card-row">
          <strong className="signer-role">{t('withdrawal.siteHead')}</strong>
          <span className="card-row-words">
            {name} {refused && t('check.signOff.refused', refused)}
          </span>
          <span className="text-small">{clockTime(at)}</span>
        </li>
      ))}
      <li className="card-row">
        <strong className="signer-role">{t('withdrawal.siteHead')}</strong>
        <Input
          value={head}
          maxLength={40}
          aria-label={t('check.signOff.name')}
          placeholder={t('check.signOff.name')}
          onChange={(event) => setHead(event.target.value)}
        />
        <span className="card-row-words" />
        <Button
          disabled={head.trim() === ''}
          onPress={() => onSign({ role: 'unitHead', name: head.trim(), certificateNo: '' })}
        >
          {t(head.trim() === '' ? 'check.signOff.needsName' : 'check.signOff.sign')}
        </Button>
      </li>
    </ul>
  );
}
