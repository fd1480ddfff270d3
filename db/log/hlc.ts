/** A hybrid logical clock: milliseconds (48 bit) and a counter (16 bit). Both parts are exact in a JS number, their joint value is not. */
export interface Hlc {
  readonly ms: number;
  readonly counter: number;
}

/** How far a clock may run ahead of the wall before it is not followed. */
export const HLC_AHEAD_MS = 24 * 60 * 60 * 1000;

const MAX_MS = 2 ** 48 - 1;
const MAX_COUNTER = 0xffff;

export const zeroHlc: Hlc = { ms: 0, counter: 0 };

export const hlcToText = ({ ms, counter }: Hlc): string =>
  ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0');

export const textToHlc = (text: string): Hlc => ({
  ms: Number.parseInt(text.slice(0, 12), 16),
  counter: Number.parseInt(text.slice(12), 16),
});

const clampMs = (wall: number): number => Math.min(Math.max(Math.trunc(wall), 0), MAX_MS);

export const laterOf = (a: Hlc, b: Hlc): Hlc => (a.ms > b.ms || (a.ms === b.ms && a.counter >= b.counter) ? a : b);

const after = ({ ms, counter }: Hlc): Hlc => {
  if (counter < MAX_COUNTER) return { ms, counter: counter + 1 };
  return ms < MAX_MS ? { ms: ms + 1, counter: 0 } : { ms, counter }; // the year 10889; seq still orders the log
};

/** The stamp of the next own event. `restarted`: the own clock ran more than 24 h ahead of the wall and begins anew there. */
export function tick(last: Hlc, wall: number): { readonly hlc: Hlc; readonly restarted: boolean } {
  const now: Hlc = { ms: clampMs(wall), counter: 0 };
  if (last.ms - now.ms > HLC_AHEAD_MS) return { hlc: now, restarted: true };
  return { hlc: now.ms > last.ms ? now : after(last), restarted: false };
}

/** The own clock after hearing another's stamp; one more than 24 h ahead of the wall is stored with its event, not followed. */
export function hear(own: Hlc, received: Hlc, wall: number): Hlc {
  return received.ms - clampMs(wall) > HLC_AHEAD_MS ? own : laterOf(own, received);
}
