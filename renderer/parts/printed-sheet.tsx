import { useRef } from 'react';
import type { Fault } from '../../vocabulary/fault.ts';
import { withShippedFonts } from '../screens/check/report-fonts.ts';
import { useKeys } from '../shell/use-keys.ts';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { FaultPlace } from './fault-line.tsx';
import { Slow } from './slow.tsx';

export interface PrintedSheetProps {
  readonly title: string;
  readonly sheet: {
    readonly value: { readonly html: string; readonly title: string } | undefined;
    readonly fault: Fault | null;
    readonly again: () => void;
  };
  readonly onBack: () => void;
}

/** A paper as it will be printed. The frame runs no script and reaches nothing but the fonts of this page. */
export function PrintedSheet({ title, sheet, onBack }: PrintedSheetProps) {
  const { t } = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const print = () => frame.current?.contentWindow?.print();
  useKeys([
    { key: 'Ctrl+p', words: t('common.print'), run: print },
    { key: 'Escape', words: t('common.back'), run: onBack },
  ]);
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onBack}>
          {t('common.back')}
        </Button>
        <div className="page-title">
          <h1>{title}</h1>
        </div>
        <Button kind="primary" icon="print" disabled={!sheet.value} onPress={print}>
          {t('common.print')}
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
