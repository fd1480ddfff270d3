import type { LogId } from '../../vocabulary/ids.ts';
import { blobId, eventId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { readBundle, type VerifiedBundle } from '../bundles/read-bundle.ts';
import { type BundleSigner, type WrittenBundle, writeBundle } from '../bundles/write-bundle.ts';
import type { BlobStore } from '../files/blob-store.ts';
import type { FileSystem } from '../files/file-system.ts';
import { beginFile } from '../files/write-atomically.ts';
import type { EventLines } from '../log/event.ts';
import { currentLog, endOwnLog, holdsMarkedEvent, type WriterPorts } from '../log/own-log.ts';
import { sealInTransaction } from '../log/seal.ts';
import { witnessHeads } from '../log/witness.ts';
import type { LineRow } from '../sqlite/event-store.ts';
import type { Signers } from '../ssh/allowed-signers.ts';
import { type StateBasis, stateHashOf, stateVersionOf } from '../state/state-of.ts';

/** Pages that other folders write; asked when everything is sealed, so that they can say what the bundle holds. */
export interface BundlePages {
  readonly report: Uint8Array;
  readonly verifyText: Uint8Array;
}

export interface ExportRequest {
  readonly file: string;
  /** Where a log begins in the bundle; logs not named go whole. Without it everything goes. */
  readonly fromSeq?: ReadonlyMap<LogId, number>;
  readonly pages: () => Result<BundlePages> | Promise<Result<BundlePages>>;
}

export interface ExportPorts extends WriterPorts {
  readonly files: FileSystem;
  readonly blobStore: BlobStore;
  readonly signers: Signers | null;
  readonly signer: BundleSigner | null;
  readonly basis: StateBasis;
}

export interface Exported extends WrittenBundle {
  readonly file: string;
  readonly bytes: number;
  readonly stateVersion: string;
  /** The own log's highest event in it. */
  readonly toSeq: number;
}

/**
 * Seals, packs, reads back and verifies. The mark outside the folder is durable before the file has its name.
 * Faults: no_certificate, signers_needed, those of the disk, and any that the reading back finds.
 */
export async function exportEvents(ports: ExportPorts, request: ExportRequest): Promise<Result<Exported>> {
  const { signer, signers, stores } = ports;
  if (!signer) return fail({ code: 'no_certificate' });
  if (!signers) return fail({ code: 'signers_needed' });
  const sealed = sealForExport(ports);
  if (!sealed.ok) return sealed;
  const upTo = stores.events.lastNumber();
  const stateVersion = stateVersionOf(stores, ports.basis);
  const stateHash = stateHashOf(stores);
  const pages = await request.pages();
  if (!pages.ok) return pages;
  const { report, verifyText } = pages.value;
  const goes = ({ log, seq }: { readonly log: string; readonly seq: number }) =>
    seq >= (request.fromSeq?.get(log as LogId) ?? 1);
  const lines = () => linesOf(stores.events.linesUpTo(upTo), goes);
  const blobs = heldBlobs(ports, upTo, goes);
  const content = { lines, blobs, stateHash, stateVersion, report, verifyText };
  const written = await writeFile(ports, signer, request.file, content);
  if (!written.ok) return written;
  const back = await readBack(ports, signers, request.file, written.value);
  return back.ok
    ? ok({ ...written.value, ...back.value, file: request.file, stateVersion, toSeq: sealed.value })
    : back;
}

/** Witnesses and seals in one transaction, then marks the head. Gives the own log's highest seq. */
export function sealForExport(ports: WriterPorts): Result<number> {
  const own = currentLog(ports);
  const holds = own ? holdsMarkedEvent(ports, own.log) : ok(true);
  if (!holds.ok) return holds;
  const done = ports.stores.transaction(() => {
    if (!holds.value) endOwnLog(ports);
    const witnessed = witnessHeads(ports);
    return witnessed.ok ? sealInTransaction(ports) : witnessed;
  });
  if (!done.ok) return done;
  const log = currentLog(ports);
  const head = log && ports.stores.events.head(log.log);
  if (!head) return ok(0);
  const marked = ports.marks.write({ log: head.log, seq: head.seq, id: head.id });
  return marked.ok ? ok(head.seq) : marked;
}

function* linesOf(rows: Iterable<LineRow>, goes: (row: LineRow) => boolean): Generator<EventLines> {
  for (const row of rows) if (goes(row)) yield { id: eventId.parse(row.id), header: row.header, body: row.body };
}

function heldBlobs(
  { stores, blobStore }: ExportPorts,
  upTo: number,
  goes: (row: { readonly log: string; readonly seq: number }) => boolean,
) {
  const named = new Set(
    stores.events
      .namedBlobs(upTo)
      .filter(goes)
      .map((row) => blobId.parse(row.blob)),
  );
  return [...named].filter((id) => blobStore.has(id)).map((id) => ({ id, open: () => blobStore.open(id) }));
}

async function writeFile(
  { files }: ExportPorts,
  signer: BundleSigner,
  path: string,
  content: Parameters<typeof writeBundle>[0],
): Promise<Result<WrittenBundle>> {
  const pending = beginFile(files, path);
  if (!pending.ok) return pending;
  const written = await writeBundle(content, signer, pending.value.file);
  if (!written.ok) {
    pending.value.abandon();
    return written;
  }
  const named = pending.value.commit(path);
  return named.ok ? written : named;
}

/** What left the machine must be what another machine will take: verified from the disk with the same eyes. */
async function readBack(
  { files }: ExportPorts,
  signers: Signers,
  path: string,
  written: WrittenBundle,
): Promise<Result<{ readonly bytes: number }>> {
  const source = files.openForReading(path);
  if (!source.ok) return source;
  const read = await readBundle(source.value, signers);
  source.value.close();
  if (!read.ok) return read;
  return isSame(read.value, written)
    ? ok({ bytes: source.value.size })
    : fail({ code: 'io_failed', detail: `read back ${path}` });
}

const isSame = (read: VerifiedBundle, written: WrittenBundle): boolean =>
  read.count === written.events && read.info.logHash === written.logHash && read.blobs.length === written.blobs;
