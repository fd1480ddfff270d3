import { type Exact, exact } from '../decimal.ts';

/** One quantity that may be moved in one direction, in whole steps, until something holds. */
export interface Search {
  readonly from: Exact;
  readonly direction: 'up' | 'down';
  /** The resolution of the answer: it is rounded to the side that satisfies the law. */
  readonly step: Exact;
  /** As far as it can go. */
  readonly until: Exact;
  /** Values where the limit itself changes, as between the rows of a table; between them more never does worse. */
  readonly breaks?: readonly Exact[];
  readonly holds: (value: Exact) => boolean;
}

/**
 * The nearest value for which it holds: one step less does not. Null where nothing up to `until` does. Searched by halving
 * between the breaks, nearest first, so a limit that jumps is not passed over.
 */
export function nearest({ from, direction, step, until, breaks = [], holds }: Search): Exact | null {
  const sign = direction === 'up' ? 1 : -1;
  // Steps are counted from zero, so that an answer has no more digits than its step.
  const first = direction === 'up' ? from.div(step).floor().plus(1) : from.div(step).ceil().minus(1);
  const stepOf = (value: Exact) => (direction === 'up' ? value.div(step).floor() : value.div(step).ceil());
  const last = stepOf(until);
  const ends = [...breaks.flatMap((one) => endsAt(one.div(step), sign)), last]
    .filter((end) => end.minus(first).times(sign).gte(0) && last.minus(end).times(sign).gte(0))
    .sort((one, other) => one.cmp(other) * sign);
  let start = first;
  for (const end of ends) {
    if (end.minus(start).times(sign).lt(0)) continue;
    const found = between(start, end, sign, (at) => holds(at.times(step)));
    if (found) return found.times(step);
    start = end.plus(sign);
  }
  return null;
}

/** The last whole steps before, at and after a break: each may fall into either row. */
function endsAt(at: Exact, sign: number): Exact[] {
  const before = sign > 0 ? at.ceil().minus(1) : at.floor().plus(1);
  const on = sign > 0 ? at.floor() : at.ceil();
  return [before, on, on.plus(sign)];
}

/** The first step from `start` to `end` for which it holds, where it holds from some step on. */
function between(start: Exact, end: Exact, sign: number, holds: (at: Exact) => boolean): Exact | null {
  if (holds(start)) return start;
  if (!holds(end)) return null;
  let [no, yes] = [exact(start), exact(end)];
  while (yes.minus(no).abs().gt(1)) {
    const middle = sign > 0 ? no.plus(yes).div(2).floor() : no.plus(yes).div(2).ceil();
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
