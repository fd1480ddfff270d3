import { optionLabel } from '../../../rules/facts/describe-fact.ts';
import { inrushSigns } from '../../../rules/water/inrush-signs.ts';
import { signHints } from '../../../rules/withdrawal/withdrawal.words.ts';
import { SignPicture } from '../../marks/sign-picture.tsx';
import { useWords } from '../../words/words.ts';
import './sign-board.css';

export interface SignBoardProps {
  /** What was seen; null where nobody has looked yet. */
  readonly seen: readonly string[] | null;
  readonly onToggle: (code: string) => void;
  /** Beside a question: the pictures leave room for it. */
  readonly low?: boolean;
}

/** The fifteen signs of inrush as pictures big enough for a glove, with what tells a sign from its like. */
export function SignBoard({ seen, onToggle, low = false }: SignBoardProps) {
  const { t, pick } = useWords();
  const hints = (seen ?? []).flatMap((code) => {
    const hint = signHints[code];
    return hint ? [pick(hint)] : [];
  });
  return (
    <div className="sign-board">
      <div className="sign-board-signs" data-low={low ? '' : undefined}>
        {inrushSigns.map((code) => (
          <button
            key={code}
            type="button"
            className="sign-button"
            aria-pressed={seen?.includes(code) ?? false}
            onClick={() => onToggle(code)}
          >
            <SignPicture code={code} size={low ? 38 : 48} />
            <span>{pick(optionLabel(code))}</span>
          </button>
        ))}
      </div>
      <p className="sign-hint">{hints.length > 0 ? [...new Set(hints)].join(' ') : t('withdrawal.signsHint')}</p>
    </div>
  );
}
