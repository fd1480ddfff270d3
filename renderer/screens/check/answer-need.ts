import type { Outcome } from '../../../electron/ports/inspection-models.ts';
import type { VerdictStatus } from '../../../vocabulary/verdict.ts';

/** What an answer still wants before it can be given: a reason, or a written one for going against the figures. */
export type Need = 'nothing' | 'reason' | 'override';

/** The six short reasons; the words stand under `check.reasons`. `other` is typed. */
export const shortReasons = ['noDrawing', 'noAccess', 'nobody', 'noInstrument', 'notProvided', 'notThisTime'] as const;

/** Reasons why an item does not apply; six short ones as well. */
export const notApplicableReasons = [
  'noSuchWork',
  'noSuchDevice',
  'typeExempt',
  'notYetDue',
  'coveredElsewhere',
  'stopped',
] as const;

/** The figures decide pass, fail or not applicable; `unknown` of the machine binds nobody. */
export function needOf(outcome: Outcome, machine: VerdictStatus | null): Need {
  const decided = machine !== null && machine !== 'unknown';
  if (decided && outcome !== machine) return 'override';
  if (outcome === 'unknown' || outcome === 'notApplicable') return 'reason';
  return 'nothing';
}

export interface Given {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly override: string;
}

/** The answer as it is sent, or null while its reason is missing. */
export function givenOf(outcome: Outcome, machine: VerdictStatus | null, reason: string): Given | null {
  const need = needOf(outcome, machine);
  const written = reason.trim();
  if (need !== 'nothing' && written === '') return null;
  const asksReason = outcome === 'unknown' || outcome === 'notApplicable';
  return { outcome, reason: asksReason ? written : '', override: need === 'override' ? written : '' };
}
