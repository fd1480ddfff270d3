import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isoDate } from '../../vocabulary/time.ts';

/** The cases whose verdicts are held, as `collect.ts` chose them. */
export const cases = z
  .array(z.strictObject({ rule: z.string(), date: isoDate, input: z.record(z.string(), z.unknown()) }))
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'inputs.json'), 'utf8')));

export type Case = (typeof cases)[number];
