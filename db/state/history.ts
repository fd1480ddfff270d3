import type { EventId, LogId } from '../../vocabulary/ids.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import type { EventBody } from '../log/event.ts';
import type { Stores } from '../sqlite/stores.ts';
import type { EventStatus } from '../trust/status.ts';
import { holderOf } from './gaps.ts';
import { readRegister, toRegisterEvent } from './refresh-registers.ts';

/** One event of a subject, whatever its status: nothing that was ever said of it is left out. */
export interface HistoryEntry {
  readonly id: EventId;
  readonly log: LogId;
  readonly seq: number;
  readonly type: string;
  readonly author: string;
  readonly principal: string | null;
  readonly wall: EpochMs;
  readonly hlc: string;
  readonly status: EventStatus;
  /** Nothing admitted has superseded it. */
  readonly isHead: boolean;
  readonly isShown: boolean;
  readonly body: EventBody | null;
}

/** The events of a subject, oldest first by the hybrid clock. */
export function historyOf(stores: Stores, subject: string): HistoryEntry[] {
  const n = stores.events.findSubject(subject);
  if (n === null) return [];
  const register = readRegister(stores, n);
  const heads = new Set(register?.heads.map((head) => head.id));
  const entries = stores.events.ofSubject(n).map((row): HistoryEntry => {
    const { header, body } = toRegisterEvent(row);
    return {
      id: row.id,
      log: row.log,
      seq: row.seq,
      type: row.type,
      author: header.author,
      principal: holderOf(stores, row.log)?.principal ?? null,
      wall: header.wall,
      hlc: header.hlc,
      status: row.status,
      isHead: heads.has(row.id),
      isShown: register?.shown.id === row.id,
      body,
    };
  });
  return entries.sort((a, b) => (a.hlc < b.hlc ? -1 : a.hlc > b.hlc ? 1 : a.id < b.id ? -1 : 1));
}
