import type { LogId } from '../../vocabulary/ids.ts';
import type { RevocationStatement, WitnessHead } from '../log/trust-bodies.ts';
import { judgeOf, type LogJudge } from './judge-log.ts';
import type { TrustEvent, TrustLog } from './log-shape.ts';
import type { EventStatus } from './status.ts';
import { atOnce, EVENTS_PER_STEP, type Steps } from './steps.ts';
import type { DeviceCertificate } from './trust-facts.ts';

/** One witness event and what it says. `key` is the fingerprint of its log. */
export interface Witness {
  readonly log: LogId;
  readonly id: string;
  readonly key: string | null;
  readonly heads: readonly WitnessHead[];
}

/** The logs to judge, with everything the other logs say about them. */
export interface TrustWorld {
  readonly logs: readonly TrustLog[];
  readonly certificatesOf: (key: string) => readonly DeviceCertificate[];
  readonly revocationsOf: (key: string) => readonly RevocationStatement[];
  readonly vouchedIn: (log: LogId) => readonly string[];
  /** All witnesses that stand in these logs or name one of them. */
  readonly witnesses: readonly Witness[];
  /** Whether a witness that stands in none of these logs is admitted. */
  readonly isAdmittedElsewhere: (witnessId: string) => boolean;
}

export interface LogStatuses {
  readonly statuses: ReadonlyMap<string, EventStatus>;
  readonly covered: ReadonlySet<string>;
}

interface Judged {
  readonly log: TrustLog;
  readonly judge: LogJudge;
  seen: Map<string, number>;
}

/** The status of every event of the given logs: the least fixpoint over which witnesses are admitted. */
export const computeStatuses = (world: TrustWorld): Map<LogId, LogStatuses> => atOnce(statusSteps(world));

/** The same step by step. */
export function* statusSteps(world: TrustWorld): Steps<Map<LogId, LogStatuses>> {
  const judged = new Map<LogId, Judged>();
  for (const log of world.logs) judged.set(log.log, yield* startJudging(log, world));
  const inside = world.witnesses.filter((witness) => judged.has(witness.log));
  const admitted = new Set(
    world.witnesses.filter((one) => !judged.has(one.log) && world.isAdmittedElsewhere(one.id)).map((one) => one.id),
  );
  // More witnesses only ever admit more of them (lateness is not asked of a witness), so this ends, at the least set.
  for (let grew = true; grew; ) {
    const speaking = world.witnesses.filter((witness) => admitted.has(witness.id));
    for (const one of judged.values()) one.seen = yield* earliestSeen(one, speaking);
    grew = false;
    for (const witness of inside) {
      if (!admitted.has(witness.id) && isAdmitted(judged.get(witness.log), witness.id)) {
        admitted.add(witness.id);
        grew = true;
      }
    }
  }
  const statuses = new Map<LogId, LogStatuses>();
  for (const [log, one] of judged) statuses.set(log, yield* finish(one));
  return statuses;
}

function* startJudging(log: TrustLog, world: TrustWorld): Steps<Judged> {
  const trust = {
    certificates: log.key === null ? [] : world.certificatesOf(log.key),
    revocations: log.key === null ? [] : world.revocationsOf(log.key),
    vouched: world.vouchedIn(log.log),
  };
  return { log, judge: yield* judgeOf(log, trust), seen: new Map() };
}

function isAdmitted(judged: Judged | undefined, id: string): boolean {
  const event = judged?.judge.shape.byId.get(id);
  return event !== undefined && judged?.judge.statusOf(event, judged.seen.get(id)) === 'admitted';
}

/** A witness covers the chain up to the head it names; no key witnesses itself. */
function* earliestSeen({ log, judge }: Judged, witnesses: readonly Witness[]): Steps<Map<string, number>> {
  const heads = witnesses
    .filter((witness) => witness.key !== log.key)
    .flatMap((witness) => witness.heads.filter((head) => head.log === log.log))
    .sort((a, b) => a.seen - b.seen);
  const seen = new Map<string, number>();
  for (const head of heads) {
    let event: TrustEvent | undefined = judge.shape.byId.get(head.id);
    // Heads come earliest first: what is marked already was seen earlier, and so was everything below it.
    while (event && !seen.has(event.id)) {
      seen.set(event.id, head.seen);
      if (seen.size % EVENTS_PER_STEP === 0) yield;
      event = event.seq > 1 ? judge.shape.byId.get(event.prev) : undefined;
    }
  }
  return seen;
}

function* finish({ log, judge, seen }: Judged): Steps<LogStatuses> {
  const statuses = new Map<string, EventStatus>();
  for (const event of log.events) {
    statuses.set(event.id, judge.statusOf(event, seen.get(event.id)));
    if (statuses.size % EVENTS_PER_STEP === 0) yield;
  }
  return { statuses, covered: judge.shape.covered };
}
