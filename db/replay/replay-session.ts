import { type Capture, endOf, orderCapture, startOf } from '../../drivers/capture/read-capture.ts';
import { recordedDriver } from '../../drivers/capture/recorded-driver.ts';
import { replayLines } from '../../drivers/capture/replay-capture.ts';
import { markGap } from '../../drivers/session/mark-gap.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import type { GapCause } from '../../vocabulary/gap-cause.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { BlockPlace, RawBlock } from './evidence-source.ts';

/** A block whose bytes are gone, changed or unreadable. */
export interface DamagedBlock {
  readonly place: BlockPlace | null;
  readonly fault: Fault;
}

/** A reading as the raw bytes give it. `rawHex` is the frame, null for the mark of a gap; `line` is the index of the line that ended it. */
export interface ReplayedReading {
  readonly reading: Reading;
  readonly rawHex: string | null;
  readonly line: number;
}

/** What a capture gives again. */
export interface ReplayedSession {
  readonly readings: readonly ReplayedReading[];
  /** The edges of each gap by the wall clock, and its cause. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly cause: GapCause }[];
}

/** Puts the blocks of one session together. Null capture: none of them could be read. */
export function readSession(blocks: readonly RawBlock[]): { capture: Capture | null; damaged: DamagedBlock[] } {
  const damaged: DamagedBlock[] = [];
  const parts = blocks.flatMap((block) => {
    const read = block.read();
    if (read.ok) return [read.value];
    damaged.push({ place: block.place, fault: read.fault });
    return [];
  });
  const [first] = parts;
  const lines = parts.flatMap((part) => part.lines);
  return { capture: first ? orderCapture(first.header, lines) : null, damaged };
}

/**
 * Replays a capture with the recorded version of its driver. `lastHeard`: monotonic time of the last recorded reading of this session:
 * until then it lived, also where its end is not recorded. Faults: unknown_driver, driver_version_absent, bad_profile, bad_setting.
 */
export function replaySession(capture: Capture, lastHeard: number | null): Result<ReplayedSession> {
  const recorded = recordedDriver(capture.header);
  if (!recorded.ok) return recorded;
  const readings: ReplayedReading[] = [];
  const gaps: { from: number; to: number; cause: GapCause }[] = [];
  const latest = new Map<string, Reading>();
  replayLines(recorded.value.prepared, capture, {
    ...(lastHeard === null ? {} : { until: lastHeard }),
    hear: (item, line) => {
      if (item.kind === 'reading') {
        latest.set(item.reading.channel, item.reading);
        readings.push({ reading: item.reading, rawHex: item.rawHex, line });
      } else if (item.kind === 'gap') {
        gaps.push({ from: item.from.wall, to: item.to.wall, cause: item.cause });
        const marks = markGap(latest.values(), item);
        readings.push(...marks.map((reading) => ({ reading, rawHex: null, line })));
      }
    },
  });
  return ok({ readings, gaps });
}

/** Monotonic times of the first and the last thing in a capture. Fault: bad_capture for one without lines. */
export function spanOfCapture({ lines }: Capture): Result<{ readonly from: number; readonly to: number }> {
  const [first] = lines;
  if (!first) return fail({ code: 'bad_capture', line: 2 });
  return ok({ from: startOf(first), to: lines.reduce((most, line) => Math.max(most, endOf(line)), 0) });
}
