import type { PaperKind } from './paper.ts';

/** The letter that stands for a kind of paper in its number; legal names stay Chinese in every language. */
export const paperLetters = { withdrawalOrder: '撤' } as const satisfies Readonly<Record<PaperKind, string>>;

/** `临9F3A-70C1`: unique as the paper is, so that it can be written on the sheet and found again. */
export const markOf = (id: string): string => `临${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase();
