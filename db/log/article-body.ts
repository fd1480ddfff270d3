import { z } from 'zod';
import { salt } from './event.ts';

/** An article number as an officer read it in the official text, for one entry of a document's pack. */
export const articleBody = z.strictObject({
  salt,
  document: z.string().min(1).max(60),
  entry: z.string().min(1).max(80),
  /** `第173条第2款`, as it stands in the text. */
  article: z.string().trim().min(1).max(60),
});
