import { z } from 'zod';

const rows = z.array(z.int());

/** Mirrors `BookRemark` of the rules: what a person should look at in a shift book, and in which of its lines. */
const bookRemark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('repeated'), place: z.string(), figure: z.string(), rows }),
  z.strictObject({ kind: z.literal('sameRound'), by: z.string(), length: z.int(), rows }),
  z.strictObject({
    kind: z.literal('tooFast'),
    by: z.string(),
    from: z.string(),
    to: z.string(),
    minutes: z.number(),
    rows,
  }),
]);
export type BookRemarkRow = z.infer<typeof bookRemark>;

/** A shift book as far as it could be read: how many checks, which lines hold none, and what is worth a look. */
export const bookRead = z.strictObject({ checks: z.int(), unread: rows, remarks: z.array(bookRemark) });
export type BookRead = z.infer<typeof bookRead>;
