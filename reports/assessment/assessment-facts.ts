import type { FieldKey } from '../../rules/assessment/fields.ts';
import type { SubId } from '../../rules/assessment/steps.words.ts';
import type { TestPoint } from '../../vocabulary/test-point.ts';
import type { EpochMs, IsoDate } from '../../vocabulary/time.ts';
import type { Citation, FactValue, Severity, Verdict, VerdictStatus } from '../../vocabulary/verdict.ts';
import type { ReportRecord } from '../inspection-report.ts';

/** Where a figure comes from, as it is printed. */
export type FigureOrigin =
  | { readonly from: 'typed'; readonly believed: boolean }
  | { readonly from: 'copied' }
  | { readonly from: 'import'; readonly name: string; readonly cell: string }
  | { readonly from: 'reading'; readonly isEvidence: boolean };

/** One input of a unit with who gave it and when; `others` is what other tablets say of it. */
export interface ReportFigure {
  readonly field: FieldKey;
  readonly value: FactValue;
  readonly origin: FigureOrigin;
  readonly author: string;
  readonly savedAt: EpochMs;
  readonly others: readonly FactValue[];
}

export interface ReportPoint extends TestPoint {
  readonly origin: FigureOrigin;
  readonly author: string;
  readonly savedAt: EpochMs;
  readonly others: readonly TestPoint[];
}

/** One verdict of a unit, articles that officers typed put in. */
export interface ReportSub {
  readonly verdict: Verdict;
  /** Fields whose absence keeps it from being one. */
  readonly missing: readonly FieldKey[];
  /** What the mine's own stricter figures say beside it. */
  readonly byCompany: Verdict | null;
}

export type ReportSubs = Readonly<Record<SubId, ReportSub>>;

/** A unit in one quarter as it was judged. */
export interface JudgedUnit {
  readonly year: number;
  readonly quarter: number;
  /** By what was in force on this day. */
  readonly date: IsoDate;
  readonly subs: ReportSubs;
  readonly outcome: VerdictStatus;
  readonly severity: Severity | null;
}

/** One assessment of gas drainage as its paper prints it. */
export interface AssessmentFacts extends JudgedUnit {
  readonly mine: string;
  readonly face: string;
  readonly name: string;
  readonly figures: readonly ReportFigure[];
  readonly points: readonly ReportPoint[];
  /** The content that is judged and where it is from; null while none is known. */
  readonly contentFrom: 'measured' | 'pressure' | 'balance' | null;
  /** What was let stand as the result; null while nothing was, or after a later change. */
  readonly conclusion: { readonly author: string; readonly savedAt: EpochMs; readonly note: string } | null;
  /** What makes working such a unit a major hazard; null where that does not apply. */
  readonly majorHazard: Citation | null;
  /** The quarter before, where the unit was assessed then. */
  readonly before: JudgedUnit | null;
  /** Articles that the result rests on and nobody has read or typed yet. */
  readonly draft: readonly Citation[];
  readonly record: ReportRecord;
}
