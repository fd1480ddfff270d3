import type { Conflict, ExchangeState, Gap, ImportResult, LogRow } from '../../../electron/ports/exchange-models.ts';
import type { MarkKind } from '../../marks/mark-kind.ts';

type Counts = Pick<ImportResult, 'received' | 'known' | 'added' | 'quarantined' | 'held' | 'refused'>;

/** Whether every entry that came is accounted for: received = new + known + set aside + unsealed + refused. */
export const balances = (counts: Counts): boolean =>
  counts.received === counts.added + counts.known + counts.quarantined + counts.held + counts.refused;

/** One piece of a device's bar, as a share of the whole. */
export interface BarPiece {
  readonly kind: 'have' | 'gap' | 'unsealed';
  readonly share: number;
}

/** The bar of a log: what arrived, where it is missing, and the unsealed end. */
export function barOf(row: LogRow, gaps: readonly Gap[]): BarPiece[] {
  if (row.highest <= 0) return [];
  const pieces: BarPiece[] = [];
  const add = (kind: BarPiece['kind'], from: number, to: number) => {
    if (to >= from) pieces.push({ kind, share: (to - from + 1) / row.highest });
  };
  const own = gaps.filter((gap) => gap.log === row.log).toSorted((a, b) => a.from - b.from);
  const sealedEnd = row.highest - (row.own ? row.neverSealed : row.unsealed);
  let at = 1;
  for (const gap of own) {
    add('have', at, Math.min(gap.from - 1, sealedEnd));
    add('gap', gap.from, gap.to);
    at = gap.to + 1;
  }
  add('have', at, sealedEnd);
  add('unsealed', Math.max(at, sealedEnd + 1), row.highest);
  return pieces;
}

export type LogWord =
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  | { readonly kind: 'missingMore'; readonly n: number }
  | { readonly kind: 'unsealed'; readonly n: number }
  /** The last entries of an old record that goes on in another one. */
  | { readonly kind: 'neverSealed'; readonly n: number }
  | { readonly kind: 'own'; readonly seq: number }
  | { readonly kind: 'quarantined'; readonly n: number }
  | { readonly kind: 'all' };

/** The one thing to say beside a device's bar; what is missing comes before what is unsealed. */
export function logWord(row: LogRow, gaps: readonly Gap[]): LogWord {
  const missing = gaps.filter((gap) => gap.log === row.log);
  const [first] = missing;
  if (missing.length > 1) return { kind: 'missingMore', n: missing.length };
  if (first) return { kind: 'missing', from: first.from, to: first.to };
  if (row.neverSealed > 0) return { kind: 'neverSealed', n: row.neverSealed };
  if (row.own) return { kind: 'own', seq: row.highest };
  if (row.unsealed > 0) return { kind: 'unsealed', n: row.unsealed };
  return row.quarantined > 0 ? { kind: 'quarantined', n: row.quarantined } : { kind: 'all' };
}

const logMarks: Readonly<Record<LogWord['kind'], MarkKind>> = {
  missing: 'gap',
  missingMore: 'gap',
  unsealed: 'unknown',
  neverSealed: 'unknown',
  own: 'saved',
  quarantined: 'quarantined',
  all: 'received',
};
export const logMark = (word: LogWord): MarkKind => logMarks[word.kind];

/** How many entries a log lacks. */
export const missingCount = (row: LogRow, gaps: readonly Gap[]): number =>
  gaps.filter((gap) => gap.log === row.log).reduce((sum, gap) => sum + gap.to - gap.from + 1, 0);

/** The answers of a conflict, the one that shows for now first. */
export const headsInOrder = (conflict: Conflict): Conflict['heads'] =>
  conflict.heads.toSorted((a, b) => Number(b.shown) - Number(a.shown) || a.wall - b.wall);

/** Whether each answer has a word of its own, so that a button can name it. */
export function namedByOutcome(conflict: Conflict): boolean {
  const words = conflict.heads.map((head) => head.outcome);
  return words.every((word) => word !== null) && new Set(words).size === words.length;
}

export const quarantineReasons = ['revoked', 'fork', 'not_enrolled', 'late', 'role', 'other'] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

export const quarantineReason = (reason: string): QuarantineReason =>
  quarantineReasons.find((known) => known === reason) ?? 'other';

/** The own entries that no exported bundle holds yet, or null where all were handed in. */
export function pendingRange(
  exported: ExchangeState['exported'],
  highest: number,
): { readonly from: number; readonly to: number } | null {
  const last = Math.max(0, ...exported.map((row) => row.toSeq));
  return highest > last ? { from: last + 1, to: highest } : null;
}
