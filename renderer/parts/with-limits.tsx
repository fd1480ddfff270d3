import type { Citation } from '../../vocabulary/verdict.ts';
import type { Working } from '../../vocabulary/working.ts';
import { LimitButton } from './limit-button.tsx';

/** Signs that no sentence holds, around each limit in one. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'] as const;

/** A limit as it is put into a sentence that `WithLimits` shows. */
export const markLimit = (limit: string): string => `${OPEN}${limit}${CLOSE}`;

export interface WithLimitsProps {
  /** A sentence whose limits went through `markLimit`. */
  readonly words: string;
  readonly citations: readonly Citation[];
  readonly workings?: readonly Working[];
}

/** A sentence in which each limit can be pressed for the card of its document. */
export const WithLimits = ({ words, ...basis }: WithLimitsProps) =>
  limitParts(words).map(({ text, isLimit, at }) => (isLimit ? <LimitButton key={at} limit={text} {...basis} /> : text));

/** The sentence in parts, each with the place where it ends. */
export function limitParts(
  words: string,
): readonly { readonly text: string; readonly isLimit: boolean; readonly at: number }[] {
  let at = 0;
  return words.split(/(\uE000[^\uE001]*\uE001)/).map((part) => {
    const isLimit = part.startsWith(OPEN);
    at += part.length;
    return { text: isLimit ? part.slice(1, -1) : part, isLimit, at };
  });
}
