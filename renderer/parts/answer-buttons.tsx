import type { Outcome } from '../../electron/ports/inspection-models.ts';
import type { Severity } from '../../vocabulary/verdict.ts';
import { Mark } from '../marks/mark.tsx';
import { verdictMark } from '../marks/verdict-mark.ts';
import { useWords } from '../words/words.ts';
import { KeyHint } from './key-hint.tsx';
import './answer-buttons.css';

/** The four answers, fixed in place and order, with their keys. */
export const answers = [
  { outcome: 'pass', key: 'Q' },
  { outcome: 'fail', key: 'W' },
  { outcome: 'unknown', key: 'E' },
  { outcome: 'notApplicable', key: 'R' },
] as const satisfies readonly { outcome: Outcome; key: string }[];

export interface AnswerButtonsProps {
  readonly chosen: Outcome | null;
  readonly severity?: Severity | null;
  /** What the numbers say, marked and not yet given. */
  readonly suggested?: Outcome | null;
  readonly disabled?: boolean;
  readonly onAnswer: (outcome: Outcome) => void;
}

export function AnswerButtons({
  chosen,
  suggested = null,
  severity = null,
  disabled = false,
  onAnswer,
}: AnswerButtonsProps) {
  const { t } = useWords();
  return (
    <div className="answer-buttons">
      {answers.map(({ outcome, key }) => {
        const mark = verdictMark(outcome, outcome === 'fail' ? severity : null);
        return (
          <button
            key={outcome}
            type="button"
            className="answer-button"
            data-outcome={mark}
            data-suggested={suggested === outcome && chosen !== outcome ? '' : undefined}
            aria-pressed={chosen === outcome}
            disabled={disabled}
            onClick={() => onAnswer(outcome)}
          >
            <Mark kind={mark} size={28} quiet={chosen !== outcome && suggested !== outcome} />
            {t(`marks.${outcome}`)}
            <KeyHint name={key} />
          </button>
        );
      })}
    </div>
  );
}
