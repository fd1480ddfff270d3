/** Work that stops now and then to let others have their turn; yields how far it is, from 0 to 1. */
export type Steps<T> = Generator<number, T, void>;

/** The same work without stops. */
export function drain<T>(steps: Steps<T>): T {
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
}

/** The steps of a part as steps of the whole, from `from` to `to`. */
export function* part<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    yield from + next.value * (to - from);
  }
}

/** So many rows between two stops: a few milliseconds of work. */
export const ROWS_PER_STEP = 200;

/** Does something for each of many, with a stop after every `ROWS_PER_STEP`; `from` and `to` are its share of the whole. */
export function* forEach<T>(many: readonly T[], work: (one: T, nth: number) => void, from = 0, to = 1): Steps<void> {
  for (const [nth, one] of many.entries()) {
    work(one, nth);
    if ((nth + 1) % ROWS_PER_STEP === 0) yield from + ((to - from) * nth) / many.length;
  }
}
