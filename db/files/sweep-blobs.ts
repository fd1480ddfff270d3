import type { BlobId } from '../../vocabulary/ids.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { BlobStore } from './blob-store.ts';

export interface Swept {
  readonly blobs: number;
  readonly unfinished: number;
}

/**
 * Takes away blobs that no event names: a photo whose answer was never given, the blobs of an import that was broken off. One that any event names
 * stays, whatever the event's status, and so does one that was put or asked for since the opening: its event may still come.
 */
export function sweepBlobs(store: BlobStore, isNamed: (blob: BlobId) => boolean): Result<Swept> {
  const held = store.list();
  if (!held.ok) return held;
  let blobs = 0;
  for (const id of held.value) {
    if (isNamed(id) || store.isInUse(id)) continue;
    const removed = store.remove(id);
    if (!removed.ok) return removed;
    blobs += 1;
  }
  const unfinished = store.removeUnfinished();
  return unfinished.ok ? ok({ blobs, unfinished: unfinished.value }) : unfinished;
}
