import type { LogId } from '../../vocabulary/ids.ts';
import { logId } from '../../vocabulary/ids.ts';
import type { Role } from '../log/event-types.ts';
import type { Stores } from '../sqlite/stores.ts';
import type { DeviceCertificate } from '../trust/trust-facts.ts';

/** Events that sealed ones prove to exist but that are not here. */
export interface Gap {
  readonly log: LogId;
  readonly from: number;
  readonly to: number;
  readonly principal: string | null;
}

/** Every gap; those of province logs first, because a revocation may be in them. */
export function gapsOf(stores: Stores): Gap[] {
  const kept = stores.paths.logs();
  // One path from the first event on: what a seal covers in it has all that is below.
  const isWhole = (log: string) => {
    const [path, ...others] = kept.get(log)?.paths ?? [];
    return path?.fromSeq === 1 && others.length === 0;
  };
  return stores.report
    .gaps(isWhole)
    .map((gap) => ({ gap, holder: holderOf(stores, logId.parse(gap.log)) }))
    .sort((a, b) => Number(b.holder?.role === 'province') - Number(a.holder?.role === 'province'))
    .map(({ gap, holder }) => ({ ...gap, log: logId.parse(gap.log), principal: holder?.principal ?? null }));
}

const rank: readonly Role[] = ['inspector', 'lead', 'province'];

/** The certificate that best says whose log this is: the highest role, then the one that ends last. */
export function holderOf(stores: Stores, log: LogId): DeviceCertificate | null {
  const key = stores.trust.keyOf(log);
  const certificates = key === null ? [] : stores.trust.certificatesOf(key);
  const [best] = certificates.sort(
    (a, b) => rank.indexOf(b.role) - rank.indexOf(a.role) || b.beforeMs - a.beforeMs || (a.serial < b.serial ? -1 : 1),
  );
  return best ?? null;
}
