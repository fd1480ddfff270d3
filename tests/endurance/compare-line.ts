import type { PreparedDriver } from '../../drivers/driver.ts';
import type { Heard, HeardReading } from './heard.ts';
import type { Disturbance, Line, SentFrame } from './line.ts';
import type { Arrival } from './sick-recorder.ts';
import { answerTimeMs, settleTimeMs, staleTimeMs } from './stale-time.ts';

/** One detector, heard against its own truth. Times are the worst of the run, in milliseconds. */
export interface LineFigures {
  readonly name: string;
  readonly sent: number;
  /** Of those, sent on the open line, at least a second away from any edge, and not late. */
  readonly counted: number;
  readonly received: number;
  /** Answers that left for the port only after the listener's time-out, because the machine held up the simulator. */
  readonly late: number;
  readonly lost: readonly SentFrame[];
  /** Readings for which no frame was sent, or with another amount than the frame's. */
  readonly madeUp: readonly HeardReading[];
  readonly reconnectMs: number;
  /** Beyond the driver's own stale time; negative where the silence was always shown earlier. */
  readonly staleOverMs: number;
  readonly gapEdgeMs: number;
  readonly gaps: number;
  /** Disturbances that should have left a gap and did not, gaps without a disturbance, and times nothing was heard. */
  readonly wrongGaps: readonly string[];
  readonly trapped: readonly string[];
}

/** Of a line, what it says of the run. */
type Course = Pick<Line, 'name' | 'family' | 'frames' | 'disturbances' | 'trap' | 'hushedAt'>;

interface Pair {
  readonly reading: HeardReading;
  readonly frame: SentFrame;
}

const EDGE_MS = 1_000;
/** Both ends read the same monotonic clock, but write the time down a little after the fact. */
const CLOCK_SLACK_MS = 50;
/** A frame may wait in the pty until the port is opened again. */
const LONGEST_WAY_MS = 5_000;
export const STALE_ROOM_MS = 500;

/** Of a line, what the listener handed over for keeping. */
export interface LineRecord {
  readonly arrivals: readonly Arrival[];
  readonly openings: readonly number[];
}

export function compareLine(
  line: Course,
  heard: Heard,
  { arrivals, openings: keptOpenings }: LineRecord,
  prepared: PreparedDriver,
): LineFigures {
  const openings = keptOpenings.toSorted((one, other) => one - other); // spooled ones were kept later
  const { pairs, madeUp } = pairUp(heard.readings, line.frames);
  const got = new Set(pairs.map(({ frame }) => frame));
  const timeoutMs = answerTimeMs(prepared);
  const edges = line.disturbances.map((each) => edgeOf(each, openings));
  // The first opening and the closing are edges too.
  const from = Math.min(...openings) + EDGE_MS;
  const to = (line.hushedAt() ?? Number.POSITIVE_INFINITY) - EDGE_MS;
  const isClear = ({ at: { mono } }: SentFrame) =>
    mono >= from && mono <= to && !edges.some((edge) => mono >= edge.from && mono <= edge.to);
  const missing = line.frames.filter((frame) => isClear(frame) && !got.has(frame));
  const asked = arrivals.filter(({ dir }) => dir === 'tx').map(({ mono }) => mono);
  const late = missing.filter((frame) => timeoutMs !== null && isLate(frame, asked, timeoutMs));
  const staleMs = staleTimeMs(prepared, line.family);
  return {
    name: line.name,
    sent: line.frames.length,
    counted: line.frames.filter(isClear).length - late.length,
    received: pairs.length,
    late: late.length,
    lost: missing.filter((frame) => !late.includes(frame)),
    madeUp,
    reconnectMs: worst(line.disturbances.map((each) => reconnectOf(each, openings))),
    staleOverMs: worst(line.disturbances.map((each) => staleOverOf(each, line, heard, pairs, staleMs))),
    gapEdgeMs: worst(heard.gaps.map((gap) => gapEdgeOf(gap, line.disturbances, pairs) ?? 0)),
    gaps: heard.gaps.length,
    wrongGaps: [
      ...heard.gaps
        .filter((gap) => gapEdgeOf(gap, line.disturbances, pairs) === null)
        .map(({ from, to, cause }) => `gap ${cause} ${from}-${to} without a reason`),
      ...line.disturbances
        .filter((each) => mustLeaveGap(each, line, pairs, staleMs) && !heard.gaps.some((gap) => covers(gap, each)))
        .map(({ kind, begin }) => `no gap for ${kind} at ${begin.wall}`),
      ...deafTimes(line, pairs, staleMs + settleTimeMs(prepared)),
    ],
    trapped: line.trap(),
  };
}

const worst = (times: readonly (number | null)[]): number =>
  Math.max(Number.NEGATIVE_INFINITY, ...times.flatMap((time) => time ?? []));

/** Finds the sent frame of each reading: same bytes, sent shortly before, and each frame for one reading only. */
function pairUp(readings: readonly HeardReading[], frames: readonly SentFrame[]) {
  const waiting = Map.groupBy(frames, ({ hex }) => hex);
  const pairs: Pair[] = [];
  const madeUp: HeardReading[] = [];
  for (const reading of readings) {
    const queue = waiting.get(reading.hex) ?? [];
    const at = queue.findIndex((frame) => {
      const wayMs = reading.at.mono - frame.at.mono;
      return wayMs > -CLOCK_SLACK_MS && wayMs < LONGEST_WAY_MS;
    });
    const frame = queue[at];
    if (!frame || frame.amount === null || reading.amount === null || +frame.amount !== +reading.amount)
      madeUp.push(reading);
    else pairs.push({ reading, frame });
    if (frame) queue.splice(0, at + 1);
  }
  return { pairs, madeUp };
}

