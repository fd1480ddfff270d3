import type { LogId } from '../../vocabulary/ids.ts';
import { mayWrite, type Role } from '../log/event-types.ts';
import type { EventAddress, WitnessHead } from '../log/trust-bodies.ts';
import { statusTerm, subtractTerm } from '../projections/state-hash.ts';
import type { LightRow } from '../sqlite/event-store.ts';
import type { Stores } from '../sqlite/stores.ts';
import type { DeviceCertificate, TrustFact } from '../trust/trust-facts.ts';
import { type Judgement, viewOf } from './restate-logs.ts';

/** What an import brings of one log: events that are new here, in the order of seq. */
export interface ArrivingLog {
  readonly firstSeq: number;
  readonly prevOfFirst: string;
  /** Whether each follows the one before without a hole or a branch. */
  readonly straight: boolean;
  readonly lastSeq: number;
  readonly lastId: string;
  /** The highest seal that verified; 0 where there is none. */
  readonly sealSeq: number;
  readonly types: ReadonlySet<string>;
}

interface Arriving {
  readonly arrivals: ReadonlyMap<LogId, ArrivingLog>;
  readonly facts: readonly { readonly address: EventAddress; readonly fact: TrustFact }[];
  /** How many events are new here, and the sum of their statuses if every one were admitted. */
  readonly staged: number;
  readonly admittedSum: bigint;
}

/** The statuses of an import in which nothing is in dispute. */
export interface StraightImport {
  /** The few that are not simply new and admitted: ends that no seal covers yet, and earlier ends that one covers now. */
  readonly judgements: readonly Judgement[];
  /** All others are admitted: how many, and the sum of their statuses. */
  readonly admitted: { readonly rows: number; readonly sum: bigint };
  /** To which seq each log is held without a hole or a branch, and covered. */
  readonly coveredTo: ReadonlyMap<LogId, number>;
}

/**
 * The usual import: tablets go on with their logs, and nothing in it speaks for another status of any earlier event. Then what the seals cover is
 * admitted, and no event needs to be looked at one by one. Null where anything speaks for judging the touched logs whole; nothing is changed
 * in either case.
 */
export function judgeStraight(stores: Stores, arriving: Arriving): StraightImport | null {
  const world = new StraightWorld(stores, arriving);
  if (!world.isQuiet()) return null;
  const judgements: Judgement[] = [];
  const coveredTo = new Map<LogId, number>();
  let { staged: rows, admittedSum: sum } = arriving;
  for (const [log, arrival] of arriving.arrivals) {
    if (!world.isStraight(log, arrival)) return null;
    coveredTo.set(log, arrival.sealSeq - 1);
    judgements.push(...waitingOf(stores, log, arrival));
    const ends = stores.generation.ahead(() => stores.events.light(log, arrival.sealSeq));
    for (const row of ends) {
      judgements.push({ row, standing: viewOf(row.type, 'unsealed', false, false) });
      sum = subtractTerm(sum, statusTerm(row.id, 'admitted'));
      rows -= 1;
    }
  }
  return { judgements, admitted: { rows, sum }, coveredTo };
}

/** Events held before that waited for a seal: the arriving one covers them. */
function waitingOf({ events }: Stores, log: LogId, { firstSeq }: ArrivingLog): Judgement[] {
  if (firstSeq === 1) return [];
  return events
    .light(log, events.coveredTo(log) + 1)
    .map((row) => ({ row, standing: viewOf(row.type, 'admitted', true, false) }));
}

/** What is held and what arrives, as far as a dispute could come of it. */
class StraightWorld {
  readonly #stores: Stores;
  readonly #arriving: Arriving;
  readonly #own: ReadonlySet<LogId>;
  readonly #keys = new Map<LogId, string>();
  readonly #certificates = new Map<string, DeviceCertificate[]>();
  readonly #heads: WitnessHead[] = [];

