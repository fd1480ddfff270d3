import type { Outcome } from '../../../electron/ports/inspection-models.ts';
import type { Fault } from '../../../vocabulary/fault.ts';

/** Where the answer of one row is on its way to the record. Painted as saved only after the recorder has said so. */
export type Saving =
  | { readonly kind: 'resting' }
  | { readonly kind: 'underway'; readonly outcome: Outcome; readonly since: number; readonly turn: number }
  | { readonly kind: 'kept'; readonly outcome: Outcome; readonly at: number; readonly event: string }
  | { readonly kind: 'failed'; readonly outcome: Outcome; readonly fault: Fault };

export type SavingNews =
  | {
      readonly kind: 'given';
      readonly row: string;
      readonly outcome: Outcome;
      readonly at: number;
      readonly turn: number;
    }
  | {
      readonly kind: 'kept';
      readonly row: string;
      readonly turn: number;
      readonly savedAt: number;
      readonly event: string;
    }
  | { readonly kind: 'failed'; readonly row: string; readonly turn: number; readonly fault: Fault }
  | { readonly kind: 'takenBack'; readonly row: string };

export type Savings = Readonly<Record<string, Saving>>;

export const resting: Saving = { kind: 'resting' };
/** Only after this long is it said that saving takes a while. */
export const SLOW_MS = 500;

/** A late reply to an earlier press changes nothing: the newest press of a row is the one that counts. */
export function hearSaving(all: Savings, news: SavingNews): Savings {
  if (news.kind === 'given')
    return { ...all, [news.row]: { kind: 'underway', outcome: news.outcome, since: news.at, turn: news.turn } };
  if (news.kind === 'takenBack') return { ...all, [news.row]: resting };
  const before = all[news.row];
  if (before?.kind !== 'underway' || before.turn !== news.turn) return all;
  const after: Saving =
    news.kind === 'kept'
      ? { kind: 'kept', outcome: before.outcome, at: news.savedAt, event: news.event }
      : { kind: 'failed', outcome: before.outcome, fault: news.fault };
  return { ...all, [news.row]: after };
}

/** What the four buttons show as chosen: the record's answer, or the newer one that the recorder has just confirmed. */
export function chosenOf(
  saving: Saving,
  recorded: { readonly outcome: Outcome; readonly savedAt: number } | null,
): Outcome | null {
  if (saving.kind === 'kept' && saving.at >= (recorded?.savedAt ?? 0)) return saving.outcome;
  return recorded?.outcome ?? null;
}
