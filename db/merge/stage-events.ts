import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Stores } from '../sqlite/stores.ts';
import { type TrustChecks, trustFactOf } from '../trust/trust-facts.ts';
import type { IncomingBundle, IncomingEvent } from './incoming.ts';

/** The longest stretch of work between two turns of the event loop: an answer given meanwhile must not wait. */
export const SLICE_MS = 50;
const EVENTS_PER_LOOK = 64;

export interface StageOptions {
  readonly stores: Stores;
  readonly checks: TrustChecks;
  /** Milliseconds of a monotonic clock. */
  readonly mono: () => number;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal | null;
}

/** What staging found. `import` is null where every event is known and nothing needs writing. */
export interface Staged {
  readonly import: number | null;
  readonly received: number;
  readonly known: number;
}

interface Tally {
  import: number | null;
  received: number;
  known: number;
}

/**
 * Reads a verified bundle into rows that no query sees, in slices, each a transaction of its own. Cancelled, it forgets them;
 * broken off by a crash, the next import of the same file finds them again.
 */
export async function stageEvents(bundle: IncomingBundle, options: StageOptions): Promise<Result<Staged>> {
  const { stores, signal, onProgress, mono } = options;
  const tally: Tally = { import: stores.staging.find(bundle.digest), received: 0, known: 0 };
  for (const slice of batches(bundle.events)) {
    if (!slice.ok) return slice;
    if (signal?.aborted) return cancel(stores, tally);
    for (let at = 0; at < slice.value.length; ) {
      const until = mono() + SLICE_MS;
      const done = stores.transaction(() => ok(stageSlice(bundle, slice.value, at, options, tally, until)));
      if (!done.ok) return done;
      at = done.value;
      onProgress(tally.received, bundle.count);
      await nextTurn();
    }
  }
  return signal?.aborted ? cancel(stores, tally) : ok({ ...tally });
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function cancel(stores: Stores, tally: Tally): Result<never> {
  const { import: n } = tally;
  if (n !== null) {
    const ended = stores.transaction(() => {
      stores.staging.end(n);
      return ok(null);
    });
    if (!ended.ok) return ended;
  }
  return fail({ code: 'cancelled' });
}

/** Stages from `start` until the time is up or the slice ends; gives where to go on. */
function stageSlice(
  bundle: IncomingBundle,
  slice: readonly IncomingEvent[],
  start: number,
  { stores, checks, mono }: StageOptions,
  tally: Tally,
  until: number,
): number {
  let at = start;
  for (const event of slice.slice(start)) {
    stageOne(stores, checks, bundle.digest, tally, event);
    at += 1;
    if (at % EVENTS_PER_LOOK === 0 && mono() >= until) break;
  }
  return at;
}

function stageOne(stores: Stores, checks: TrustChecks, digest: string, tally: Tally, event: IncomingEvent): void {
  const { id, header, headerText, bodyText, body } = event;
  const { log, seq, type, subject } = header;
  tally.received += 1;
  const held = stores.events.standingOf(log, seq, id);
  if (held) {
    tally.known += 1;
    if (held.hole && body) stores.staging.addBody(begin(stores, digest, tally), held.n, bodyText);
    return;
  }
  const fact = trustFactOf(header, body, checks);
  const staged = { log, seq, id, type, subject, header: headerText, body: bodyText, hole: body === null, fact };
  stores.staging.add(begin(stores, digest, tally), staged);
}

/** The staging row is made for the first event that is new: importing a known bundle again writes nothing at all. */
function begin(stores: Stores, digest: string, tally: Tally): number {
  tally.import ??= stores.staging.begin(digest);
  return tally.import;
}

function* batches(events: IncomingBundle['events']): Generator<Result<readonly IncomingEvent[]>> {
  let batch: IncomingEvent[] = [];
  for (const event of events) {
    if (!event.ok) return yield event;
    batch.push(event.value);
    if (batch.length < EVENTS_PER_LOOK * 4) continue;
    yield ok(batch);
    batch = [];
  }
  if (batch.length > 0) yield ok(batch);
}
