import type { LogId } from '../../vocabulary/ids.ts';
import { mayWrite, type Role } from '../log/event-types.ts';
import type { Stores } from '../sqlite/stores.ts';
import type { EventStatus } from '../trust/status.ts';
import type { TrustFact } from '../trust/trust-facts.ts';
import { refreshRegisters } from './refresh-registers.ts';
import { viewOf } from './restate-logs.ts';

type Seal = Extract<TrustFact, { readonly kind: 'seal' }>;

/** Whether the certificate inside a seal says nothing new. */
export const isKnownCertificate = ({ trust }: Stores, { key, certificate }: Seal): boolean =>
  certificate === null || trust.certificatesOf(key).some((one) => JSON.stringify(one) === JSON.stringify(certificate));

/**
 * The usual own seal covers a stretch of a log in which nothing is in dispute: then only that stretch is judged, and sealing stays as
 * quick after a season as on the first day. False where anything speaks for looking at the whole log; nothing is changed then.
 */
export function extendCover(stores: Stores, log: LogId, { key }: Seal): boolean {
  const { trust, events } = stores;
  if (trust.revocationsOf(key).length > 0 || trust.vouchedIn(log).length > 0) return false;
  const from = events.coveredTo(log) + 1;
  const stretch = events.light(log, from).slice(0, -1); // the seal itself waits for the next one
  const whole = stretch.every((row, at) => row.seq === from + at && !row.covered);
  const disputed = stretch.some((row) => row.type === 'witness') || trust.isWitnessedFrom(log, from);
  if (!whole || disputed || !events.isSingle(log, from)) return false;
  const certificates = trust.certificatesOf(key);
  const roles = new Set<Role>(certificates.map((certificate) => certificate.role));
  const subjects = new Set<number>();
  for (const row of stretch) {
    const status: EventStatus =
      certificates.length === 0
        ? 'quarantined:not_enrolled'
        : mayWrite(roles, row.type)
          ? 'admitted'
          : 'quarantined:role';
    const standing = viewOf(row.type, status, true, true);
    events.restate(row, standing);
    if (row.status !== standing.status && row.subject !== null) subjects.add(row.subject);
  }
  refreshRegisters(stores, subjects);
  return true;
}
