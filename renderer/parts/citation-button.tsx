import { useState } from 'react';
import type { Citation } from '../../vocabulary/verdict.ts';
import { useWords } from '../words/words.ts';
import { CitationDrawer, CitationLine } from './citation-card.tsx';
import './citation-button.css';

/** The document behind a limit; pressed it opens its card, where an unread article is filled in. */
export function CitationButton({ citation }: { readonly citation: Citation }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="citation-button"
        aria-label={t('parts.citation.open', { document: citation.title })}
        onClick={() => setOpen(true)}
      >
        <CitationLine citation={citation} />
      </button>
      <CitationDrawer open={open} citations={[citation]} onClose={() => setOpen(false)} />
    </>
  );
}
