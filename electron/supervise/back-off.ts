/** What to do after a process died. */
export interface NextTry {
  readonly afterMs: number;
  /** It died too often: the screen says that it will not start; it is tried again, slowly. */
  readonly givenUp: boolean;
}

const FIRST_MS = 100;
const LONGEST_MS = 5_000;
const WINDOW_MS = 60_000;
const DEATHS_IN_WINDOW = 6;
const SLOW_MS = 30_000;

/** How long to wait before the next start, from the times of the deaths so far (the last one included). */
export function nextTry(deaths: readonly number[], now: number): NextTry {
  const recent = deaths.filter((at) => now - at < WINDOW_MS).length;
  if (recent >= DEATHS_IN_WINDOW) return { afterMs: SLOW_MS, givenUp: true };
  return { afterMs: Math.min(FIRST_MS * 2 ** Math.max(0, recent - 1), LONGEST_MS), givenUp: false };
}

/** The deaths that still count. */
export const recentDeaths = (deaths: readonly number[], now: number): readonly number[] =>
  deaths.filter((at) => now - at < WINDOW_MS);
