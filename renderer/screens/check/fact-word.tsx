import { readingValue } from '../../../vocabulary/reading.ts';
import { Mark } from '../../marks/mark.tsx';
import { type Shown, showReading } from '../../parts/quantity-text.ts';
import { useWords } from '../../words/words.ts';
import { isWord, type Typed } from './fact-entry.ts';

function shownWord(typed: Typed | undefined): Exclude<Shown, { kind: 'number' }> | null {
  if (!isWord(typed)) return null;
  const said = readingValue.safeParse({ quality: typed.quality, unit: null, detail: '' }).data;
  const shown = said ? showReading(said, 'unknown', false) : null;
  return shown?.kind === 'word' ? shown : null;
}

/** The word that stands in a field where the instrument gave no number, or null. */
export function useFactWord(typed: Typed | undefined): string | null {
  const { t } = useWords();
  const shown = shownWord(typed);
  return shown && t(`marks.${shown.word}`);
}

/** Over the range is no number: its word stands above the pad until a number is typed. */
export function FactWord({ typed }: { readonly typed: Typed | undefined }) {
  const { t } = useWords();
  const shown = shownWord(typed);
  if (shown === null) return null;
  return (
    <p className="fact-word" data-grave={shown.word === 'overRange' ? '' : undefined}>
      <Mark kind={shown.mark} size={24} /> {t(`marks.${shown.word}`)}
    </p>
  );
}
