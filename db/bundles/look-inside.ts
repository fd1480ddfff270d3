import { fail, ok } from '../../vocabulary/result.ts';
import type { ByteSource } from '../files/byte-source.ts';
import type { BundleContents } from '../replay/bundle-source.ts';
import { BAG, BLOBS, blobName } from './bag-names.ts';
import { readEvents } from './read-events.ts';
import { entrySource } from './sum-entries.ts';
import { readZip } from './zip-reader.ts';

/**
 * A bundle opened to look at, without anybody's key: every event and blob is still held to its own hash, but who made it and whether it is
 * whole is not asked. Faults: those of `readZip`, bundle_file_missing.
 */
export function lookInside(zip: ByteSource) {
  const entries = readZip(zip);
  if (!entries.ok) return entries;
  const byName = new Map(entries.value.map((entry) => [entry.name, entry]));
  const [log, bodies] = [byName.get(BAG.log), byName.get(BAG.bodies)];
  if (!log || !bodies) return fail({ code: 'bundle_file_missing', file: log ? BAG.bodies : BAG.log } as const);
  const blobs = [...byName.keys()].filter((name) => name.startsWith(BLOBS)).map((name) => name.slice(BLOBS.length));
  return ok({
    events: () => readEvents(entrySource(zip, log), entrySource(zip, bodies)),
    blobs,
    openBlob: (blob: string): ByteSource => {
      const entry = byName.get(blobName(blob));
      if (!entry) throw new Error(`${blob} is not in this bundle`);
      return entrySource(zip, entry);
    },
  } satisfies BundleContents);
}
