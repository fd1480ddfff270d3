import { useMemo } from 'react';
import type { ArticleRow } from '../../electron/ports/article-models.ts';
import { fillCitations, typedKey } from '../../rules/citations.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import { useQuestion } from './questions.ts';

export interface Articles {
  /** The citations with the numbers that officers typed and nobody disputes. */
  readonly fill: (citations: readonly Citation[]) => Citation[];
  /** Who typed what for a citation, the disputed ones too. */
  readonly typedFor: (citation: Citation) => readonly ArticleRow[];
}

/** The article numbers typed from the official texts. */
export function useArticles(): Articles {
  const { value } = useQuestion(['rules', 'articles'], (ports) => ports.recorder.ask('article/list', {}));
  return useMemo(() => {
    const rows = value ?? [];
    const settled = rows.filter(({ disputed }) => !disputed);
    const typed = new Map(settled.map((row) => [typedKey(row.document, row.entry), row.article]));
    return {
      fill: (citations) => fillCitations(citations, typed),
      typedFor: ({ document, entries }) =>
        rows.filter((row) => row.document === document && entries.includes(row.entry)),
    };
  }, [value]);
}
