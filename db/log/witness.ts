import { ok, type Result } from '../../vocabulary/result.ts';
import { pathsOf } from '../state/log-paths.ts';
import { appendInTransaction } from './append-event.ts';
import type { WriterPorts } from './own-log.ts';
import type { EventAddress } from './trust-bodies.ts';

/** A witness event must stay below the size of an event; a head takes about 150 bytes. */
const HEADS_PER_EVENT = 300;

/**
 * Writes down when this machine first held the head of every other log that it has not witnessed yet. Made by a lead or the
 * province just before the seal of an export, so that an import writes nothing. Runs inside a transaction; gives how many heads.
 */
export function witnessHeads(ports: WriterPorts): Result<number> {
  const roles = ports.roles();
  if (!roles.has('lead') && !roles.has('province')) return ok(0);
  const heads = unwitnessedHeads(ports);
  for (let at = 0; at < heads.length; at += HEADS_PER_EVENT) {
    const body = { heads: heads.slice(at, at + HEADS_PER_EVENT) };
    const written = appendInTransaction(ports, { author: '', type: 'witness', subject: '', supersedes: [], body });
    if (!written.ok) return written;
  }
  return ok(heads.length);
}

/** Leaves of logs of other keys: a key cannot witness itself. */
function unwitnessedHeads({ stores, key }: WriterPorts): readonly (EventAddress & { readonly seen: number })[] {
  const own = new Set<string>(stores.trust.logsOfKey(key.fingerprint));
  const leaves = pathsOf(stores.events.chain()).filter((path) => !own.has(path.log));
  return leaves.flatMap((path) => {
    if (stores.trust.isWitnessedBy(path.idOfLast, key.fingerprint)) return [];
    const head = stores.events.find(path.log, path.toSeq, path.idOfLast);
    return head ? [{ log: head.log, seq: head.seq, id: head.id, seen: head.seen }] : [];
  });
}
