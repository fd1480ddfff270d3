import { exact } from '../decimal.ts';

/** One line of the mine's own shift book: who read what where, and when. `minute` counts from any fixed day. */
export interface BookEntry {
  readonly row: number;
  readonly place: string;
  readonly by: string;
  readonly minute: number;
  /** As written; null where nothing is written. */
  readonly ch4_pct: string | null;
  readonly co2_pct: string | null;
}

/** What a person should look at. A remark is no verdict: it says what was seen and in which rows. */
export type BookRemark =
  | { readonly kind: 'repeated'; readonly place: string; readonly figure: string; readonly rows: readonly number[] }
  | { readonly kind: 'sameRound'; readonly by: string; readonly length: number; readonly rows: readonly number[] }
  | {
      readonly kind: 'tooFast';
      readonly by: string;
      readonly from: string;
      readonly to: string;
      readonly minutes: number;
      readonly rows: readonly number[];
    };

/** Product defaults (默认): from how many on a likeness is worth a look, and how long a walk takes at least. */
export const bookDefaults = { repeats: 6, rounds: 3, roundLength: 4, walk_min: 2, roundGap_min: 120 } as const;

/** Everything in a book that a person should look at; the order of its rows does not matter. */
export function bookRemarks(entries: readonly BookEntry[]): readonly BookRemark[] {
  const inOrder = entries.toSorted((a, b) => a.minute - b.minute || a.row - b.row);
  return [...repeated(inOrder), ...sameRounds(inOrder), ...tooFast(inOrder)];
}

const written = (text: string | null): string => (text === null ? '' : exact(text).toFixed());
const figureOf = ({ ch4_pct, co2_pct }: BookEntry): string => `${written(ch4_pct)}/${written(co2_pct)}`;
const isNought = ({ ch4_pct, co2_pct }: BookEntry): boolean =>
  [ch4_pct, co2_pct].every((text) => text === null || exact(text).isZero());

/** The same figures at one place again and again. Nought may stay nought in a mine with little gas. */
function repeated(entries: readonly BookEntry[]): BookRemark[] {
  return [...Map.groupBy(entries, ({ place }) => place)].flatMap(([place, all]) =>
    runs(all, (one, other) => figureOf(one) === figureOf(other))
      .filter((run) => run.length >= bookDefaults.repeats && !run.every(isNought))
      .map((run): BookRemark => ({ kind: 'repeated', place, figure: figureOf(first(run)), rows: rowsOf(run) })),
  );
}

/** Whole rounds of one person that have the same figures at the same places in the same order. */
function sameRounds(entries: readonly BookEntry[]): BookRemark[] {
  return [...Map.groupBy(entries, ({ by }) => by)].flatMap(([by, all]) => {
    const rounds = runs(all, (one, other) => other.minute - one.minute < bookDefaults.roundGap_min).filter(
      (round) => round.length >= bookDefaults.roundLength && !round.every(isNought),
    );
    const alike = Map.groupBy(rounds, (round) => round.map((one) => `${one.place} ${figureOf(one)}`).join('\n'));
    return [...alike.values()]
      .filter((same) => same.length >= bookDefaults.rounds)
      .map((same): BookRemark => ({ kind: 'sameRound', by, length: first(same).length, rows: same.flatMap(rowsOf) }));
  });
}

/** Two places in less time than the walk between them takes: nobody reads at both. */
function tooFast(entries: readonly BookEntry[]): BookRemark[] {
  return [...Map.groupBy(entries, ({ by }) => by)].flatMap(([by, all]) =>
    all.flatMap((one, at): BookRemark[] => {
      const before = all[at - 1];
      const minutes = before ? one.minute - before.minute : Number.POSITIVE_INFINITY;
      if (by === '' || !before || before.place === one.place || minutes >= bookDefaults.walk_min) return [];
      return [{ kind: 'tooFast', by, from: before.place, to: one.place, minutes, rows: [before.row, one.row] }];
    }),
  );
}

/** Neighbours that belong together, in pieces. */
function runs<T>(all: readonly T[], together: (one: T, other: T) => boolean): (readonly T[])[] {
  const pieces: T[][] = [];
  for (const one of all) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    if (piece && last !== undefined && together(last, one)) piece.push(one);
    else pieces.push([one]);
  }
  return pieces;
}

const rowsOf = (entries: readonly BookEntry[]): readonly number[] => entries.map(({ row }) => row);

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('a run has at least one entry');
  return one;
}
