import type { LogId } from '../../vocabulary/ids.ts';
import { EVENTS_PER_STEP, type Steps } from './steps.ts';

/** An event as far as trust looks at it. */
export interface TrustEvent {
  readonly id: string;
  readonly seq: number;
  readonly prev: string;
  readonly type: string;
}

/** All held events of one log. `key` is the fingerprint its seals gave, null while none verified. */
export interface TrustLog {
  readonly log: LogId;
  readonly key: string | null;
  readonly events: readonly TrustEvent[];
  /** Ids of the seals that verified. */
  readonly seals: ReadonlySet<string>;
}

/** How a log hangs together: who is reached from whom, what seals cover, where it forks. */
export interface LogShape {
  readonly byId: ReadonlyMap<string, TrustEvent>;
  readonly covered: ReadonlySet<string>;
  /** The lowest seq with two covered events; from there upwards the log is quarantined. */
  readonly forkFloor: number;
}

/** Every event reached from the named ones through `prev` without a gap, themselves included; ids not held reach nothing. */
export function* chainTo(byId: ReadonlyMap<string, TrustEvent>, ids: Iterable<string>): Steps<Set<string>> {
  const reached = new Set<string>();
  for (const id of ids) {
    let event = byId.get(id);
    while (event && !reached.has(event.id)) {
      reached.add(event.id);
      if (reached.size % EVENTS_PER_STEP === 0) yield;
      event = event.seq > 1 ? byId.get(event.prev) : undefined;
    }
  }
  return reached;
}

/** A seal covers the event before it and everything reached from that; not itself, so a trailing seal waits for the next. */
export function* shapeOf({ events, seals }: TrustLog): Steps<LogShape> {
  const byId = new Map<string, TrustEvent>();
  const sealed: string[] = [];
  for (const event of events) {
    byId.set(event.id, event);
    if (seals.has(event.id)) sealed.push(event.prev);
    if (byId.size % EVENTS_PER_STEP === 0) yield;
  }
  const covered = yield* chainTo(byId, sealed);
  return { byId, covered, forkFloor: yield* forkFloorOf(byId, covered) };
}

function* forkFloorOf(byId: LogShape['byId'], covered: ReadonlySet<string>): Steps<number> {
  const seqs = new Set<number>();
  let floor = Number.POSITIVE_INFINITY;
  for (const id of covered) {
    const seq = byId.get(id)?.seq ?? 0;
    if (seqs.has(seq)) floor = Math.min(floor, seq);
    seqs.add(seq);
    if (seqs.size % EVENTS_PER_STEP === 0) yield;
  }
  return floor;
}
