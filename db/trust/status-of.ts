import type { LogId } from '../../vocabulary/ids.ts';
import type { EventBody, EventHeader } from '../log/event.ts';
import { computeStatuses, type LogStatuses, type TrustWorld, type Witness } from './compute-statuses.ts';
import type { TrustLog } from './log-shape.ts';
import { type TrustChecks, type TrustFact, trustFactOf } from './trust-facts.ts';

/** One event of a set: header, id, and the body unless it is withheld. */
export interface HeldEvent {
  readonly id: string;
  readonly header: EventHeader;
  readonly body: EventBody | null;
}

interface Stated {
  readonly event: HeldEvent;
  readonly fact: TrustFact;
}

/** The status of every event from nothing but the set itself and the authority's checks: order and history do not enter. */
export function statusOf(set: Iterable<HeldEvent>, checks: TrustChecks): Map<LogId, LogStatuses> {
  const events = [...new Map([...set].map((event) => [event.id, event])).values()];
  const stated = events.flatMap((event) => {
    const fact = trustFactOf(event.header, event.body, checks);
    return fact ? [{ event, fact }] : [];
  });
  return computeStatuses(worldOf(events, stated));
}

function worldOf(events: readonly HeldEvent[], stated: readonly Stated[]): TrustWorld {
  const facts = stated.map((one) => one.fact);
  const keys = new Map<LogId, string>();
  for (const { event, fact } of stated) if (fact.kind === 'seal') keys.set(event.header.log, fact.key);
  return {
    logs: [...Map.groupBy(events, (event) => event.header.log)].map(([log, held]) => trustLog(log, held, stated, keys)),
    certificatesOf: (key) =>
      facts.flatMap((fact) =>
        (fact.kind === 'seal' || fact.kind === 'certificate') && fact.certificate?.key === key
          ? [fact.certificate]
          : [],
      ),
    revocationsOf: (key) => facts.flatMap((f) => (f.kind === 'revocation' && f.key === key ? [f.statement] : [])),
    vouchedIn: (log) => facts.flatMap((f) => (f.kind === 'vouch' && f.address.log === log ? [f.address.id] : [])),
    witnesses: stated.flatMap(({ event, fact }): Witness[] =>
      fact.kind === 'witness'
        ? [{ log: event.header.log, id: event.id, key: keys.get(event.header.log) ?? null, heads: fact.heads }]
        : [],
    ),
    isAdmittedElsewhere: () => false,
  };
}

function trustLog(
  log: LogId,
  held: readonly HeldEvent[],
  stated: readonly Stated[],
  keys: Map<LogId, string>,
): TrustLog {
  return {
    log,
    key: keys.get(log) ?? null,
    events: held.map(({ id, header }) => ({ id, seq: header.seq, prev: header.prev, type: header.type })),
    seals: new Set(
      stated.filter(({ event, fact }) => fact.kind === 'seal' && event.header.log === log).map(({ event }) => event.id),
    ),
  };
}
