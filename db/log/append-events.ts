import { ok, type Result } from '../../vocabulary/result.ts';
import { appendInTransaction, type EventDraft, type StoredEvent } from './append-event.ts';
import type { WriterPorts } from './own-log.ts';

/** Records several events in one transaction: all of them or none. */
export function appendEvents(ports: WriterPorts, drafts: readonly EventDraft[]): Result<readonly StoredEvent[]> {
  return ports.stores.transaction(() => {
    const stored: StoredEvent[] = [];
    for (const draft of drafts) {
      const one = appendInTransaction(ports, draft);
      if (!one.ok) return one;
      stored.push(one.value);
    }
    return ok(stored);
  });
}
