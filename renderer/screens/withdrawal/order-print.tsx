import { useRef } from 'react';
import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import { Button } from '../../parts/button.tsx';
import { FaultPlace } from '../../parts/fault-line.tsx';
import { Slow } from '../../parts/slow.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { useWords } from '../../words/words.ts';
import { withShippedFonts } from '../check/report-fonts.ts';

/** The sheet itself, with its number or its mark; it prints at any time. */
export function OrderPrint({ order, onBack }: { readonly order: WithdrawalView; readonly onBack: () => void }) {
  const { t } = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const { withdrawalId, savedAt } = order;
  const sheet = useQuestion(['inspection', 'withdrawal-sheet', withdrawalId, String(savedAt)], (ports) =>
    ports.recorder.ask('withdrawal/print', { withdrawalId }),
  );
  const print = () => frame.current?.contentWindow?.print();
  useKeys([{ key: 'Ctrl+p', words: t('withdrawal.printNow'), run: print }]);
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onBack}>
          {t('common.back')}
        </Button>
        <div className="page-title">
          <h1>{t('withdrawal.title')}</h1>
        </div>
        <Button kind="primary" icon="print" disabled={!sheet.value} onPress={print}>
          {t('withdrawal.printNow')}
        </Button>
      </div>
      {sheet.fault && <FaultPlace fault={sheet.fault} again={sheet.again} />}
      {!sheet.value && !sheet.fault && <Slow />}
      {sheet.value && (
        <iframe
          ref={frame}
          className="report-sheet"
          title={sheet.value.title}
          sandbox="allow-same-origin allow-modals"
          srcDoc={withShippedFonts(sheet.value.html, document)}
        />
      )}
    </div>
  );
}
