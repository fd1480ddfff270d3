import { ok, type Result } from '../../vocabulary/result.ts';
import type { WriterPorts } from '../log/own-log.ts';
import { type Committed, commitImport } from './commit-import.ts';
import type { IncomingBundle } from './incoming.ts';
import { type StageOptions, stageEvents } from './stage-events.ts';

export interface ImportOptions {
  readonly onProgress?: StageOptions['onProgress'];
  readonly signal?: AbortSignal;
}

/** Takes a verified bundle in: blobs first, then events staged in slices, then one transaction that makes all of it count. */
export async function importEvents(
  ports: WriterPorts,
  bundle: IncomingBundle,
  { onProgress = () => {}, signal }: ImportOptions = {},
): Promise<Result<Committed>> {
  const options = {
    stores: ports.stores,
    checks: ports.checks(),
    mono: () => ports.clock.mono(),
    signal: signal ?? null,
    onProgress,
  };
  const kept = await keepBlobs(ports, bundle);
  if (!kept.ok) return kept;
  const staged = await stageEvents(bundle, options);
  if (!staged.ok) return staged;
  return commitImport(ports, staged.value);
}

/** An event must never name a blob that could be lost, so the blobs are durable before any event counts. */
async function keepBlobs({ hasBlob }: WriterPorts, bundle: IncomingBundle): Promise<Result<null>> {
  for (const blob of bundle.blobs) {
    const kept = hasBlob(blob) ? ok(null) : await bundle.keepBlob(blob);
    if (!kept.ok) return kept;
  }
  return ok(null);
}
