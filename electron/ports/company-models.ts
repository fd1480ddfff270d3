import { z } from 'zod';
import { companyLimit } from '../../rules/packs/company.ts';
import { epochMs } from '../../vocabulary/time.ts';

const mine = z.string().trim().min(1).max(80);

export const companyAsk = z.strictObject({ mine });

/** A mine's own figure, who entered it and when. `disputed`: two tablets wrote different ones; the stricter is shown. */
export const companyRow = z.strictObject({ limit: companyLimit, by: z.string(), at: epochMs, disputed: z.boolean() });
export type CompanyRow = z.infer<typeof companyRow>;

export const companyPut = z.strictObject({ mine, limit: companyLimit });
export const companyRemove = z.strictObject({ mine, ...companyLimit.pick({ family: true, key: true }).shape });
