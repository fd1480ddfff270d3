import type { LogId } from '../../vocabulary/ids.ts';
import { blobId, eventId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { writeBundleFile } from '../bundles/bundle-file.ts';
import { readBundle, type VerifiedBundle } from '../bundles/read-bundle.ts';
import type { BundleContent, BundleSigner, WrittenBundle } from '../bundles/write-bundle.ts';
import type { BlobStore } from '../files/blob-store.ts';
import type { ByteSource } from '../files/byte-source.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { EventLines } from '../log/event.ts';
import { currentLog, endOwnLog, holdsMarkedEvent, type WriterPorts } from '../log/own-log.ts';
import { sealInTransaction } from '../log/seal.ts';
import { witnessHeads } from '../log/witness.ts';
import type { LineRow } from '../sqlite/event-store.ts';
import type { Signers } from '../ssh/allowed-signers.ts';
import { type LogPath, logHashOf, walkPaths } from '../state/log-paths.ts';
import { type StateBasis, stateHashOf, stateVersionOf } from '../state/state-of.ts';

/** Pages that other folders write; asked when everything is sealed, so that they can say what the bundle holds. */
export interface BundlePages {
  readonly report: Uint8Array;
  readonly verifyText: Uint8Array;
}

/** What the pages may say of the bundle they lie in. */
export interface BundleFacts {
  readonly principal: string;
  readonly paths: readonly LogPath[];
  readonly logHash: string;
  readonly stateHash: string;
  readonly stateVersion: string;
}

/** Where a bundle goes: a plain or encrypted file on a stick, a work file of the data folder. */
export interface ExportTarget {
  readonly write: (content: BundleContent, signer: BundleSigner) => Promise<Result<WrittenBundle>>;
  /** Null where this machine cannot read it back: it is encrypted to others, or the caller reads it back. */
  readonly readBack: (() => Result<ByteSource>) | null;
  /** Takes away what did not read back, where it has a name that somebody could hand in. */
  readonly discard?: () => void;
}

export interface ExportRequest {
  readonly target: ExportTarget;
  /** Where a log begins in the bundle; logs not named go whole. Without it everything goes. */
  readonly fromSeq?: ReadonlyMap<LogId, number>;
  readonly pages: (facts: BundleFacts) => Result<BundlePages> | Promise<Result<BundlePages>>;
}

export interface ExportPorts extends WriterPorts {
  readonly blobStore: BlobStore;
  /** Of the certificate; empty where there is none. */
  readonly principal: string;
  readonly signers: Signers | null;
  readonly signer: BundleSigner | null;
  readonly basis: StateBasis;
}

export interface Exported extends WrittenBundle {
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
  const goes = ({ log, seq }: Place) => seq >= (request.fromSeq?.get(log as LogId) ?? 1);
  const { paths, events } = walkPaths(chosen(stores.events.chain(), goes));
  const { principal } = ports;
  const pages = await request.pages({ principal, paths, logHash: logHashOf(paths), stateHash, stateVersion });
  if (!pages.ok) return pages;
  const lines = () => linesOf(chosen(stores.events.linesUpTo(upTo), goes));
  const content = {
    paths,
    events,
    lines,
    blobs: heldBlobs(ports, upTo, goes),
    stateHash,
    stateVersion,
    ...pages.value,
  };
  const written = await request.target.write(content, signer);
  if (!written.ok) return written;
  const back = await readBack(request.target, signers, written.value);
  if (back.ok) return ok({ ...written.value, stateVersion, toSeq: sealed.value });
  request.target.discard?.();
  return back;
}

interface Place {
  readonly log: string;
  readonly seq: number;
}

function* chosen<T extends Place>(rows: Iterable<T>, goes: (place: Place) => boolean): Generator<T> {
  for (const row of rows) if (goes(row)) yield row;
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

function* linesOf(rows: Iterable<LineRow>): Generator<EventLines> {
  for (const { id, header, body } of rows) yield { id: eventId.parse(id), header, body };
}

function heldBlobs({ stores, blobStore }: ExportPorts, upTo: number, goes: (place: Place) => boolean) {
  const named = stores.events.namedBlobs(upTo).filter(goes);
  const ids = [...new Set(named.map((row) => row.blob))].map((blob) => blobId.parse(blob));
  return ids.filter((id) => blobStore.has(id)).map((id) => ({ id, open: () => blobStore.open(id) }));
}

/** What left the machine must be what another machine will take: verified from the disk with the same eyes. */
async function readBack(target: ExportTarget, signers: Signers, written: WrittenBundle): Promise<Result<null>> {
  if (!target.readBack) return ok(null);
  const source = target.readBack();
  if (!source.ok) return source;
  const read = await readBundle(source.value, signers);
  source.value.close();
  if (!read.ok) return read;
  return isSame(read.value, written) ? ok(null) : fail({ code: 'io_failed', detail: 'read back' });
}

/** A file that has its name only when it is whole; with age recipients it is for their eyes alone. */
export const fileTarget = (files: FileSystem, path: string, recipients: readonly string[] = []): ExportTarget => ({
  write: (content, signer) => writeBundleFile(files, { path, recipients }, content, signer),
  readBack: recipients.length === 0 ? () => files.openForReading(path) : null,
  discard: () => void files.remove(path),
});

const isSame = (read: VerifiedBundle, written: WrittenBundle): boolean =>
  read.count === written.events && read.info.logHash === written.logHash && read.blobs.length === written.blobs;
