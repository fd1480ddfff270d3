import { captureLineOf } from '../../drivers/capture/capture-line.ts';
import { markGap } from '../../drivers/session/mark-gap.ts';
import type { SessionItem } from '../../drivers/session/session-item.ts';
import type { CaptureSource } from '../../vocabulary/capture.ts';
import type { GradeReason } from '../../vocabulary/evidence-grade.ts';
import type { BootId, EntityId, InstrumentId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { type IntakeBatch, intakeBatch } from '../ports/intake-port.ts';

export interface BatchHead extends CaptureSource {
  readonly instrumentId: InstrumentId;
  /** Names the raw capture that all batches of one detector make. */
  readonly session: EntityId;
  readonly boot: BootId;
  readonly channels: string[];
}

/** Collects what one detector gives until it is handed on. */
export interface Batcher {
  readonly add: (item: SessionItem) => void;
  /** A gap of which the session does not know. */
  readonly addGap: (gap: IntakeBatch['gaps'][number]) => void;
  /** A reason against the readings collected since the last taking. */
  readonly doubt: (reason: GradeReason) => void;
  /** What was collected since, or null where there was nothing. */
  readonly take: () => IntakeBatch | null;
}

/** Batches that follow one another and were all given up leave one gap: else it would be one a second for as long as nobody keeps. */
const ADJACENT_MS = 5_000;

function joinGap(gaps: IntakeBatch['gaps'], gap: IntakeBatch['gaps'][number]): IntakeBatch['gaps'] {
  const touching = gaps.find(
    ({ from, to, cause }) =>
      cause === 'not_kept' && gap.cause === cause && gap.from - to <= ADJACENT_MS && from - gap.to <= ADJACENT_MS,
  );
  if (!touching) return [...gaps, gap];
  const joined = {
    from: epochMs.parse(Math.min(gap.from, touching.from)),
    to: epochMs.parse(Math.max(gap.to, touching.to)),
    cause: gap.cause,
  };
  return joinGap(
    gaps.filter((other) => other !== touching),
    joined,
  );
}

export function createBatcher(head: BatchHead, newId: () => EntityId): Batcher {
  const latest = new Map<string, Reading>();
  let readings: IntakeBatch['readings'] = [];
  let raw: IntakeBatch['raw'] = [];
  let gaps: IntakeBatch['gaps'] = [];
  let events: NonNullable<IntakeBatch['events']> = [];
  const doubts = new Set<GradeReason>();
  return {
    add: (item) => {
      const line = captureLineOf(item);
      if (line) raw.push(line);
      if (item.kind === 'reading') {
        latest.set(item.reading.channel, item.reading);
        readings.push(item.reading);
      } else if (item.kind === 'gap') {
        readings.push(...markGap(latest.values(), item));
        gaps.push({ from: item.from.wall, to: item.to.wall, cause: item.cause });
      } else if (item.kind === 'event') events.push({ readAt: item.at.wall, event: item.event });
    },
    addGap: (gap) => {
      gaps = joinGap(gaps, gap);
    },
    doubt: (reason) => doubts.add(reason),
    take: () => {
      if (readings.length + raw.length + gaps.length + events.length === 0) return null;
      const batch = intakeBatch.parse({
        batch: newId(),
        ...head,
        readings,
        raw,
        gaps,
        ...(events.length > 0 && { events }),
        ...(doubts.size > 0 && { doubts: [...doubts] }),
      });
      readings = [];
      raw = [];
      gaps = [];
      events = [];
      doubts.clear();
      return batch;
    },
  };
}
