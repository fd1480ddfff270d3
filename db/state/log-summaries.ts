import { type LogId, logId } from '../../vocabulary/ids.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { Role } from '../log/event-types.ts';
import type { Stores } from '../sqlite/stores.ts';
import { holderOf } from './gaps.ts';

/** One device's log as far as it is held here. */
export interface LogSummary {
  readonly log: LogId;
  readonly principal: string | null;
  readonly role: Role | null;
  readonly own: boolean;
  readonly highest: number;
  /** The highest seq that a seal covers; 0 where none does. */
  readonly sealedTo: number;
  readonly admitted: number;
  readonly unsealed: number;
  /** Whether one of the unsealed is a seal that waits for the next one and states nothing. */
  readonly sealWaits: boolean;
  readonly quarantined: number;
  /** Whether another's lead or province device has witnessed everything that is sealed. */
  readonly witnessed: boolean;
  readonly lastWall: EpochMs | null;
}

export function logSummaries(stores: Stores): LogSummary[] {
  const own = stores.local.ownLogs();
  return stores.report.logs(stores.paths.logs()).map((row) => {
    const log = logId.parse(row.log);
    const holder = holderOf(stores, log);
    const head = stores.events.head(log);
    const { highest, sealedTo, admitted, unsealed, quarantined } = row;
    return {
      log,
      principal: holder?.principal ?? null,
      role: holder?.role ?? null,
      own: own.has(log),
      highest,
      sealedTo,
      admitted,
      unsealed,
      sealWaits: head?.type === 'log.seal' && head.status === 'unsealed',
      quarantined,
      witnessed: sealedTo > 0 && row.witnessedTo >= sealedTo,
      lastWall: head ? epochMs.parse(JSON.parse(head.header).wall) : null,
    };
  });
}
