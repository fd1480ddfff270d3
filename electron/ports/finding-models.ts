import { z } from 'zod';
import { entityId } from '../../vocabulary/ids.ts';
import { severity } from '../../vocabulary/verdict.ts';
import { findingRow } from './inspection-models.ts';

/** Where a page of findings goes on: after this line. */
export const findingCursor = z.strictObject({ at: z.int(), n: z.int().nonnegative() });
export type FindingCursor = z.infer<typeof findingCursor>;

/** A finding with the names of its mine and place; `place` is null for the whole mine. */
export const listedFinding = z.strictObject({
  finding: findingRow,
  mine: z.string(),
  place: z.string().nullable(),
  /** The unit of gas drainage it was found at, or null. */
  assessmentId: entityId.nullable(),
});
export type ListedFinding = z.infer<typeof listedFinding>;

/** `next` is null after the last page. */
export const findingPage = z.strictObject({ rows: z.array(listedFinding), next: findingCursor.nullable() });
export type FindingPage = z.infer<typeof findingPage>;

export const findingCounts = z.strictObject({ all: z.int(), major: z.int(), general: z.int() });

/** Which findings: of one gravity or of both, after a line. */
export const findingPageAsk = z.strictObject({ severity: severity.nullable(), after: findingCursor.nullable() });
