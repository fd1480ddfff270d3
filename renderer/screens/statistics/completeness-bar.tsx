import type { Completeness } from '../../../rules/checklist/completeness.ts';
import { useWords } from '../../words/words.ts';
import '../../parts/progress-bar.css';

/** How each state of the bar of answers is drawn: clear filled, left out faint, unclear striped, undone empty. */
const parts = [
  ['settled', 'pass'],
  ['excluded', 'notApplicable'],
  ['unclear', 'unknown'],
  ['missing', 'unanswered'],
] as const;

export function CompletenessBar({ counts }: { readonly counts: Completeness }) {
  const { t } = useWords();
  return (
    <span className="progress-bar" role="img" aria-label={t('statistics.line', { ...counts })}>
      {parts.map(
        ([part, drawn]) => counts[part] > 0 && <span key={part} data-part={drawn} style={{ flexGrow: counts[part] }} />,
      )}
    </span>
  );
}
