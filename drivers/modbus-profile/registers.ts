import { z } from 'zod';

/** The registers of the blocks read by now, word by word. */
export type Registers = ReadonlyMap<string, readonly number[]>;

export const wordsOf = (view: DataView): number[] =>
  Array.from({ length: view.byteLength / 2 }, (_, at) => view.getUint16(at * 2));

export const wordList = z.object({ registers: z.array(z.int()) });

/** The profile was checked on load: a register it names is there. */
export function wordAt(
  registers: Registers,
  { block, offset }: { readonly block: string; readonly offset: number },
): number {
  return registers.get(block)?.[offset] ?? 0;
}

/** Characters of so many words, high byte first, without padding. */
export const textAt = (
  registers: Registers,
  at: { readonly block: string; readonly offset: number },
  words: number,
): string =>
  Array.from({ length: words }, (_, index) => wordAt(registers, { ...at, offset: at.offset + index }))
    .map((word) => String.fromCharCode(word >> 8, word & 0xff))
    .join('')
    .replaceAll('\0', ' ')
    .trim();
