const WORD = /[\p{L}\p{N}]+/gu;

/** Pairs of neighbouring characters: most Chinese words have two, and no list of words is needed to find them. */
const pairsOf = (word: string): readonly string[] => {
  const letters = [...word];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
};

/** A text as the search table holds it: the pairs of each of its words, one after the other. */
export const pairsText = (text: string): string =>
  (text.normalize('NFC').match(WORD) ?? []).map((word) => [...pairsOf(word), [...word].at(-1)].join(' ')).join(' ');

/**
 * What finds a phrase: the pairs of each of its words in their order; a single character finds every pair that begins with it. Null where nothing
 * in it can be searched for.
 */
export function pairsQuery(phrase: string): string | null {
  const words = phrase.normalize('NFC').match(WORD) ?? [];
  const terms = words.map((word) => ([...word].length === 1 ? `"${word}" *` : `"${pairsOf(word).join(' ')}"`));
  return terms.length > 0 ? terms.join(' AND ') : null;
}
