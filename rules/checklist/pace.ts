import type { ItemId, PlaceId } from '../../vocabulary/ids.ts';
import type { EpochMs } from '../../vocabulary/time.ts';

/** An answer as its time and place concern the walk. */
export interface TimedAnswer {
  readonly itemId: ItemId;
  readonly placeId: PlaceId | null;
  readonly author: string;
  readonly at: EpochMs;
}

/** 默认: between two places whose distance nobody gave. */
export const DEFAULT_WALK_S = 60;
/** 默认: nobody walks faster underground. */
export const FASTEST_WALK_M_PER_S = 2;

/** How far the walk is from a place to the next one of the route, where the plan says. */
export type Leg = { readonly from: PlaceId; readonly to: PlaceId; readonly length_m: number };

/** Two answers of one person at two places, nearer in time than the places are in steps. For a lead to look at: it judges nothing. */
export interface TooFast {
  readonly author: string;
  readonly before: TimedAnswer;
  readonly after: TimedAnswer;
  readonly took_s: number;
  readonly needs_s: number;
  /** Null where the default stands for a distance nobody gave. */
  readonly length_m: number | null;
}

/** Every change of place that went faster than one can walk, in the order of time. Answers for the whole mine need no walk. */
export function tooFast(answers: readonly TimedAnswer[], route: readonly Leg[]): readonly TooFast[] {
  const byAuthor = Map.groupBy(
    answers.filter(({ placeId }) => placeId !== null),
    ({ author }) => author,
  );
  return [...byAuthor.values()]
    .flatMap((own) => {
      const inTime = own.toSorted((a, b) => a.at - b.at);
      return inTime.slice(1).flatMap((after, index): TooFast[] => {
        const before = inTime[index];
        return before ? flagged(before, after, route) : [];
      });
    })
    .sort((a, b) => a.after.at - b.after.at);
}

function flagged(before: TimedAnswer, after: TimedAnswer, route: readonly Leg[]): TooFast[] {
  if (before.placeId === null || after.placeId === null || before.placeId === after.placeId) return [];
  const length_m = walkBetween(before.placeId, after.placeId, route);
  const needs_s = length_m === null ? DEFAULT_WALK_S : Math.ceil(length_m / FASTEST_WALK_M_PER_S);
  const took_s = Math.floor((after.at - before.at) / 1000);
  return took_s < needs_s ? [{ author: after.author, before, after, took_s, needs_s, length_m }] : [];
}

/** The shortest known way; null where no known legs join the two places. */
function walkBetween(from: PlaceId, to: PlaceId, route: readonly Leg[]): number | null {
  const reached = new Map<PlaceId, number>([[from, 0]]);
  // as many rounds as there are legs reach whatever can be reached
  for (const _ of route)
    for (const leg of route) {
      shorten(reached, leg.from, leg.to, leg.length_m);
      shorten(reached, leg.to, leg.from, leg.length_m);
    }
  return reached.get(to) ?? null;
}

function shorten(reached: Map<PlaceId, number>, from: PlaceId, to: PlaceId, length_m: number): void {
  const start = reached.get(from);
  if (start === undefined) return;
  const known = reached.get(to);
  if (known === undefined || start + length_m < known) reached.set(to, start + length_m);
}
