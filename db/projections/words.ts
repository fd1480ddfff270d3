const WORD = /[\p{L}\p{N}]+/gu;

/** Neighbouring characters of a word, so many at a time; the word itself where it is no longer. */
function runsOf(word: string, length: number): readonly string[] {
  const letters = [...word];
  if (letters.length <= length) return [word];
  return Array.from({ length: letters.length - length + 1 }, (_, at) => letters.slice(at, at + length).join(''));
}

/**
 * A text as the search table holds it: of each of its words the pairs, the last character, and the runs of three. Most Chinese words have two characters, so
 * pairs find them without a list of words; three in a row are much rarer, so a longer phrase is found without going through all that holds its first word.
 */
export const searchText = (text: string): string =>
  (text.normalize('NFC').match(WORD) ?? [])
    .map((word) => [...runsOf(word, 2), [...word].at(-1), ...runsOf(word, 3)].join(' '))
    .join(' ');

/**
 * What finds a phrase: the runs of each of its words in their order; a single character finds every run that begins with it. Null where nothing
 * in it can be searched for.
 */
export function searchQuery(phrase: string): string | null {
  const words = phrase.normalize('NFC').match(WORD) ?? [];
  const terms = words.map((word) => {
    const { length } = [...word];
    return length === 1 ? `"${word}" *` : `"${runsOf(word, Math.min(length, 3)).join(' ')}"`;
  });
  return terms.length > 0 ? terms.join(' AND ') : null;
}

/** The sign a phrase comes down to, where that is one Chinese character and so reads the same in every text; null otherwise. */
export function loneSign(phrase: string): string | null {
  const [word, ...others] = phrase.normalize('NFC').match(WORD) ?? [];
  return word !== undefined && others.length === 0 && /^[\u4e00-\u9fcc]$/.test(word) ? word : null;
}
