import { mayWrite, type Role } from '../log/event-types.ts';
import type { RevocationStatement } from '../log/trust-bodies.ts';
import { chainTo, type LogShape, shapeOf, type TrustEvent, type TrustLog } from './log-shape.ts';
import type { EventStatus } from './status.ts';
import type { Steps } from './steps.ts';
import type { DeviceCertificate } from './trust-facts.ts';

/** What is known of one log's key and chain when its events are judged. */
export interface LogTrust {
  readonly certificates: readonly DeviceCertificate[];
  readonly revocations: readonly RevocationStatement[];
  /** Ids of this log that the authority vouched for. */
  readonly vouched: readonly string[];
}

/** Judges the events of one log; `seen` is the earliest admitted witness of an event, if any. */
export interface LogJudge {
  readonly shape: LogShape;
  readonly statusOf: (event: TrustEvent, seen: number | undefined) => EventStatus;
}

interface Revocation {
  readonly names: (certificate: DeviceCertificate) => boolean;
  readonly all: boolean;
  readonly isGood: (event: TrustEvent, seen: number | undefined) => boolean;
}

function* readRevocation(statement: RevocationStatement, { byId }: LogShape): Steps<Revocation> {
  const { serials, from, lastTrusted } = statement;
  const trusted = lastTrusted?.map((last) => last.id);
  const good = trusted && (yield* chainTo(byId, trusted));
  return {
    all: serials === 'all',
    names: (certificate) => serials === 'all' || serials.includes(certificate.serial),
    isGood: (event, seen) => (good ? good.has(event.id) : seen !== undefined && seen < from),
  };
}

/** Builds the judge of one log. Every rule here is a function of events held and the authority's statements, never of a clock. */
export function* judgeOf(log: TrustLog, trust: LogTrust): Steps<LogJudge> {
  const shape = yield* shapeOf(log);
  const revocations: Revocation[] = [];
  for (const statement of trust.revocations) revocations.push(yield* readRevocation(statement, shape));
  const vouched = yield* chainTo(shape.byId, trust.vouched);
  const named = trust.revocations.flatMap((statement) => (statement.lastTrusted ?? []).map((last) => last.id));
  const trustedToFork = yield* chainTo(shape.byId, named);
  const end = Math.max(...trust.certificates.map((certificate) => certificate.beforeMs));

  /** A certificate counts for an event when every revocation that names it leaves the event good. */
  const counting = (event: TrustEvent, seen: number | undefined): readonly DeviceCertificate[] =>
    revocations.length === 0 || vouched.has(event.id)
      ? trust.certificates
      : trust.certificates.filter((one) => revocations.every((r) => !r.names(one) || r.isGood(event, seen)));

  const reasonOf = (event: TrustEvent, seen: number | undefined, counts: readonly DeviceCertificate[]) => {
    if (trust.certificates.length > 0 && counts.length === 0) return 'revoked';
    if (revocations.some((revocation) => revocation.all && !revocation.isGood(event, seen))) return 'revoked';
    if (event.seq >= shape.forkFloor && !trustedToFork.has(event.id)) return 'fork';
    if (trust.certificates.length === 0) return 'not_enrolled';
    if (event.type !== 'witness' && seen !== undefined && seen >= end) return 'late';
    return null;
  };

  return {
    shape,
    statusOf: (event, seen) => {
      if (!shape.covered.has(event.id)) return 'unsealed';
      const counts = counting(event, seen);
      const reason = vouched.has(event.id) ? null : reasonOf(event, seen, counts);
      if (reason) return `quarantined:${reason}`;
      return mayWrite(rolesOf(counts), event.type) ? 'admitted' : 'quarantined:role';
    },
  };
}

/** The union of the roles; a vouched event of a key without a certificate counts as an inspector's. */
function rolesOf(certificates: readonly DeviceCertificate[]): ReadonlySet<Role> {
  return new Set(certificates.length === 0 ? ['inspector'] : certificates.map((certificate) => certificate.role));
}
