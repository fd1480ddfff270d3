import type { Verdict } from '../../vocabulary/verdict.ts';

/** 1 withdraw, 2 alarm, 3 advisory. */
export type AlarmLevel = 1 | 2 | 3;

/** What a live channel adds to its verdict. */
export interface Watch {
  /** The reading lies past the range on the side that can break a limit. */
  readonly beyondRange: boolean;
  /** What is left to the nearest upper limit as a share of it; null without an upper limit or a number. */
  readonly marginShare: number | null;
  /** At the present rise, minutes until the nearest limit; null when it does not rise. */
  readonly minutesToLimit: number | null;
  /** The instrument's certificate is about to end or has ended. */
  readonly certificateEnding: boolean;
}

/** Product defaults (默认), not law: a reading this near to its limit is worth a look. */
const nearShare = 0.2;
const nearMinutes = 5;

/** Rules whose breach is an alarm even where the article names no action. */
const alarming: ReadonlySet<string> = new Set(['gas.toxic.limit', 'gas.air.composition']);

/**
 * The alarm of a verdict. Withdrawal, or a reading past the range, is 1; any other action, or a toxic or air limit
 * broken, is 2; near a limit, rising towards one, or a certificate ending is 3. An unknown verdict alone gives none.
 */
export function alarmLevel(verdict: Verdict | null, watch: Watch): AlarmLevel | null {
  if (watch.beyondRange || verdict?.actions.includes('withdraw')) return 1;
  if (verdict?.status === 'fail' && (verdict.actions.length > 0 || alarming.has(verdict.rule))) return 2;
  const near = watch.marginShare !== null && watch.marginShare < nearShare;
  const rising = watch.minutesToLimit !== null && watch.minutesToLimit <= nearMinutes;
  return near || rising || watch.certificateEnding ? 3 : null;
}
