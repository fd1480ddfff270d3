import { z } from 'zod';
import { epochMs } from '../../vocabulary/time.ts';

/** One article number an officer typed, by whom and when. `disputed`: two officers typed differently; a lead settles it. */
export const articleRow = z.strictObject({
  document: z.string(),
  entry: z.string(),
  article: z.string(),
  by: z.string(),
  at: epochMs,
  disputed: z.boolean(),
});
export type ArticleRow = z.infer<typeof articleRow>;

/** The same number for every entry that stands under one citation. */
export const articleDraft = z.strictObject({
  document: z.string().min(1).max(60),
  entries: z.array(z.string().min(1).max(80)).min(1).max(40),
  article: z.string().trim().min(1).max(60),
});
