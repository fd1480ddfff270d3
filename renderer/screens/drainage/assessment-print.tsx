import type { AssessmentRow } from '../../../electron/ports/assessment-models.ts';
import { PrintedSheet } from '../../parts/printed-sheet.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';

export interface AssessmentPrintProps {
  readonly assessmentId: AssessmentRow['assessmentId'];
  readonly onBack: () => void;
}

/** The report of one unit on paper: what is unknown or not looked up yet stands on it as such. */
export function AssessmentPrint({ assessmentId, onBack }: AssessmentPrintProps) {
  const { t } = useWords();
  const sheet = useQuestion(['assessment', 'print', assessmentId], (ports) =>
    ports.recorder.ask('assessment/print', { assessmentId }),
  );
  return <PrintedSheet title={t('drainage.report')} sheet={sheet} onBack={onBack} />;
}
