import { Input } from 'antd';
import { useState } from 'react';
import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';

/** An order given in error: it is void from now on and stays in the record with the reason. */
export function VoidForm({ order, onBack }: { readonly order: WithdrawalView; readonly onBack: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const { withdrawalId } = order;
  const put = useDeed((ports, voidFor: string) => ports.recorder.ask('withdrawal/change', { withdrawalId, voidFor }));
  return (
    <div className="withdrawal-void">
      <p className="text-small">{t('withdrawal.voidHow')}</p>
      <Input
        autoFocus
        value={reason}
        maxLength={500}
        aria-label={t('withdrawal.voidReason')}
        placeholder={t('withdrawal.voidReason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        disabled={reason.trim() === ''}
        busy={put.busy}
        onPress={() => void put.run(reason).then((done) => done.ok && onBack())}
      >
        {t('withdrawal.voidKeep')}
      </Button>
      <Button kind="quiet" onPress={onBack}>
        {t('common.back')}
      </Button>
      <FaultLine fault={put.fault} />
    </div>
  );
}
