import type { LogId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import { type Hlc, hear, textToHlc, zeroHlc } from '../log/hlc.ts';
import type { EventAddress } from '../log/trust-bodies.ts';
import { StatusSum } from '../projections/state-hash.ts';
import type { Stores } from '../sqlite/stores.ts';
import type { ArrivingLog } from '../state/judge-straight.ts';
import { speaksOfTrust, type TrustChecks, type TrustFact, trustFactOf } from '../trust/trust-facts.ts';
import { forgetRows } from './forget-rows.ts';
import { FreshRows } from './fresh-rows.ts';
import type { IncomingBundle, IncomingEvent, Verdict } from './incoming.ts';
import { inSlices, type SlicePorts } from './slices.ts';

export interface StageOptions extends SlicePorts {
  readonly checks: TrustChecks;
  readonly wall: () => EpochMs;
  readonly onProgress: (done: number, total: number) => void;
}

/** A verified statement of trust in an event that is staged. */
export interface StagedFact {
  readonly address: EventAddress;
  readonly fact: TrustFact;
}

/** What staging found. `import` is null where every event is known and nothing needs writing. */
export interface Staged {
  readonly import: number | null;
  readonly received: number;
  readonly known: number;
  /** What is new of each log. */
  readonly arrivals: ReadonlyMap<LogId, ArrivingLog>;
  readonly staged: number;
  /** What the statuses of the new events sum up to if every one is admitted. */
  readonly admittedSum: bigint;
  readonly facts: readonly StagedFact[];
  readonly blobs: ReadonlySet<string>;
  /** Subjects of the new events whose rows are not made yet. */
  readonly subjects: ReadonlySet<number>;
  /** Trust as it was when staging began, by which rows were made; where it has changed since, they are worth nothing. */
  readonly epoch: number;
  /** The latest stamp of the new events that the own clock may follow. */
  readonly heard: Hlc;
  readonly verdict: Verdict;
  /** Seals of the bundle that were held before. */
  readonly knownSeals: ReadonlySet<string>;
}

/** Some hundred microseconds of work: no event's first sight is told better than that. */
const EVENTS_PER_STAMP = 32;

type GrowingLog = { -readonly [K in keyof ArrivingLog]: K extends 'types' ? Set<string> : ArrivingLog[K] };

interface Tally {
  import: number | null;
  received: number;
  /** When the last events came in. */
  seen: EpochMs;
  known: number;
  heard: Hlc;
  readonly verdict: Verdict;
  readonly arrivals: Map<LogId, GrowingLog>;
  staged: number;
  readonly ifAdmitted: StatusSum;
  readonly facts: StagedFact[];
  readonly blobs: Set<string>;
  readonly subjects: Set<number>;
  readonly epoch: number;
  readonly rows: FreshRows;
  readonly knownSeals: Set<string>;
}

/**
 * Writes the events of a verified bundle that are new as rows that no query sees, in slices, each a transaction of its own. Cancelled, it
 * forgets them; broken off by a crash, the next import of the same file goes on with them, and one of another file clears them away.
 */
export async function stageEvents(bundle: IncomingBundle, options: StageOptions): Promise<Result<Staged>> {
  const { stores, onProgress } = options;
  const begun = stores.staging.begun();
  if (begun && begun.digest !== bundle.digest) {
    const cleared = await clearStaged(options);
    if (!cleared.ok) return cleared;
  }
  const own = begun?.digest === bundle.digest ? begun.n : null;
  const tally: Tally = {
    import: own,
    received: 0,
    seen: options.wall(),
    known: 0,
    heard: zeroHlc,
    arrivals: new Map(),
    staged: 0,
    ifAdmitted: new StatusSum(),
    facts: [],
    blobs: new Set(),
    subjects: new Set(),
    epoch: stores.generation.epoch,
    rows: new FreshRows(stores),
    verdict: bundle.verdict,
    knownSeals: new Set(),
  };
  const step = (event: Result<IncomingEvent>): Result<unknown> =>
    event.ok ? ok(stageOne(options, bundle.digest, tally, event.value)) : event;
  const done = await inSlices(options, bundle.events, step, {
    ending: () => tally.rows.make(),
    after: () => onProgress(tally.received, bundle.count),
  });
  if (done.ok && !done.value) return giveUp(options, fail({ code: 'cancelled' }));
  const same = await bundle.conclude();
  if (!same.ok) return giveUp(options, same);
  return done.ok ? ok({ ...tally, admittedSum: tally.ifAdmitted.sum }) : done;
}

async function giveUp(options: StageOptions, why: Result<never>): Promise<Result<never>> {
  const cleared = await clearStaged(options);
  return cleared.ok ? why : cleared;
}

/** Takes away everything that a cancelled or broken-off import has written. */
export async function clearStaged(ports: SlicePorts): Promise<Result<null>> {
  const { stores, turn } = ports;
  const begun = stores.staging.begun();
  if (!begun) return ok(null);
  // First: as long as the import stands as begun, an opening after a crash takes its rows away.
  const forgotten = await forgetRows(ports);
  if (!forgotten.ok) return forgotten;
  for (let more = true; more; ) {
    const purged = stores.transaction(() => ok(stores.staging.purge(begun)));
    if (!purged.ok) return purged;
    more = purged.value;
    await turn();
  }
  return stores.transaction(() => {
    stores.staging.end(begun.n);
    return ok(null);
  });
}

function stageOne(options: StageOptions, digest: string, tally: Tally, event: IncomingEvent): void {
  const { stores, checks, wall } = options;
  if (tally.received % EVENTS_PER_STAMP === 0) tally.seen = wall();
  const { id, header, headerText, bodyText } = event;
  const { log, seq, type, subject } = header;
  tally.received += 1;
  // Above the end of what is held nothing needs to be looked up.
  const held = seq > (stores.events.tip(log)?.seq ?? 0) ? null : stores.events.standingOf(log, seq, id);
  if (held) {
    tally.known += 1;
    if (type === 'log.seal') tally.knownSeals.add(id);
    if (held.hole && event.body) stores.staging.addBody(begin(stores, digest, tally), held.n, bodyText);
    return;
  }
  begin(stores, digest, tally);
  const hole = bodyText.startsWith('{"why":') && event.body === null; // a hole's line begins so; only it needs to be parsed here
  const { seen } = tally;
  const about = stores.events.stage({ log, seq, id, type, header: headerText, body: bodyText, hole, seen }, subject);
  if (about && !tally.rows.add(about, event)) tally.subjects.add(about.n);
  tally.staged += 1;
  tally.ifAdmitted.add(id, 'admitted');
  const arrival = arrive(tally, event);
  tally.heard = hear(tally.heard, textToHlc(header.hlc), seen);
  for (const blob of header.blobs) tally.blobs.add(blob);
  const fact = speaksOfTrust(type) ? trustFactOf(header, event.body, checks) : null;
  if (fact) tally.facts.push({ address: { log, seq, id }, fact });
  if (fact?.kind === 'seal') arrival.sealSeq = seq;
}

function arrive({ arrivals }: Tally, { id, header: { log, seq, prev, type } }: IncomingEvent): GrowingLog {
  let arrival = arrivals.get(log);
  if (!arrival) {
    const start = { firstSeq: seq, prevOfFirst: prev, straight: true, lastSeq: seq - 1, lastId: prev, sealSeq: 0 };
    arrival = { ...start, types: new Set() };
    arrivals.set(log, arrival);
  }
  arrival.straight &&= seq === arrival.lastSeq + 1 && prev === arrival.lastId;
  arrival.lastSeq = seq;
  arrival.lastId = id;
  arrival.types.add(type);
  return arrival;
}

/** The import is written down with the first event that is new: importing a known bundle again writes nothing at all. */
function begin(stores: Stores, digest: string, tally: Tally): number {
  tally.import ??= stores.staging.begin(digest);
  return tally.import;
}
