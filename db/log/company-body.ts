import { z } from 'zod';
import { companyLimit } from '../../rules/packs/company.ts';
import { type EventBody, salt } from './event.ts';
import { GRAVITY } from './gravity.ts';

/** A mine's own figure beside one limit of the law, as its document gives it; `removed` takes it back. */
export const companyBody = z.strictObject({
  salt,
  mine: z.string().trim().min(1).max(80),
  limit: companyLimit,
  /** On which side the law's figure bounds: of two figures written at once the stricter one shows. */
  bound: z.enum(['atMost', 'atLeast']),
  removed: z.boolean().optional(),
});

/** The stricter of concurrent figures is the graver, and any figure graver than its taking back. */
export function companyGravity(body: EventBody): number {
  const read = companyBody.safeParse(body).data;
  if (!read) return GRAVITY.unknown;
  if (read.removed) return GRAVITY.none;
  const value = Number(read.limit.value);
  const asksMore = read.bound === 'atMost' ? 1 / (1 + value) : value / (1 + value);
  return GRAVITY.fail + asksMore;
}
