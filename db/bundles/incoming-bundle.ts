import { blobId } from '../../vocabulary/ids.ts';
import { fail, type Result } from '../../vocabulary/result.ts';
import type { BlobStore } from '../files/blob-store.ts';
import { slicesOf } from '../files/byte-source.ts';
import type { IncomingBundle } from '../merge/incoming.ts';
import type { VerifiedBundle } from './read-bundle.ts';

/** A verified bundle as the merge takes it. */
export function incomingBundle(bundle: VerifiedBundle, store: BlobStore): IncomingBundle {
  return {
    digest: bundle.digest,
    count: bundle.count,
    events: bundle.events(),
    blobs: bundle.blobs,
    keepBlob: (blob) => keepBlob(bundle, store, blob),
  };
}

async function keepBlob(bundle: VerifiedBundle, store: BlobStore, blob: string): Promise<Result<unknown>> {
  const kept = await store.putStream(slicesOf(bundle.openBlob(blob)));
  // The bytes were hashed when the bundle was verified; a difference now means that the file changed under us.
  if (kept.ok && kept.value !== blobId.parse(blob)) return fail({ code: 'bundle_changed', file: blob });
  return kept;
}
