import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { WriterPorts } from '../log/own-log.ts';
import { type Committed, commitNothing, switchOver } from './commit-import.ts';
import type { IncomingBundle } from './incoming.ts';
import { forgetPrepared, prepareImport } from './prepare-import.ts';
import { nextTurn, type SlicePorts } from './slices.ts';
import { clearStaged, type Staged, type StageOptions, stageEvents } from './stage-events.ts';

export interface ImportOptions {
  readonly onProgress?: StageOptions['onProgress'];
  readonly signal?: AbortSignal;
}

/** Takes a verified bundle in: blobs first, then events staged and judged in slices, then one short transaction that makes all of it count. */
export async function importEvents(
  ports: WriterPorts,
  bundle: IncomingBundle,
  { onProgress = () => {}, signal }: ImportOptions = {},
): Promise<Result<Committed>> {
  const { stores, clock } = ports;
  const slices: SlicePorts = { stores, mono: () => clock.mono(), signal: signal ?? null, turn: nextTurn };
  const options = { ...slices, checks: ports.checks(), wall: () => clock.wall(), onProgress };
  const kept = await keepBlobs(ports, bundle);
  if (!kept.ok) return kept;
  const staged = await stageEvents(bundle, options);
  if (!staged.ok) return staged;
  return staged.value.import === null
    ? commitNothing(ports, staged.value)
    : complete(ports, slices, staged.value.import, staged.value);
}

/** How often an import gives way to a seal or certificate that comes in between before it goes on without pause. */
const PATIENCE = 3;

/** Prepares and switches over. Where trust changed while it was prepared (a seal, a certificate), it is prepared again. */
async function complete(ports: WriterPorts, slices: SlicePorts, n: number, staged: Staged): Promise<Result<Committed>> {
  const { stores } = ports;
  const { generation } = stores;
  for (let attempt = 1; ; attempt += 1) {
    const hurried = attempt > PATIENCE ? { ...slices, turn: async () => {} } : slices;
    const prepared = await prepareImport(hurried, staged);
    const { value } = prepared.ok ? prepared : { value: null };
    const fits = value !== null && value.epoch === generation.epoch;
    const done = fits ? stores.transaction(() => switchOver(ports, n, staged, value)) : null;
    if (done?.ok) {
      stores.sums.forgetAhead();
      generation.unwatch();
      return done;
    }
    const forgotten = await forgetPrepared(slices);
    if (!prepared.ok) return prepared;
    if (done) return done;
    if (!forgotten.ok) return forgotten;
    if (value !== null) continue;
    const cleared = await clearStaged(slices);
    return cleared.ok ? fail({ code: 'cancelled' }) : cleared;
  }
}

/** An event must never name a blob that could be lost, so the blobs are durable before any event counts. */
async function keepBlobs({ hasBlob }: WriterPorts, bundle: IncomingBundle): Promise<Result<null>> {
  for (const blob of bundle.blobs) {
    const kept = hasBlob(blob) ? ok(null) : await bundle.keepBlob(blob);
    if (!kept.ok) return kept;
  }
  return ok(null);
}
