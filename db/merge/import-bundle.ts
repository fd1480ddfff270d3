import type { Fault, FaultCode } from '../../vocabulary/fault.ts';
import { type BlobId, blobId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { isAge } from '../bundles/age-transport.ts';
import { BAG } from '../bundles/bag-names.ts';
import { readBundle, type VerifiedBundle } from '../bundles/read-bundle.ts';
import { entrySource } from '../bundles/sum-entries.ts';
import { readZip } from '../bundles/zip-reader.ts';
import type { BlobStore } from '../files/blob-store.ts';
import { type ByteSource, slicesOf } from '../files/byte-source.ts';
import type { WriterPorts } from '../log/own-log.ts';
import type { Signers } from '../ssh/allowed-signers.ts';
import type { Certificate } from '../ssh/certificate.ts';
import { isInDate } from '../ssh/check-certificate.ts';
import { type Gap, gapsOf } from '../state/gaps.ts';
import { type ImportOptions, importEvents } from './import-events.ts';
import type { ImportCounts, IncomingBundle } from './incoming.ts';

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

export type WaitingSeals = Pick<ImportCounts, 'known' | 'added' | 'quarantined' | 'held'>;
const noSeals: WaitingSeals = { known: 0, added: 0, quarantined: 0, held: 0 };

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

/** Verifies a bundle and takes it in. A refused one is an outcome; a fault is one of this machine, and nothing was changed by it. */
export async function importBundle(
  ports: ImportPorts,
  source: ByteSource,
  name: string,
  options: ImportOptions = {},
): Promise<Result<ImportOutcome>> {
  if (!ports.signers) return fail({ code: 'signers_needed' });
  const bundle = await readPlain(source, ports.signers);
  if (bundle.ok) return takeIn(ports, name, source.size, bundle.value, options);
  return ownFaults.has(bundle.fault.code) ? bundle : ok(refused(ports, name, source, bundle.fault));
}

/** An encrypted file that nobody opened for us is for others' eyes. */
async function readPlain(source: ByteSource, signers: Signers): Promise<Result<VerifiedBundle>> {
  const age = isAge(source);
  if (!age.ok) return age;
  return age.value ? fail({ code: 'not_for_us' }) : readBundle(source, signers);
}

async function takeIn(
  ports: ImportPorts,
  file: string,
  bytes: number,
  bundle: VerifiedBundle,
  options: ImportOptions,
): Promise<Result<ImportOutcome>> {
  const seals = waitingSealsOf(ports, bundle);
  const done = await importEvents(ports, incomingOf(bundle, ports.blobStore), options);
  if (!done.ok) return done;
  const { counts } = done.value;
  const { carrier } = bundle;
  const { principal: signer, role } = carrier;
  const remarks = remarksOn(ports, bundle);
  return ok({
    file,
    signer,
    role,
    carrier,
    counts,
    waitingSeals: seals(),
    ...openQuestions(ports),
    remarks,
    bytes,
    refusal: null,
  });
}

/** Looks before the import which waiting seals are known, and tells after it where the others were put. */
function waitingSealsOf({ stores }: ImportPorts, { paths, waitingSeals }: VerifiedBundle): () => WaitingSeals {
  const ends = paths.filter(({ idOfLast }) => waitingSeals.includes(idOfLast));
  const find = ({ log, toSeq, idOfLast }: (typeof ends)[number]) => stores.events.find(log, toSeq, idOfLast);
  const fresh = ends.filter((end) => find(end) === null);
  return () => {
    const statuses = fresh.map((end) => find(end)?.status);
    const [added, held] = ['admitted', 'unsealed'].map((status) => statuses.filter((one) => one === status).length);
    const rest = fresh.length - (added ?? 0) - (held ?? 0);
    return { known: ends.length - fresh.length, added: added ?? 0, held: held ?? 0, quarantined: rest };
  };
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

const incomingOf = (bundle: VerifiedBundle, blobStore: BlobStore): IncomingBundle => ({
  digest: bundle.digest,
  count: bundle.count,
  events: bundle.events(),
  blobs: bundle.blobs,
  keepBlob: (blob) => keepBlob(bundle, blobStore, blobId.parse(blob)),
});

async function keepBlob(bundle: VerifiedBundle, blobStore: BlobStore, blob: BlobId): Promise<Result<null>> {
  const source = bundle.openBlob(blob);
  const kept = await blobStore.putStream(slicesOf(source));
  if (!kept.ok) return kept;
  return kept.value === blob ? ok(null) : fail({ code: 'bundle_changed', file: blob });
}

/** A stolen or expired tablet's good part must still get in, so its carrier is a remark and no refusal. */
function remarksOn({ stores, clock }: ImportPorts, { carrier }: VerifiedBundle): FaultCode[] {
  const now = clock.wall();
  const revoked = stores.trust
    .revocationsOf(carrier.fingerprint)
    .some(({ serials }) => serials === 'all' || serials.includes(carrier.serial));
  const remarks: FaultCode[] = revoked ? ['carrier_revoked'] : [];
  if (isInDate(carrier, now)) return remarks;
  return [...remarks, now < carrier.validAfter ? 'carrier_not_yet_valid' : 'carrier_expired'];
}
