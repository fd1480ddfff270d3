/** The bytes of a hex text, two upper-case digits each. */
export const pairsOf = (hex: string): readonly string[] => hex.toUpperCase().match(/../g) ?? [];

/** `FF 86 01`: as it is read out and compared. */
export const spaced = (hex: string): string => pairsOf(hex).join(' ');

/** A hex text before, in and behind a stretch of bytes. */
export function cutAround(hex: string, { from, to }: { readonly from: number; readonly to: number }) {
  const pairs = pairsOf(hex);
  return { before: pairs.slice(0, from), inside: pairs.slice(from, to), behind: pairs.slice(to) };
}

/** So many bytes of a long line are shown: a burst of noise is not read by anybody. */
const MOST_SHOWN = 96;

/** The bytes as they are shown, the middle of a long run left out: how many are not shown is said beside them. */
export function shortened(pairs: readonly string[]): { readonly shown: string; readonly hidden: number } {
  if (pairs.length <= MOST_SHOWN) return { shown: pairs.join(' '), hidden: 0 };
  return { shown: pairs.slice(-MOST_SHOWN).join(' '), hidden: pairs.length - MOST_SHOWN };
}
