import { type LogId, logId } from '../../vocabulary/ids.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { Role } from '../log/event-types.ts';
import { logOpenBody } from '../log/trust-bodies.ts';
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
  /**
   * Entries at its end that no seal will ever cover: its maker goes on in another log, as after a folder was put back from an old copy. They count on
   * the machine that holds that folder alone.
   */
  readonly neverSealed: number;
  readonly quarantined: number;
  /** Whether another's lead or province device has witnessed everything that is sealed. */
  readonly witnessed: boolean;
  readonly lastWall: EpochMs | null;
}

export function logSummaries(stores: Stores): LogSummary[] {
  const own = stores.local.ownLogs();
  const continued = continuedLogs(stores, own);
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
      neverSealed: continued.has(log) ? stores.report.unsealedAbove(log, sealedTo) : 0,
      quarantined,
      witnessed: sealedTo > 0 && row.witnessedTo >= sealedTo,
      lastWall: head ? epochMs.parse(JSON.parse(head.header).wall) : null,
    };
  });
}

/** The logs whose maker goes on in another one. Anybody can open a log that says so; it is believed of one key, and of this machine's own. */
function continuedLogs({ report, trust }: Stores, own: ReadonlySet<LogId>): ReadonlySet<LogId> {
  const continued = report.openings().flatMap(({ log, body }) => {
    const before = logOpenBody.safeParse(JSON.parse(body)).data?.continues?.log;
    if (before === undefined) return [];
    const key = trust.keyOf(log);
    const sameKey = key !== null && key === trust.keyOf(before);
    return sameKey || (own.has(logId.parse(log)) && own.has(before)) ? [before] : [];
  });
  return new Set(continued);
}
