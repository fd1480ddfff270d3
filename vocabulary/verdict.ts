import { z } from 'zod';
import { ruleId } from './ids.ts';
import { isoDate } from './time.ts';
import { working } from './working.ts';

/** How a rule's outcome counts. `unknown` never reads as pass. */
export const verdictStatus = z.enum(['pass', 'fail', 'unknown', 'notApplicable']);
export type VerdictStatus = z.infer<typeof verdictStatus>;

export const severity = z.enum(['general', 'major']);
export type Severity = z.infer<typeof severity>;

/** Where a figure was read: `text` in a source, `given` handed over as read, `memory` with a confidence. */
export const provenance = z.enum(['text', 'given', 'memory-high', 'memory-medium', 'memory-low', 'product']);
export type Provenance = z.infer<typeof provenance>;

/** The document behind a limit. `article` is null where it has not been read: then the words 条文号待核 stand there. */
export const citation = z.strictObject({
  document: z.string().min(1),
  title: z.string().min(1),
  article: z.string().nullable(),
  /** The article of the earlier edition the figure was carried over from, where this edition's has not been read. */
  formerly: z.string().nullable(),
  /** The entries of the document's pack that stand behind it: what an article typed by a person is filed under. */
  entries: z.array(z.string().min(1)),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
  provenance,
  needsCheck: z.boolean(),
});
export type Citation = z.infer<typeof citation>;

/** What the person on site must do. */
export const actionCode = z.enum([
  'stop-work',
  'stop-work-within-20m',
  'stop-electric-drill',
  'no-blasting',
  'cut-power',
  'withdraw',
  'investigate',
  'plan',
  'treat',
  'rectify',
  'stopHeading',
  'stopMine',
  'list',
]);
export type ActionCode = z.infer<typeof actionCode>;

/** A value a rule was given; measured values may be a quality word in place of a number. */
export const factValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
  z.strictObject({ quality: z.string() }),
]);
export type FactValue = z.infer<typeof factValue>;

/** What a rule says of the facts, with everything needed to defend it. */
export const verdict = z.strictObject({
  rule: ruleId,
  pack: z.strictObject({ id: z.string(), version: z.int() }).nullable(),
  /** The rule's own word: exceeded, keep-off, mineable… */
  outcome: z.string(),
  status: verdictStatus,
  /** Why it is unknown (`no-pack`, `missing:lead_m`, `quality:warmup`, `evidence-missing`); null otherwise. */
  reason: z.string().nullable(),
  severity: severity.nullable(),
  source: z.enum(['law', 'company']),
  citations: z.array(citation),
  workings: z.array(working),
  facts: z.record(z.string(), factValue),
  actions: z.array(actionCode),
  /** The rule's result under the keys of the golden cases (limit_pct, fails, actions…). */
  results: z.record(z.string(), z.json()),
});
export type Verdict = z.infer<typeof verdict>;
