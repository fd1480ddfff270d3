import type { Counts } from '../../electron/ports/inspection-models.ts';
import { Mark } from '../marks/mark.tsx';
import type { MarkKind } from '../marks/mark-kind.ts';
import { useWords } from '../words/words.ts';
import './progress-bar.css';

const order = ['pass', 'notApplicable', 'fail', 'unknown'] as const;
const legend = ['pass', 'notApplicable', 'fail', 'unknown', 'unanswered'] as const satisfies readonly MarkKind[];

/** How many rows stand how: answered from the left, unknown striped, the rest empty. */
export function ProgressBar({ counts, words = true }: { readonly counts: Counts; readonly words?: boolean }) {
  const { t } = useWords();
  return (
    <div>
      <div className="progress-bar" role="img" aria-label={t('today.counts', { ...counts })}>
        {order.map(
          (kind) => counts[kind] > 0 && <span key={kind} data-part={kind} style={{ flexGrow: counts[kind] }} />,
        )}
        {counts.unanswered > 0 && <span data-part="unanswered" style={{ flexGrow: counts.unanswered }} />}
      </div>
      {words && (
        <ul className="progress-words">
          {legend.map((kind) => (
            <li key={kind}>
              <Mark kind={kind} size={18} quiet={counts[kind] === 0} />
              {t(`marks.${kind}`)} {counts[kind]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
