import type { GradeReason } from '../../vocabulary/evidence-grade.ts';
import { gradeReasonWords } from '../../vocabulary/grade-words.ts';
import { Mark } from '../marks/mark.tsx';
import { useWords } from '../words/words.ts';

/** Evidence or not, with every reason in words; `say` where the reasons have their days and figures. */
export function GradeMark({ reasons, say }: { readonly reasons: readonly GradeReason[]; readonly say?: string }) {
  const { t, pick } = useWords();
  const bad = reasons.length > 0;
  const why = say ?? reasons.map((one) => pick(gradeReasonWords[one])).join(t('common.listJoin'));
  return (
    <span className="cell-mark">
      <Mark kind={bad ? 'notEvidence' : 'ring'} size={20} />
      {bad ? t('register.grade.not', { why }) : t('register.grade.good')}
    </span>
  );
}
