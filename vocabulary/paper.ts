import { z } from 'zod';
import { entityId, logId } from './ids.ts';
import { epochMs } from './time.ts';

/** Papers of ours that carry a number. */
export const paperKind = z.enum(['withdrawalOrder']);
export type PaperKind = z.infer<typeof paperKind>;

/** A paper that was issued. `mark` stands for its number until it has one, and names it for ever. */
export const paper = z.strictObject({
  kind: paperKind,
  about: entityId,
  mark: z.string().min(1).max(40),
  at: epochMs,
});

/** The letters before a number: province and issuing unit, as in 晋（晋中）煤安撤〔2026〕12号. */
export const paperSeries = z.strictObject({
  province: z.string().trim().min(1).max(4),
  unit: z.string().trim().min(1).max(12),
  letter: z.string().min(1).max(4),
  year: z.int().min(2000).max(2199),
});
export type PaperSeries = z.infer<typeof paperSeries>;

/** The number of a paper, out of which lease it came, and why it no longer counts where it was voided. */
export const paperNumber = z.strictObject({
  kind: paperKind,
  about: entityId,
  mark: z.string().min(1).max(40),
  series: paperSeries,
  serial: z.int().positive(),
  lease: entityId,
  voided: z.string().min(1).max(500).nullable(),
});
export type PaperNumber = z.infer<typeof paperNumber>;

/** Numbers `from` to `to` of a series that one log may use; a log that continues it has none of them. */
export const paperLease = z
  .strictObject({ holder: logId, series: paperSeries, from: z.int().positive(), to: z.int().positive(), at: epochMs })
  .refine(({ from, to }) => from <= to && to - from < 10_000);
