import { STALE_ROOM_MS } from './compare-line.ts';
import type { EnduranceFigures } from './endurance.ts';

/** Beyond these a run has failed. */
export interface Limits {
  readonly gapEdgeMs: number;
  readonly reconnectMs: number;
  readonly staleOverMs: number;
  /** Growth of the listener's memory after warm-up; null: the run is too short to say. */
  readonly slopeMbPerMinute: number | null;
  readonly eventsPerMinute: number;
}

/** The goals of the mission. 1,000 events in 30 minutes; over hours, 0.5 MB a minute would still be seen. */
export const goals: Limits = {
  gapEdgeMs: 1_000,
  reconnectMs: 3_000,
  staleOverMs: STALE_ROOM_MS,
  slopeMbPerMinute: 0.5,
  eventsPerMinute: 1_000 / 30,
};

export const totalOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

/** Everything that is wrong with a run, in words; empty where it passed. */
export function judgeFigures(figures: EnduranceFigures, limits: Limits): readonly string[] {
  const { lines, recorder, bugs, process, seconds, events } = figures;
  const faults = lines.flatMap((line) => [
    ...line.lost.map(
      ({ at, amount, after }) => `${line.name}: lost the frame of ${amount} sent at ${at.mono}, ${after}`,
    ),
    ...line.madeUp.map(({ at, hex, amount }) => `${line.name}: gave ${amount} at ${at.mono} for ${hex}, not sent so`),
    ...line.wrongGaps.map((gap) => `${line.name}: ${gap}`),
    ...line.trapped.map((hex) => `${line.name}: was sent ${hex}`),
    ...above('gap edge', line.gapEdgeMs, limits.gapEdgeMs, line.name),
    ...above('reconnect', line.reconnectMs, limits.reconnectMs, line.name),
    ...above('stale beyond its time', line.staleOverMs, limits.staleOverMs, line.name),
    ...(line.received === 0 || line.counted === 0 ? [`${line.name}: nothing was received or counted`] : []),
  ]);
  if (recorder.notKept > 0) faults.push(`${recorder.notKept} readings or gaps were shown and not kept`);
  if (recorder.keptTwice > 0) faults.push(`${recorder.keptTwice} readings or gaps were kept twice`);
  if (recorder.neverShown > 0) faults.push(`${recorder.neverShown} readings or gaps were kept and not shown`);
  faults.push(...bugs.map((bug) => `a driver threw: ${bug}`));
  const { slopeMbPerMinute } = limits;
  if (slopeMbPerMinute !== null && process.slopeMbPerMinute > slopeMbPerMinute)
    faults.push(`memory grows by ${process.slopeMbPerMinute.toFixed(2)} MB a minute`);
  const wanted = Math.floor((limits.eventsPerMinute * seconds) / 60);
  if (totalOf(events) < wanted) faults.push(`only ${totalOf(events)} events of ${wanted}`);
  return faults;
}

const above = (what: string, got: number, most: number, name: string): string[] =>
  got > most ? [`${name}: ${what} ${Math.round(got)} ms, at most ${most} ms`] : [];
