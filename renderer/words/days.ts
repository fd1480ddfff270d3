const DAY_MS = 86_400_000;

/** A certificate that ends within so many days is worth a look. */
export const INSTRUMENT_WARNING_DAYS = 15;

/** Whole days left until a moment; negative once it is past. */
export const daysLeft = (until: number, now: number): number => Math.floor((until - now) / DAY_MS);

/** Whole days left of a paper that is good through its last day. */
export const daysUntil = (lastDay: string, now: number): number => daysLeft(Date.parse(`${lastDay}T23:59:59`), now);
