import type { LogId } from '../../vocabulary/ids.ts';
import type { LightRow, Standing } from '../sqlite/event-store.ts';
import type { Stores } from '../sqlite/stores.ts';
import { type LogStatuses, statusSteps, type TrustWorld } from '../trust/compute-statuses.ts';
import type { TrustLog } from '../trust/log-shape.ts';
import type { EventStatus } from '../trust/status.ts';
import { atOnce, type Steps } from '../trust/steps.ts';
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

/** The logs that an arrival touches and what is said of them, read at one moment. Their events are not read yet. */
export interface Touched {
  readonly logs: readonly Omit<TrustLog, 'events'>[];
  readonly world: Omit<TrustWorld, 'logs'>;
  readonly own: ReadonlySet<LogId>;
}

export function readTouched({ trust, local }: Stores, arrived: Arrived): Touched {
  const touched = touchedLogs(arrived, trust);
  const logs = [...touched].map((log) => ({ log, key: trust.keyOf(log), seals: trust.sealsOf(log) }));
  const keys = new Set(logs.flatMap(({ key }) => key ?? []));
  const certificates = new Map([...keys].map((key) => [key, trust.certificatesOf(key)]));
  const revocations = new Map([...keys].map((key) => [key, trust.revocationsOf(key)]));
  const vouched = new Map([...touched].map((log) => [log, trust.vouchedIn(log)]));
  const witnesses = trust.witnessesAbout([...touched]);
  const elsewhere = witnesses.filter(({ log, id }) => !touched.has(log) && trust.isAdmittedWitness(id));
  const admitted = new Set(elsewhere.map(({ id }) => id));
  const world = {
    certificatesOf: (key: string) => certificates.get(key) ?? [],
    revocationsOf: (key: string) => revocations.get(key) ?? [],
    vouchedIn: (log: LogId) => vouched.get(log) ?? [],
    witnesses,
    isAdmittedElsewhere: (id: string) => admitted.has(id),
  };
  return { logs, world, own: local.ownLogs() };
}

/** Judges the touched logs step by step and gives the events that are another thing now, and those that arrive. */
export function* judgeSteps({ events }: Stores, { logs, world, own }: Touched): Steps<Iterable<Judgement>> {
  const held = new Map<LogId, LightRow[]>();
  for (const { log } of logs) {
    const rows: LightRow[] = [];
    for (const page of events.lightPages(log)) {
      for (const row of page) rows.push(row);
      yield;
    }
    held.set(log, rows);
  }
  const computed = yield* statusSteps({
    ...world,
    logs: logs.map((one) => ({ ...one, events: held.get(one.log) ?? [] })),
  });
  return judgementsOf(held, computed, own);
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
  for (const { row, standing } of atOnce(judgeSteps(stores, readTouched(stores, arrived)))) {
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
