import type { LogId } from '../../vocabulary/ids.ts';

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
export function chainTo(byId: ReadonlyMap<string, TrustEvent>, ids: Iterable<string>): Set<string> {
  const reached = new Set<string>();
  for (const id of ids) {
    let event = byId.get(id);
    while (event && !reached.has(event.id)) {
      reached.add(event.id);
      event = event.seq > 1 ? byId.get(event.prev) : undefined;
    }
  }
  return reached;
}

/** A seal covers the event before it and everything reached from that; not itself, so a trailing seal waits for the next. */
export function shapeOf(log: TrustLog): LogShape {
  const byId = new Map(log.events.map((event) => [event.id, event]));
  const sealed = log.events.filter((event) => log.seals.has(event.id)).map((seal) => seal.prev);
  const covered = chainTo(byId, sealed);
  const seqs = new Set<number>();
  let forkFloor = Number.POSITIVE_INFINITY;
  for (const id of covered) {
    const seq = byId.get(id)?.seq ?? 0;
    if (seqs.has(seq)) forkFloor = Math.min(forkFloor, seq);
    seqs.add(seq);
  }
  return { byId, covered, forkFloor };
}