/** When a line that was unplugged was opened again, by the listener's own record. */
function backAt({ end }: Disturbance, openings: readonly number[]): number | null {
  if (end === null) return null;
  return openings.find((mono) => mono >= end.mono - CLOCK_SLACK_MS) ?? Number.POSITIVE_INFINITY;
}

/** Whether an answer left too late for its question. One that had left in time must be heard, however late that may be. */
function isLate({ at, leftBy }: SentFrame, asked: readonly number[], timeoutMs: number): boolean {
  const question = Math.max(...asked.filter((mono) => mono < at.mono));
  return (leftBy ?? Number.POSITIVE_INFINITY) - question > timeoutMs;
}

/** The time around a disturbance whose frames are not counted. */
function edgeOf(each: Disturbance, openings: readonly number[]): { readonly from: number; readonly to: number } {
  const from = each.begin.mono - EDGE_MS;
  if (each.end === null) return { from, to: Number.POSITIVE_INFINITY };
  // A port that is not open yet is an edge still going on; how long that may take is judged by the reconnect figure.
  const back = each.kind === 'unplugged' ? (backAt(each, openings) ?? 0) : 0;
  return { from, to: Math.max(each.end.mono + EDGE_MS, back) };
}

function reconnectOf(each: Disturbance, openings: readonly number[]): number | null {
  const back = backAt(each, openings);
  return each.kind !== 'unplugged' || each.end === null || back === null ? null : back - each.end.mono;
}

/** The last frame heard before, unless the line was still disturbed otherwise since. */
function lastBefore({ begin }: Disturbance, line: Course, pairs: readonly Pair[]): Pair | null {
  const last = pairs.findLast(({ frame }) => frame.at.mono < begin.mono) ?? null;
  const isFresh =
    last && !line.disturbances.some(({ end }) => end && end.mono > last.frame.at.mono && end.mono < begin.mono);
  return isFresh ? last : null;
}

/** By when a silence must have been shown; null where it was too short. */
function staleDueOf(each: Disturbance, line: Course, pairs: readonly Pair[], staleMs: number): number | null {
  const last = lastBefore(each, line, pairs);
  if (each.kind === 'unplugged' || each.end === null || last === null) return null;
  const due = last.frame.at.mono + staleMs;
  // Beyond the room, a frame right after the silence may have come first.
  return each.end.mono > due + STALE_ROOM_MS ? due : null;
}

function staleOverOf(
  each: Disturbance,
  line: Course,
  heard: Heard,
  pairs: readonly Pair[],
  staleMs: number,
): number | null {
  const due = staleDueOf(each, line, pairs, staleMs);
  if (due === null) return null;
  const from = due - staleMs;
  const shown = heard.stales.find(({ mono }) => mono > from)?.mono ?? Number.POSITIVE_INFINITY;
  return shown - due;
}

const mustLeaveGap = (each: Disturbance, line: Course, pairs: readonly Pair[], staleMs: number): boolean =>
  each.kind === 'unplugged' || staleDueOf(each, line, pairs, staleMs) !== null;

/** Times in which nothing came although the line was whole: a detector that is asked no more sends nothing to be lost. */
function deafTimes(line: Course, pairs: readonly Pair[], mostMs: number): string[] {
  const ends = [...pairs.map(({ frame }) => frame.at.mono), line.hushedAt() ?? 0];
  return ends.flatMap((to, index) => {
    const before = pairs[index - 1]?.frame.at.mono;
    if (before === undefined || to - before < mostMs) return [];
    const during = line.disturbances.filter(({ begin, end }) => begin.mono < to && (end?.mono ?? to) > before);
    const from = Math.max(before, ...during.map(({ end }) => end?.mono ?? to));
    return to - from > mostMs + EDGE_MS ? [`heard nothing for ${Math.round(to - from)} ms until ${to}`] : [];
  });
}

type Gap = Heard['gaps'][number];

const covers = ({ from, to, cause }: Gap, { kind, begin, end }: Disturbance): boolean =>
  end !== null &&
  from <= begin.wall + EDGE_MS &&
  to >= end.wall - EDGE_MS &&
  (kind !== 'unplugged' || cause === 'unplugged');

/**
 * How far the edges of a gap are off. The true first edge lies between the last frame that came through and the moment the
 * line was disturbed; the true second edge is the first frame that came through again. Null: nothing had happened.
 */
function gapEdgeOf(gap: Gap, disturbances: readonly Disturbance[], pairs: readonly Pair[]): number | null {
  const next = pairs.findIndex(({ reading }) => reading.at.wall >= gap.to - 1);
  const after = pairs[next];
  const before = pairs[next - 1];
  if (!after || !before) return null;
  const reasons = disturbances.filter(
    ({ begin, end }) => begin.wall <= gap.to && (end === null || end.wall >= before.frame.at.wall),
  );
  if (reasons.length === 0) return null;
  const upper = Math.max(...reasons.map(({ begin }) => begin.wall));
  const fromError = Math.max(0, before.frame.at.wall - gap.from, gap.from - upper);
  return Math.max(fromError, Math.abs(gap.to - after.frame.at.wall));
}
