import type { Pack } from '../../../rules/packs/pack.ts';

/** How many figures and clauses of a pack have not been checked against the text. */
export function uncheckedIn(pack: Pack): number {
  return [...pack.limits, ...pack.tables, ...pack.clauses].filter((entry) => entry.needsCheck || entry.article === null)
    .length;
}

/** The last day in force has passed. ISO dates compare as text. */
export const endedBy = (pack: Pack, today: string): boolean => pack.effectiveTo !== null && pack.effectiveTo < today;