  constructor(stores: Stores, arriving: Arriving) {
    this.#stores = stores;
    this.#arriving = arriving;
    this.#own = stores.local.ownLogs();
    for (const { address, fact } of arriving.facts) {
      if (fact.kind === 'seal') this.#keys.set(address.log, fact.key);
      if (fact.kind === 'witness') this.#heads.push(...fact.heads);
      if ((fact.kind === 'seal' || fact.kind === 'certificate') && fact.certificate)
        this.#certificates.set(fact.key, [...(this.#certificates.get(fact.key) ?? []), fact.certificate]);
    }
  }

  /** Whether nothing that arrives could change the status of an event held before. */
  isQuiet(): boolean {
    const { trust } = this.#stores;
    if (this.#arriving.facts.some(({ fact }) => fact.kind === 'revocation' || fact.kind === 'vouch')) return false;
    for (const [key, certificates] of this.#certificates) {
      const known = new Set(trust.certificatesOf(key).map((one) => JSON.stringify(one)));
      const isNew = certificates.some((one) => !known.has(JSON.stringify(one)));
      if (isNew && trust.logsOfKey(key).length > 0) return false;
    }
    const named = new Set(this.#heads.map((head) => head.log));
    for (const log of this.#arriving.arrivals.keys()) for (const other of trust.witnessedBy(log)) named.add(other);
    return [...named].every((log) => this.#arriving.arrivals.has(log) || !this.#couldBeLate(log));
  }

  /** Whether what arrives of a log goes on where the held part ends, all of it by a key that may write it and of which nothing was revoked. */
  isStraight(log: LogId, arrival: ArrivingLog): boolean {
    const { trust } = this.#stores;
    const key = this.#keyOf(log);
    if (this.#own.has(log) || !arrival.straight || arrival.sealSeq === 0 || key === null) return false;
    if (trust.revocationsOf(key).length > 0 || trust.vouchedIn(log).length > 0 || this.#couldBeLate(log)) return false;
    const roles = new Set<Role>(this.#certificatesOf(key).map((one) => one.role));
    if (roles.size === 0 || ![...arrival.types].every((type) => mayWrite(roles, type))) return false;
    return this.#goesOn(log, arrival, roles);
  }

  #goesOn(log: LogId, { firstSeq, prevOfFirst }: ArrivingLog, roles: ReadonlySet<Role>): boolean {
    const { events } = this.#stores;
    const tip = events.tip(log);
    if (!tip) return firstSeq === 1;
    if (firstSeq !== tip.seq + 1 || prevOfFirst !== tip.id) return false;
    const covered = events.coveredTo(log);
    if (covered === 0 || !events.isSingle(log, covered + 1)) return false;
    const [last, ...waiting] = events.light(log, covered);
    return last !== undefined && isChain(last, waiting) && waiting.every((row) => mayWrite(roles, row.type));
  }

  /** Whether a witness of the log, wherever it stands and whether it speaks or not, saw it after the end of its key's certificates. */
  #couldBeLate(log: LogId): boolean {
    const { trust } = this.#stores;
    const key = this.#keyOf(log);
    const certificates = key === null ? [] : this.#certificatesOf(key);
    if (key === null || certificates.length === 0) return false;
    const end = Math.max(...certificates.map((one) => one.beforeMs));
    const arriving = this.#heads.filter((head) => head.log === log).map((head) => head.seen);
    const last = Math.max(trust.lastSeenOf(log), ...arriving);
    return last >= end || (last > Number.NEGATIVE_INFINITY && trust.revocationsOf(key).length > 0);
  }

  #keyOf(log: LogId): string | null {
    return this.#keys.get(log) ?? this.#stores.trust.keyOf(log);
  }

  #certificatesOf(key: string): readonly DeviceCertificate[] {
    return [...this.#stores.trust.certificatesOf(key), ...(this.#certificates.get(key) ?? [])];
  }
}

/** Whether events that no seal covers yet follow the last covered one and each other. */
function isChain(last: LightRow, waiting: readonly LightRow[]): boolean {
  let before = last;
  for (const row of waiting) {
    if (row.covered || row.seq !== before.seq + 1 || row.prev !== before.id) return false;
    before = row;
  }
  return true;
}
