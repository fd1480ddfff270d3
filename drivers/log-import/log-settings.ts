import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';

const logSettings = z.strictObject({
  /** Zone of times without one, `+08:00`. */
  zone: z
    .string()
    .regex(/^(Z|[+-](0\d|1[0-4]):[0-5]\d)$/)
    .optional(),
  /** What `%` means for CH4, CO2 and O2; `unknown`: the columns stay without numbers. */
  percent: z.enum(['%VOL', 'unknown']).optional(),
  /** What a combustible gas is; `other`: it is no methane. */
  comb: z.enum(['CH4', 'other']).optional(),
  /** What `%` means for a combustible gas. */
  combPercent: z.enum(['%VOL', '%LEL', 'unknown']).optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** Whether numbers in the time column are the days of a spreadsheet. */
  excelDates: z.enum(['yes', 'no']).optional(),
  /** What a comma before three digits is, where the file has no other commas: `,` decimal, `.` it parts thousands. */
  decimal: z.enum([',', '.']).optional(),
  /** Whose the word over-range is, where a state column says it of a whole row. */
  stateOverRange: z.union([z.literal('all'), gas.exclude(['unknown'])]).optional(),
  /** Of an interval report that names neither. */
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
