import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { WriterPorts } from '../log/own-log.ts';
import type { Stores } from '../sqlite/stores.ts';
import type { LogPath } from '../state/log-paths.ts';
import { type Committed, commitNothing, switchOver } from './commit-import.ts';
import { forgetRows } from './forget-rows.ts';
import { type IncomingBundle, noSeals, type WaitingSeals } from './incoming.ts';
import { prepareImport } from './prepare-import.ts';
import { nextTurn, type SlicePorts } from './slices.ts';
import { clearStaged, type Staged, type StageOptions, stageEvents } from './stage-events.ts';

export interface Imported extends Committed {
  readonly waitingSeals: WaitingSeals;
}

export interface ImportOptions {
  readonly onProgress?: StageOptions['onProgress'];
  readonly signal?: AbortSignal;
}

/** Takes a bundle in: events staged and judged in slices, its blobs kept, then one short transaction that makes all of it count. */
export async function importEvents(
  ports: WriterPorts,
  bundle: IncomingBundle,
  { onProgress = () => {}, signal }: ImportOptions = {},
): Promise<Result<Imported>> {
  const { stores, clock } = ports;
  const slices: SlicePorts = { stores, mono: () => clock.mono(), signal: signal ?? null, turn: nextTurn };
  const options = { ...slices, checks: ports.checks(), wall: () => clock.wall(), onProgress };
  // An import before this one may have failed even at cleaning up.
  const clean = stores.generation.isWatching ? await forgetRows(slices) : ok(null);
  if (!clean.ok) return clean;
  // From now on: of what is written to a subject meanwhile the prepared row knows nothing.
  stores.generation.watch();
  const staged = await stageEvents(bundle, options);
  const kept = staged.ok ? await keepBlobs(ports, bundle, signal) : staged;
  const n = staged.ok ? staged.value.import : null;
  if (!kept.ok) {
    const cleared = await (staged.ok ? clearStaged(slices) : forgetRows(slices));
    if (cleared.ok) stores.generation.unwatch();
    return staged.ok && !cleared.ok ? cleared : kept;
  }
  if (!staged.ok) return staged; // never: then nothing was kept
  if (n === null) stores.generation.unwatch();
  const done = n === null ? commitNothing(ports, staged.value) : await complete(ports, slices, n, staged.value);
  return done.ok ? ok({ ...done.value, waitingSeals: placeSeals(stores, staged.value) }) : done;
}

/** Where the counts put the seals at the ends of the bundle's paths. */
function placeSeals({ events }: Stores, { verdict, knownSeals }: Staged): WaitingSeals {
  const placed: Record<keyof WaitingSeals, number> = { ...noSeals };
  for (const { log, toSeq, idOfLast } of verdict.paths) {
    if (!verdict.waitingSeals.includes(idOfLast)) continue;
    const status = events.find(log, toSeq, idOfLast)?.status;
    if (knownSeals.has(idOfLast)) placed.known += 1;
    else placed[status === 'admitted' ? 'added' : status === 'unsealed' ? 'held' : 'quarantined'] += 1;
  }
  return placed;
}

/** A bundle of which every event is held by an earlier import of the very same content: at most a blob was missed until now. */
export async function takeAgain(
  ports: WriterPorts,
  bundle: Pick<IncomingBundle, 'blobs' | 'keepBlob' | 'count'>,
  { signal }: ImportOptions,
): Promise<Result<Committed>> {
  const kept = await keepBlobs(ports, bundle, signal);
  return kept.ok ? commitNothing(ports, { received: bundle.count, known: bundle.count }) : kept;
}

/** How often an import gives way to a seal or certificate that comes in between before it goes on without pause. */
const PATIENCE = 3;

/** Prepares and switches over. Where trust changed while it was prepared (a seal, a certificate), it is prepared again. */
async function complete(ports: WriterPorts, slices: SlicePorts, n: number, staged: Staged): Promise<Result<Committed>> {
  for (let attempt = 1; ; attempt += 1) {
    const done = await attemptOnce(ports, attempt > PATIENCE ? { ...slices, turn: async () => {} } : slices, n, staged);
    if (done?.ok) return done;
    const forgotten = await forgetRows(slices);
    if (done && forgotten.ok) ports.stores.generation.unwatch();
    if (done?.fault.code === 'cancelled') await clearStaged(slices);
    if (done) return done;
    if (!forgotten.ok) return forgotten;
  }
}

/** Null where it has to be done again. Faults: cancelled, and those of the disk. */
async function attemptOnce(
  ports: WriterPorts,
  slices: SlicePorts,
  n: number,
  staged: Staged,
): Promise<Result<Committed> | null> {
  const { stores } = ports;
  const prepared = await prepareImport(slices, staged);
  if (!prepared.ok) return prepared;
  const { value } = prepared;
  if (value === null) return fail({ code: 'cancelled' });
  if (value.epoch !== stores.generation.epoch) return null;
  const first = stores.staging.begun()?.first ?? null;
  const done = stores.transaction(() => switchOver(ports, n, staged, value));
  if (!done.ok) return done;
  if (value.straight && first !== null) stores.paths.goOn(first, arrivedPaths(staged));
  stores.sums.forgetAhead();
  stores.generation.unwatch();
  return done;
}

/** What is new of each log where nothing is in dispute: one path that goes on with it. */
const arrivedPaths = ({ arrivals }: Staged): LogPath[] =>
  [...arrivals].map(([log, { firstSeq, prevOfFirst, lastSeq, lastId }]) => {
    return { log, fromSeq: firstSeq, prevOfFirst, toSeq: lastSeq, idOfLast: lastId };
  });

/** An event must never name a blob that could be lost, so the blobs are durable before any event counts. */
async function keepBlobs(
  { hasBlob }: WriterPorts,
  bundle: Pick<IncomingBundle, 'blobs' | 'keepBlob'>,
  signal: AbortSignal | undefined,
): Promise<Result<null>> {
  for (const blob of bundle.blobs) {
    if (signal?.aborted) return fail({ code: 'cancelled' });
    const kept = hasBlob(blob) ? ok(null) : await bundle.keepBlob(blob);
    if (!kept.ok) return kept;
    await nextTurn();
  }
  return ok(null);
}
