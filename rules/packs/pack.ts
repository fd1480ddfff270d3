import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { actionLocation } from '../../vocabulary/place.ts';
import { decimalString } from '../../vocabulary/quantity.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { actionCode, provenance } from '../../vocabulary/verdict.ts';

/** `must`: the value has to satisfy the comparator. `triggers`: satisfying it sets the actions off. */
const sense = z.enum(['must', 'triggers']);

const comparator = z.enum(['<', '<=', '>=', '>']);
export type Comparator = z.infer<typeof comparator>;

/** Entries are named by words of this alphabet: the name stands in subjects of the log. */
const key = z.string().regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/);
/** The article of the edition before, where a figure was carried over and this edition's article was not read. */
const formerly = z.string().nullable().default(null);

const cited = {
  key,
  /** As it is printed after the figure; empty for a count, a share or months. */
  unit: z.string().regex(/^[^0-9]*$/),
  comparator,
  sense: sense.default('must'),
  /** null where the number has not been read: 条文号待核 is shown. */
  article: z.string().nullable(),
  formerly,
  provenance,
  needsCheck: z.boolean().default(false),
};

/** One figure of a document. `gas` and `places` only where a live reading is held against it. */
const limit = z.strictObject({
  ...cited,
  value: decimalString,
  gas: gas.optional(),
  places: z.array(actionLocation).readonly().optional(),
  actions: z.array(actionCode).readonly().default([]),
});
export type Limit = z.infer<typeof limit>;

/** A limit that depends on a size: the first row whose end is not passed. `ends` says whether the end belongs to its row. */
const table = z.strictObject({
  ...cited,
  ends: z.enum(['inclusive', 'exclusive']),
  rows: z
    .array(z.strictObject({ upTo: decimalString.nullable(), value: decimalString.nullable() }))
    .min(1)
    .readonly(),
});
export type Table = z.infer<typeof table>;

/** The place of something that has no figure: a duty, a formula, an order of work. */
const clause = z.strictObject({
  key,
  article: z.string().nullable(),
  formerly,
  provenance,
  needsCheck: z.boolean().default(false),
});

/** Which line of editions a pack belongs to; of one line the inspection date chooses one pack. */
export const family = z.enum([
  'safety',
  'drainage',
  'outburst',
  'water',
  'shanxi',
  'zones',
  'hazard',
  'threeMusts',
  'catalytic',
  'interference',
  'certificate',
  'documents',
  'standardization',
]);
export type Family = z.infer<typeof family>;

/** One edition of one document as data. Two editions of a limit are two entries, never overwritten. */
const pack = z
  .strictObject({
    id: z.string().min(1),
    version: z.int().positive(),
    family,
    title: z.string().min(1),
    source: z.enum(['law', 'company']),
    effectiveFrom: isoDate,
    /** The last day in force, or null while open. */
    effectiveTo: isoDate.nullable(),
    limits: z.array(limit).readonly(),
    tables: z.array(table).readonly(),
    clauses: z.array(clause).readonly(),
  })
  .superRefine((value, context) => {
    const keys = [...value.limits, ...value.tables, ...value.clauses].map((entry) => entry.key);
    if (new Set(keys).size !== keys.length) context.addIssue({ code: 'custom', message: 'a key stands twice' });
    if (value.effectiveTo !== null && value.effectiveTo < value.effectiveFrom)
      context.addIssue({ code: 'custom', path: ['effectiveTo'], message: 'ends before it begins' });
  });
export type Pack = z.infer<typeof pack>;
export type PackData = z.input<typeof pack>;

/** The pack, or `bad_pack` with the path of the first thing wrong in it. */
export function loadPack(data: unknown): Result<Pack> {
  const parsed = pack.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return fail({ code: 'bad_pack', path: issue?.path.join('.') || 'pack', detail: issue?.message ?? '' });
}
