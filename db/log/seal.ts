import { ok, type Result } from '../../vocabulary/result.ts';
import { appendAfterHead, type StoredEvent } from './append-event.ts';
import { sealedLine } from './event.ts';
import { currentLog, randomHex, type WriterPorts } from './own-log.ts';

/** At least this often during work, so that a lost tablet loses the belief in no more than this. */
export const SEAL_EVERY_MS = 15 * 60 * 1000;

/** Seals the own log: everything before the seal is covered. Null where the head is a seal already or nothing was written. */
export function sealLog(ports: WriterPorts): Result<StoredEvent | null> {
  return ports.stores.transaction(() => sealInTransaction(ports));
}

export function sealInTransaction(ports: WriterPorts): Result<StoredEvent | null> {
  const own = currentLog(ports);
  const head = own && ports.stores.events.head(own.log);
  if (!own || !head || head.type === 'log.seal') return ok(null);
  return appendAfterHead(ports, own, 'log.seal', ({ seq, id }) => {
    const sig = ports.key.sealLine(sealedLine(own.log, seq, id));
    return sig.ok ? ok({ nonce: own.nonce, salt: randomHex(ports, 16), sig: sig.value }) : sig;
  });
}
