import type { LogId } from '../../vocabulary/ids.ts';
import type { LightRow, Standing } from '../sqlite/event-store.ts';
import type { Stores } from '../sqlite/stores.ts';
import { computeStatuses, type LogStatuses } from '../trust/compute-statuses.ts';
import type { EventStatus } from '../trust/status.ts';
import { touchedLogs } from '../trust/touched-logs.ts';
import type { TrustFact } from '../trust/trust-facts.ts';

/** What was written or arrived: the logs it stands in and the facts it states. */
export interface Arrived {
  readonly logs: Iterable<LogId>;
  readonly facts: readonly TrustFact[];
}

/** One event of a touched log and what it is now. */
export interface Judgement {
  readonly row: LightRow;
  readonly standing: Standing;
}

/** Judges all logs that the arrival touches and gives the events that are another thing now, and those that arrive. */
export function judgeLogs(stores: Stores, arrived: Arrived): Iterable<Judgement> {
  const { trust, events, local } = stores;
  const logs = [...touchedLogs(arrived, trust)];
  const held = new Map(logs.map((log) => [log, events.light(log)]));
  const computed = computeStatuses({
    logs: logs.map((log) => ({ log, key: trust.keyOf(log), events: held.get(log) ?? [], seals: trust.sealsOf(log) })),
    certificatesOf: (key) => trust.certificatesOf(key),
    revocationsOf: (key) => trust.revocationsOf(key),
    vouchedIn: (log) => trust.vouchedIn(log),
    witnesses: trust.witnessesAbout(logs),
    isAdmittedElsewhere: (id) => trust.isAdmittedWitness(id),
  });
  return judgementsOf(held, computed, local.ownLogs());
}

function* judgementsOf(
  held: ReadonlyMap<LogId, readonly LightRow[]>,
  computed: ReadonlyMap<LogId, LogStatuses>,
  own: ReadonlySet<LogId>,
): Generator<Judgement> {
  for (const [log, rows] of held) {
    for (const row of rows) {
      const standing = standingOf(row, computed.get(log), own.has(log));
      if (row.arriving || !isSame(row, standing)) yield { row, standing };
    }
  }
}

/** Judges the touched logs and stores what changed. Runs inside a transaction; gives subjects of which an event came into or out of effect. */
export function restateLogs(stores: Stores, arrived: Arrived): ReadonlySet<number> {
  const subjects = new Set<number>();
  for (const { row, standing } of judgeLogs(stores, arrived)) {
    stores.events.restate(row, standing);
    if (row.status !== standing.status && row.subject !== null) subjects.add(row.subject);
  }
  return subjects;
}

/** What nobody sealed and was not written here may be anybody's, even where it stands in a log of this machine. */
function standingOf(row: LightRow, log: LogStatuses | undefined, own: boolean): Standing {
  const covered = log?.covered.has(row.id) ?? false;
  return viewOf(row.type, log?.statuses.get(row.id) ?? 'unsealed', covered, own && (covered || row.ownView));
}

/**
 * On its own machine an event that waits for its seal or for the certificate counts as admitted: the inspector must see the
 * answer just given. A seal that waits for the next one is `unsealed` everywhere, so that two machines holding the same agree.
 */
export function viewOf(type: string, status: EventStatus, covered: boolean, own: boolean): Standing {
  const waits = (status === 'unsealed' && type !== 'log.seal') || status === 'quarantined:not_enrolled';
  return own && waits ? { covered, status: 'admitted', ownView: true } : { covered, status, ownView: false };
}

export const isSame = (row: LightRow, standing: Standing): boolean =>
  row.covered === standing.covered && row.status === standing.status && row.ownView === standing.ownView;
