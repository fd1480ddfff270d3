import type { GradeReason } from '../../vocabulary/evidence-grade.ts';
import { gradeReasonWords } from '../../vocabulary/grade-words.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import { Mark } from '../marks/mark.tsx';
import { useWords } from '../words/words.ts';
import { WithLimits } from './with-limits.tsx';

export interface GradeMarkProps {
  readonly reasons: readonly GradeReason[];
  /** Where the reasons have their days and figures, the limits among them marked. */
  readonly say?: string;
  readonly citations?: readonly Citation[];
}

/** Evidence or not, with every reason in words. */
export function GradeMark({ reasons, say, citations = [] }: GradeMarkProps) {
  const { t, pick } = useWords();
  const bad = reasons.length > 0;
  const why = say ?? reasons.map((one) => pick(gradeReasonWords[one])).join(t('common.listJoin'));
  return (
    <span className="cell-mark">
      <Mark kind={bad ? 'notEvidence' : 'ring'} size={20} />
      {bad ? (
        <span>
          <WithLimits words={t('register.grade.not', { why })} citations={citations} />
        </span>
      ) : (
        t('register.grade.good')
      )}
    </span>
  );
}
