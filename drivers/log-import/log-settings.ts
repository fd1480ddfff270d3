import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';

const logSettings = z.strictObject({
  /** Zone of times without one, `+08:00`. */
  zone: z
    .string()
    .regex(/^(Z|[+-]\d{2}:\d{2})$/)
    .optional(),
  /** What `%` means for CH4, CO2 and O2. */
  percent: z.literal('%VOL').optional(),
  /** What a combustible gas is. */
  comb: z.literal('CH4').optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  excelDates: z.literal('yes').optional(),
  /** Of a log that names neither. */
  gas: gas.exclude(['unknown']).optional(),
  unit: gasUnit.optional(),
  intervalSeconds: z.coerce.number().positive().optional(),
});

/** What the user has confirmed of a file; nothing here has a default. */
export type LogSettings = z.infer<typeof logSettings>;

/** `%=%VOL` and `COMB=CH4` are understood as well as their names. Anything unknown is `bad_setting`. */
export function readLogSettings(raw: Readonly<Record<string, string | number>>): Result<LogSettings> {
  const names: Readonly<Record<string, string>> = { '%': 'percent', 'confirmed.%': 'percent', COMB: 'comb' };
  const named = Object.fromEntries(Object.entries(raw).map(([key, value]) => [names[key] ?? key, value]));
  const parsed = logSettings.safeParse(named);
  if (parsed.success) return ok(parsed.data);
  const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return fail({ code: 'bad_setting', detail });
}
