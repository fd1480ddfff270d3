import type { Fault, FaultCode } from '../../vocabulary/fault.ts';
import { type BlobId, blobId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { isAge } from '../bundles/age-transport.ts';
import { BAG } from '../bundles/bag-names.ts';
import { judgeBundle, type OpenBundle, openBundle } from '../bundles/read-bundle.ts';
import { entrySource, nextTurn } from '../bundles/sum-entries.ts';
import { readZip } from '../bundles/zip-reader.ts';
import type { BlobStore } from '../files/blob-store.ts';
import { type ByteSource, slicesOf } from '../files/byte-source.ts';
import type { WriterPorts } from '../log/own-log.ts';
import type { TakenBundle } from '../sqlite/staging-store.ts';
import type { Signers } from '../ssh/allowed-signers.ts';
import type { Certificate } from '../ssh/certificate.ts';
import { isInDate } from '../ssh/check-certificate.ts';
import { type Gap, gapsOf } from '../state/gaps.ts';
import { type ImportOptions, importEvents, takeAgain } from './import-events.ts';
import { type ImportCounts, noSeals, type WaitingSeals } from './incoming.ts';

export interface ImportPorts extends WriterPorts {
  readonly blobStore: BlobStore;
  readonly signers: Signers | null;
}

/** What one file did to the record. Either counts, or the reason why nothing of it was taken. */
export interface ImportOutcome {
  readonly file: string;
  /** The carrier's principal and role; null for a refused file. */
  readonly signer: string | null;
  readonly role: string | null;
  readonly carrier: Certificate | null;
  readonly counts: ImportCounts;
  /** Where the counts put seals that wait for the next one. They state nothing, and a person counts without them. */
  readonly waitingSeals: WaitingSeals;
  /** Conflicts open in the record after this import. */
  readonly conflicts: number;
  /** Gaps of the record after this import, those of province logs first. */
  readonly gaps: readonly Gap[];
  /** What to know of the carrier; never a reason to refuse. */
  readonly remarks: readonly FaultCode[];
  readonly bytes: number;
  readonly refusal: Fault | null;
}

/** A few milliseconds of following the paths. */
const EVENTS_PER_TURN = 2000;

const noCounts: ImportCounts = {
  received: 0,
  known: 0,
  added: 0,
  quarantined: 0,
  held: 0,
  refused: 0,
  filled: 0,
  released: 0,
  demoted: 0,
};

/** Faults that are of this machine, not of the bundle: they stop the work instead of refusing the file. */
const ownFaults: ReadonlySet<FaultCode> = new Set([
  'disk_full',
  'data_read_only',
  'data_corrupt',
  'data_in_use',
  'io_failed',
  'file_absent',
  'cancelled',
  'counts_unbalanced',
]);

/** Judges a bundle and takes it in. A refused one is an outcome; a fault is one of this machine, and nothing was changed by it. */
export async function importBundle(
  ports: ImportPorts,
  source: ByteSource,
  name: string,
  options: ImportOptions = {},
): Promise<Result<ImportOutcome>> {
  if (!ports.signers) return fail({ code: 'signers_needed' });
  const done = await takeIn(ports, source, name, ports.signers, options);
  return done.ok || ownFaults.has(done.fault.code) ? done : ok(refused(ports, name, source, done.fault));
}

/** An encrypted file that nobody opened for us is for others' eyes. */
async function openPlain(source: ByteSource, signers: Signers): Promise<Result<OpenBundle>> {
  const age = isAge(source);
  if (!age.ok) return age;
  return age.value ? fail({ code: 'not_for_us' }) : openBundle(source, signers);
}

interface Taken {
  readonly counts: ImportCounts;
  readonly waitingSeals: WaitingSeals;
}

async function takeIn(
  ports: ImportPorts,
  source: ByteSource,
  file: string,
  signers: Signers,
  options: ImportOptions,
): Promise<Result<ImportOutcome>> {
  const opened = await openPlain(source, signers);
  if (!opened.ok) return opened;
  const bundle = opened.value;
  const known = ports.stores.staging.taken(bundle.digest);
  const done = await (known ? takeKnown(ports, bundle, known, options) : takeNew(ports, bundle, options));
  if (!done.ok) return done;
  // The gaps follow from the paths: a big bundle makes them long, so they are followed between turns and not in the moment of the answer.
  while (ports.stores.db.open && ports.stores.paths.advance(EVENTS_PER_TURN)) await nextTurn();
  if (!ports.stores.db.open) return fail({ code: 'locked' });
  const { carrier } = bundle;
  const { principal: signer, role } = carrier;
  const about = { file, signer, role, carrier, bytes: source.size, refusal: null };
  return ok({ ...about, ...done.value, ...openQuestions(ports), remarks: remarksOn(ports, carrier) });
}

async function takeKnown(
  ports: ImportPorts,
  bundle: OpenBundle,
  { events, waitingSeals: known }: TakenBundle,
  options: ImportOptions,
): Promise<Result<Taken>> {
  const { blobs } = bundle;
  const done = await takeAgain(ports, { blobs, count: events, keepBlob: blobKeeper(ports, bundle) }, options);
  return done.ok ? ok({ counts: done.value.counts, waitingSeals: { ...noSeals, known } }) : done;
}

async function takeNew(ports: ImportPorts, bundle: OpenBundle, options: ImportOptions): Promise<Result<Taken>> {
  const verified = await judgeBundle(bundle);
  if (!verified.ok) return verified;
  const { digest, count, blobs, paths, waitingSeals } = verified.value;
  const judged = verified.value.judged();
  const incoming = {
    digest,
    count,
    blobs,
    verdict: { paths, waitingSeals },
    events: judged.events(),
    conclude: () => judged.conclude(nextTurn),
    keepBlob: blobKeeper(ports, bundle),
  };
  const done = await importEvents(ports, incoming, options);
  return done.ok ? ok({ counts: done.value.counts, waitingSeals: done.value.waitingSeals }) : done;
}

function refused(ports: ImportPorts, file: string, source: ByteSource, refusal: Fault): ImportOutcome {
  const events = countLines(source);
  const counts = { ...noCounts, received: events, refused: events };
  const none = { signer: null, role: null, carrier: null, remarks: [] };
  // The sentence names the file where the fault itself does not.
  return {
    file,
    ...none,
    counts,
    waitingSeals: noSeals,
    ...openQuestions(ports),
    bytes: source.size,
    refusal: { path: file, ...refusal },
  };
}

const openQuestions = ({ stores }: ImportPorts) => ({
  conflicts: stores.sums.read('conflicts').rows,
  gaps: gapsOf(stores),
});

/** How many events a refused file would have brought; 1, for the file itself, where they cannot be counted. */
function countLines(source: ByteSource): number {
  const entries = readZip(source);
  const log = entries.ok ? entries.value.find((entry) => entry.name === BAG.log) : undefined;
  if (!log) return 1;
  let lines = 0;
  for (const slice of slicesOf(entrySource(source, log))) {
    if (!slice.ok) return 1;
    for (const byte of slice.value) if (byte === 0x0a) lines += 1;
  }
  return Math.max(lines, 1);
}

const blobKeeper =
  ({ blobStore }: ImportPorts, bundle: OpenBundle) =>
  (blob: string): Promise<Result<null>> =>
    keepBlob(bundle, blobStore, blobId.parse(blob));

async function keepBlob(bundle: OpenBundle, blobStore: BlobStore, blob: BlobId): Promise<Result<null>> {
  const source = bundle.openBlob(blob);
  const kept = await blobStore.putStream(slicesOf(source));
  if (!kept.ok) return kept;
  return kept.value === blob ? ok(null) : fail({ code: 'bundle_changed', file: blob });
}

/** A stolen or expired tablet's good part must still get in, so its carrier is a remark and no refusal. */
function remarksOn({ stores, clock }: ImportPorts, carrier: Certificate): FaultCode[] {
  const now = clock.wall();
  const revoked = stores.trust
    .revocationsOf(carrier.fingerprint)
    .some(({ serials }) => serials === 'all' || serials.includes(carrier.serial));
  const remarks: FaultCode[] = revoked ? ['carrier_revoked'] : [];
  if (isInDate(carrier, now)) return remarks;
  return [...remarks, now < carrier.validAfter ? 'carrier_not_yet_valid' : 'carrier_expired'];
}
