import { ok, type Result } from '../../vocabulary/result.ts';
import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import type { Stores } from '../sqlite/stores.ts';
import { STATUS_SUM } from '../sqlite/sums.ts';
import { type TrustChecks, type TrustFact, trustFactOf } from '../trust/trust-facts.ts';
import { refreshRegisters } from './refresh-registers.ts';
import { restateLogs } from './restate-logs.ts';

export type Progress = (done: number, total: number) => void;

const trustTypes = ['log.seal', 'certificate', 'revocation', 'vouch', 'witness'];
const SUBJECTS_PER_STEP = 500;

/** Makes everything that follows from the log anew: facts of trust, statuses, projections, sums. One transaction. */
export function rebuild(stores: Stores, checks: TrustChecks, onProgress: Progress = () => {}): Result<null> {
  stores.generation.epoch += 1;
  return stores.transaction(() => {
    rederiveTrust(stores, checks);
    for (const projection of stores.projections) projection.clear();
    const subjects = stores.events.subjects();
    for (let at = 0; at < subjects.length; at += SUBJECTS_PER_STEP) {
      onProgress(at, subjects.length);
      refreshRegisters(stores, subjects.slice(at, at + SUBJECTS_PER_STEP));
    }
    onProgress(subjects.length, subjects.length);
    return ok(null);
  });
}

/** Reads every statement of trust again and restates every log; for a rebuild and for the day the authority's key comes in. */
function rederiveTrust(stores: Stores, checks: TrustChecks): void {
  const { trust, events, sums, local } = stores;
  trust.clear();
  const facts: TrustFact[] = [];
  for (const row of events.ofTypes(trustTypes)) {
    const fact = row.hole ? null : trustFactOf(parseStoredHeader(row.header), parseStoredBody(row.body), checks);
    if (!fact) continue;
    trust.put(row.n, row.id, fact);
    facts.push(fact);
  }
  restateLogs(stores, { logs: local.logs(), facts });
  const { rows, sum } = events.recountStatuses();
  sums.set(STATUS_SUM, { rows, sum, version: 1 });
}
