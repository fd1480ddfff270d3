import { zh } from '../../renderer/words/zh.ts';

/** The words as a person reads them; specs name what they press by these and never by a class. */
export { zh };

/** A sentence with its slots filled, as the screen fills them. */
export const fill = (words: string, slots: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));

/** A sentence whose slots may hold anything. */
export const pattern = (words: string): RegExp =>
  new RegExp(
    words
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
      .join('.+'),
  );

/** A name that begins with these words: a key hint or a count may follow, another word may not stand before. */
export const starting = (words: string): RegExp => new RegExp(`^${pattern(words).source}`);
