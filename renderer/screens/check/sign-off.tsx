import { useCallback, useState } from 'react';
import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FaultPlace } from '../../parts/fault-line.tsx';
import { Slow } from '../../parts/slow.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { useKeys } from '../../shell/use-keys.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { ReportPreview } from './report-preview.tsx';
import { SignArticles } from './sign-articles.tsx';
import { SignBlocks } from './sign-blocks.tsx';
import { unreasoned } from './sign-model.ts';
import { Signatures } from './signatures.tsx';
import './sign-off.css';

export interface SignOffProps {
  readonly sheet: InspectionSheet;
  readonly onSee: (row: Pick<SheetRow, 'itemId' | 'placeId'>) => void;
  readonly onBack: () => void;
}

/** What is open by name, a reason for each, the signatures, the seal. */
export function SignOff({ sheet, onSee, onBack }: SignOffProps) {
  const { t } = useWords();
  const { inspectionId, signedAt } = sheet.summary;
  const { go } = useNavigation();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const giveReason = useCallback(
    (key: string, reason: string) => setReasons((before) => ({ ...before, [key]: reason })),
    [],
  );
  const [step, setStep] = useState<'blocks' | 'signatures' | 'report'>('blocks');
  const [sealedTo, setSealedTo] = useState<number | null>(null);
  useKeys([{ key: 'Escape', words: t('check.signOff.back'), run: onBack }]);
  const check = useQuestion(['inspection', 'sign-blocks', inspectionId], (ports) =>
    ports.recorder.ask('signoff/check', { inspectionId }),
  );
  if (step === 'report') return <ReportPreview inspectionId={inspectionId} onBack={() => setStep('blocks')} />;
  const report = (
    <>
      <Button onPress={() => go('settings', { focus: 'rejudge', inspectionId })}>{t('rejudge.title')}</Button>
      <Button icon="document" onPress={() => setStep('report')}>
        {t('check.signOff.report')}
      </Button>
    </>
  );
  if (signedAt !== null)
    return (
      <Sealed
        signedAt={signedAt}
        signoffs={sheet.signoffs}
        sealedTo={sealedTo}
        report={report}
        articles={<SignArticles inspectionId={inspectionId} />}
        onBack={onBack}
      />
    );
  if (check.fault) return <FaultPlace fault={check.fault} again={check.again} />;
  if (!check.value) return <Slow />;
  const blocks = check.value;
  if (step === 'signatures')
    return (
      <Signatures
        sheet={sheet}
        gaps={blocks.map((block) => ({
          itemId: block.itemId,
          placeId: block.placeId,
          reason: reasons[`${block.itemId}@${block.placeId ?? ''}`] ?? '',
        }))}
        onBack={() => setStep('blocks')}
        onSealed={setSealedTo}
      />
    );
  const left = unreasoned(blocks, reasons).length;
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onBack}>
          {t('check.signOff.back')}
        </Button>
        <div className="page-title">
          <h1>{t('check.signOff.title')}</h1>
        </div>
        {left > 0 && <span className="text-small">{t('check.signOff.left', { n: left })}</span>}
        {report}
        <Button kind="primary" iconAfter="next" disabled={left > 0} onPress={() => setStep('signatures')}>
          {t('check.signOff.toSign')}
        </Button>
      </div>
      <SignedBy signoffs={sheet.signoffs} />
      <SignArticles inspectionId={inspectionId} />
      <SignBlocks sheet={sheet} blocks={blocks} reasons={reasons} onReason={giveReason} onSee={onSee} />
    </div>
  );
}

/** Who signed, each for what their tablet held; another officer's signing closes nothing here. */
function SignedBy({ signoffs }: Pick<InspectionSheet, 'signoffs'>) {
  const { t } = useWords();
  if (signoffs.length === 0) return null;
  return (
    <ul className="signed-by">
      {signoffs.map(({ by, at, gaps }) => (
        <li key={`${by} ${at}`}>
          <Mark kind="sealed" size={20} />{' '}
          {t(gaps > 0 ? 'check.signOff.signedByWithGaps' : 'check.signOff.signedBy', {
            by,
            time: clockTime(at),
            n: gaps,
          })}
        </li>
      ))}
    </ul>
  );
}

interface SealedProps {
  readonly signedAt: number;
  readonly signoffs: InspectionSheet['signoffs'];
  readonly sealedTo: number | null;
  readonly report: React.ReactNode;
  /** What keeps its papers drafts. */
  readonly articles: React.ReactNode;
  readonly onBack: () => void;
}

/** Signed and sealed: what is safe, and what comes next. */
function Sealed({ signedAt, signoffs, sealedTo, report, articles, onBack }: SealedProps) {
  const { t } = useWords();
  const { go } = useNavigation();
  const words =
    sealedTo === null ? t('check.signedLocked') : t('check.signOff.done', { time: clockTime(signedAt), seq: sealedTo });
  return (
    <div className="sealed">
      <Mark kind="sealed" size={56} />
      <EmptyState words={`${words}${t('check.signOff.doneHow')}`}>
        <Button onPress={onBack}>{t('check.signOff.back')}</Button>
        {report}
        <Button kind="primary" size="big" iconAfter="next" onPress={() => go('exchange', { focus: 'out' })}>
          {t('check.signOff.hand')}
        </Button>
      </EmptyState>
      {signoffs.length > 1 && <SignedBy signoffs={signoffs} />}
      {articles}
    </div>
  );
}
