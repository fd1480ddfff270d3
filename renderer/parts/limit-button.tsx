import { useState } from 'react';
import type { Verdict } from '../../vocabulary/verdict.ts';
import { useWords } from '../words/words.ts';
import { CitationDrawer } from './citation-card.tsx';
import './limit-button.css';

export interface LimitButtonProps {
  /** The figure as it is printed, with its unit. */
  readonly limit: string;
  readonly verdict: Pick<Verdict, 'citations' | 'workings'>;
}

/** A limit where it is printed; pressed it opens the card of the document it stands in. */
export function LimitButton({ limit, verdict }: LimitButtonProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="limit-button"
        aria-label={t('parts.citation.openLimit', { limit })}
        onClick={() => setOpen(true)}
      >
        {limit}
      </button>
      <CitationDrawer
        open={open}
        citations={verdict.citations}
        workings={verdict.workings}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
