import type { BlobId, EntityId } from '../../vocabulary/ids.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import type { ResumeStep, ToldPost } from '../../vocabulary/withdrawal.ts';
import type { ReportSignature } from '../inspection-report.ts';

/** A withdrawal order as its sheet and the record of its inspection print it. What was not said is null or empty. */
export interface OrderFacts {
  readonly withdrawalId: EntityId;
  readonly mine: string;
  /** Without it the mark stands in its place. */
  readonly number: string | null;
  readonly mark: string;
  /** Numbers that do not count, with the reason; without one they wait for a decision. */
  readonly otherNumbers: readonly { readonly number: string; readonly reason: string }[];
  readonly foundAt: EpochMs;
  readonly foundPlace: string;
  readonly danger: string;
  readonly citations: readonly Citation[];
  readonly area: readonly string[];
  readonly issuedAt: EpochMs;
  readonly issuedBy: string;
  readonly people: {
    readonly before: number | null;
    readonly out: number | null;
    readonly missing: number | null;
    readonly source: string;
  };
  readonly told: readonly { readonly post: ToldPost; readonly name: string; readonly at: EpochMs }[];
  readonly clearedAt: EpochMs | null;
  readonly resume: {
    readonly condition: string;
    readonly done: readonly { readonly step: ResumeStep; readonly at: EpochMs }[];
    readonly at: EpochMs | null;
  };
  readonly signatures: readonly ReportSignature[];
  readonly photos: readonly { readonly label: string; readonly blob: BlobId; readonly at: EpochMs }[];
  readonly voided: { readonly at: EpochMs; readonly reason: string } | null;
}
