import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import { PrintedSheet } from '../../parts/printed-sheet.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';

/** The sheet itself, with its number or its mark; it prints at any time. */
export function OrderPrint({ order, onBack }: { readonly order: WithdrawalView; readonly onBack: () => void }) {
  const { t } = useWords();
  const { withdrawalId, savedAt } = order;
  const sheet = useQuestion(['inspection', 'withdrawal-sheet', withdrawalId, String(savedAt)], (ports) =>
    ports.recorder.ask('withdrawal/print', { withdrawalId }),
  );
  return <PrintedSheet title={t('withdrawal.title')} sheet={sheet} onBack={onBack} />;
}
