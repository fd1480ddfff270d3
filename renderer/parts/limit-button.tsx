import { type ReactNode, useState } from 'react';
import type { Citation } from '../../vocabulary/verdict.ts';
import type { Working } from '../../vocabulary/working.ts';
import { useWords } from '../words/words.ts';
import { CitationDrawer } from './citation-card.tsx';
import './limit-button.css';

export interface LimitButtonProps {
  /** The figure as it is printed, with its unit. */
  readonly limit: string;
  readonly citations: readonly Citation[];
  readonly workings?: readonly Working[];
  /** What stands there in place of the figure, as a bar with its marks. */
  readonly children?: ReactNode;
}

/** A limit wherever one is printed; pressed it opens the card of the document it stands in. */
export function LimitButton({ limit, citations, workings = [], children }: LimitButtonProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={children === undefined ? 'limit-button' : 'limit-button limit-picture'}
        data-limit={nameOfLimit(citations)}
        aria-label={t('parts.citation.openLimit', { limit })}
        onClick={() => setOpen(true)}
      >
        {children ?? limit}
      </button>
      <CitationDrawer open={open} citations={citations} workings={workings} onClose={() => setOpen(false)} />
    </>
  );
}

/** `rules25 ch4.return`: which entries of which documents a limit is. */
export const nameOfLimit = (citations: readonly Citation[]): string =>
  citations.map(({ document, entries }) => `${document} ${entries.join(' ')}`).join('; ');
