import type { Citation } from '../vocabulary/verdict.ts';

/** One line of a card: what a reader would look up as one place of one document. */
export const citationKey = ({ document, article, formerly, entries, effectiveFrom }: Citation): string =>
  JSON.stringify([document, effectiveFrom, article, article === null ? (formerly ?? entries) : null]);

/** Each place of a document once, in order of use, with every entry that stands behind it. */
export function distinct(citations: readonly Citation[]): Citation[] {
  const seen = new Map<string, Citation>();
  for (const one of citations) {
    const known = seen.get(citationKey(one));
    const entries = [...new Set([...(known?.entries ?? []), ...one.entries])];
    seen.set(citationKey(one), known ? { ...known, entries } : one);
  }
  return [...seen.values()];
}

/** Articles that officers typed from the official texts, by `typedKey`. */
export type TypedArticles = ReadonlyMap<string, string>;

export const typedKey = (document: string, entry: string): string => `${document} ${entry}`;

/** An article number that has to be looked up: the product's own rules have none. */
export const lacksArticle = ({ article, provenance }: Citation): boolean =>
  article === null && provenance !== 'product';

/** The citations on which a decision cannot rest yet: their article was neither read nor typed. */
export const articlesMissing = (citations: readonly Citation[], typed: TypedArticles): Citation[] =>
  fillCitations(citations, typed).filter(lacksArticle);

/** The citations with what was typed put in; one whose entries got different articles becomes several. */
export function fillCitations(citations: readonly Citation[], typed: TypedArticles): Citation[] {
  return distinct(
    citations.flatMap((one) =>
      lacksArticle(one)
        ? one.entries.map((entry) => ({
            ...one,
            article: typed.get(typedKey(one.document, entry)) ?? null,
            entries: [entry],
          }))
        : [one],
    ),
  );
}
