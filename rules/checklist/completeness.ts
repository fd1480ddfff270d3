/**
 * How an obligation stands. `settled`: passed or failed with what its row asks. `unclear`: answered, and still open (查不清, or a
 * pass that lacks its evidence). `excluded`: not applicable, with a reason. `missing`: nobody answered, or left it out without a reason.
 */
export type Standing = 'settled' | 'unclear' | 'excluded' | 'missing';

/** How the row of an obligation stands, and the reason its answer gives. Null where there is no row at all. */
export type RowStanding = {
  readonly status: 'unanswered' | 'pass' | 'fail' | 'unknown' | 'notApplicable';
  readonly reason: string;
} | null;

export function standingOf(row: RowStanding): Standing {
  if (row === null || row.status === 'unanswered') return 'missing';
  if (row.status === 'unknown') return 'unclear';
  if (row.status !== 'notApplicable') return 'settled';
  return row.reason.trim() === '' ? 'missing' : 'excluded';
}

/** Obligations counted. `owed` is the sum of the four; `explained` are those of `missing` that have a written reason. */
export interface Completeness {
  readonly owed: number;
  readonly settled: number;
  readonly unclear: number;
  readonly excluded: number;
  readonly missing: number;
  readonly explained: number;
}

export function countStandings(
  rows: readonly { readonly standing: Standing; readonly explained: boolean }[],
): Completeness {
  const of = (standing: Standing) => rows.filter((row) => row.standing === standing).length;
  return {
    owed: rows.length,
    settled: of('settled'),
    unclear: of('unclear'),
    excluded: of('excluded'),
    missing: of('missing'),
    explained: rows.filter(({ standing, explained }) => standing === 'missing' && explained).length,
  };
}

const NOTHING: Completeness = { owed: 0, settled: 0, unclear: 0, excluded: 0, missing: 0, explained: 0 };

/** Several inspections together. */
export const sumCompleteness = (all: readonly Completeness[]): Completeness =>
  all.reduce(
    (sum, one) => ({
      owed: sum.owed + one.owed,
      settled: sum.settled + one.settled,
      unclear: sum.unclear + one.unclear,
      excluded: sum.excluded + one.excluded,
      missing: sum.missing + one.missing,
      explained: sum.explained + one.explained,
    }),
    NOTHING,
  );
