import type { EventId, InspectionId, PersonId } from '../vocabulary/ids.ts';
import { fail, ok, type Result } from '../vocabulary/result.ts';
import { type BackupDone, type BackupOptions, type BackupPorts, backUp } from './backup/backup-record.ts';
import { type CheckDepth, checkRecord, type RecordCheck } from './backup/check-record.ts';
import type { BlobStore } from './files/blob-store.ts';
import type { ByteSource } from './files/byte-source.ts';
import type { FileSystem } from './files/file-system.ts';
import { type Swept, sweepBlobs } from './files/sweep-blobs.ts';
import type { EventDraft, StoredEvent } from './log/append-event.ts';
import { currentLog, endOwnLog } from './log/own-log.ts';
import {
  type Exported,
  type ExportPorts,
  type ExportRequest,
  exportEvents,
  fileTarget,
} from './merge/export-events.ts';
import { type ImportOutcome, importBundle } from './merge/import-bundle.ts';
import type { ImportOptions } from './merge/import-events.ts';
import { nextTurn } from './merge/slices.ts';
import { OwnWriter } from './own-writer.ts';
import type { Register } from './projections/register.ts';
import type { FoldOptions } from './readings/fold-tail.ts';
import { keepBatch, type ReadingBatch } from './readings/keep-batch.ts';
import { type ReadingSpan, readMinutes, readReadings } from './readings/read-readings.ts';
import type { ImportChange } from './sqlite/change-store.ts';
import type { EventRow } from './sqlite/event-store.ts';
import type { Stores } from './sqlite/stores.ts';
import { readAllowedSigners, type Signers, signerFingerprints } from './ssh/allowed-signers.ts';
import type { Certificate } from './ssh/certificate.ts';
import { checkCertificateText } from './ssh/check-certificate.ts';
import { type Gap, gapsOf } from './state/gaps.ts';
import { type HistoryEntry, historyOf } from './state/history.ts';
import { checkAuthority, readOwnCertificate, readSigners } from './state/identity.ts';
import { type LogSummary, logSummaries } from './state/log-summaries.ts';
import { type Progress, rebuild } from './state/rebuild.ts';
import { readRegister } from './state/refresh-registers.ts';
import { type RecordState, stateOf } from './state/state-of.ts';
import { type ReleaseStanding, releaseStanding } from './trust/releases.ts';

export type {
  BackupDone,
  BackupOptions,
  EventDraft,
  Exported,
  ExportRequest,
  Gap,
  HistoryEntry,
  ImportOutcome,
  LogSummary,
  ReadingBatch,
  RecordCheck,
  RecordState,
  Register,
  StoredEvent,
  Swept,
};

/** Which key this machine writes with, who works on it and what the province says of it. */
export interface Identity {
  readonly person: PersonId;
  readonly fingerprint: string;
  readonly publicKey: Uint8Array;
  readonly principal: string | null;
  /** Null until a certificate is in. */
  readonly role: Certificate['role'] | null;
  readonly certificate: Certificate | null;
  /** Null until the first own write. */
  readonly log: string | null;
}

/** What a record is made of; `openRecord` puts it together. */
export interface RecordParts {
  readonly person: PersonId;
  readonly publicKey: Uint8Array;
  readonly files: FileSystem;
  readonly backup: BackupPorts;
  /** Everything but what follows from the record itself: who is believed and which certificate is in. */
  readonly ports: Omit<ExportPorts, 'roles' | 'checks' | 'principal' | 'signers' | 'signer' | 'basis'>;
  /** The ports of this moment. */
  readonly livePorts: () => ExportPorts;
}

/** An export into a file that appears whole or not at all. */
export interface FileExport extends Omit<ExportRequest, 'target'> {
  /** age recipients, two at least; the file is then named `.jxb.age`. */
  readonly recipients?: readonly string[];
}

/** One data folder, open. It composes the folders beside it and adds no rule of its own. */
export class EventRecord {
  readonly stores: Stores;
  readonly blobs: BlobStore;
  readonly #parts: RecordParts;
  readonly #writer: OwnWriter;
  #jobs: Promise<unknown> = Promise.resolve();

  constructor(parts: RecordParts) {
    this.#parts = parts;
    this.stores = parts.ports.stores;
    this.blobs = parts.ports.blobStore;
    this.#writer = new OwnWriter(parts.ports, parts.livePorts);
  }

  get #ports(): ExportPorts {
    return this.#parts.livePorts();
  }

  get identity(): Identity {
    const { person, publicKey, ports } = this.#parts;
    const { fingerprint } = ports.key;
    const certificate = readOwnCertificate(this.stores, fingerprint);
    const log = currentLog(ports)?.log ?? null;
    const { principal = null, role = null } = certificate ?? {};
    return { person, fingerprint, publicKey, principal, role, certificate, log };
  }

  get signers(): Signers | null {
    return readSigners(this.stores);
  }

  get authorityFingerprints(): readonly string[] {
    const { signers } = this;
    return signers ? signerFingerprints(signers) : [];
  }

  /** Takes the authority's file, once. Faults: bad_signers, fingerprint_mismatch. */
  setAuthority(text: string, fingerprint: string | null = null): Result<null> {
    const fresh = checkAuthority(this.stores, text, fingerprint);
    if (!fresh.ok || !fresh.value) return fresh.ok ? ok(null) : fresh;
    const kept = this.stores.transaction(() => {
      this.stores.local.put('authority', text);
      return ok(null);
    });
    // From now on certificates and statements can be believed, so everything held is judged again.
    return kept.ok ? this.rebuild() : kept;
  }

  /** Takes the certificate of this machine's key with the authority that signed it; the certificate goes into the log. */
  enrol(paper: {
    readonly certificate: string;
    readonly signers: string;
    readonly fingerprint: string;
  }): Result<StoredEvent> {
    const signers = readAllowedSigners(paper.signers);
    if (!signers.ok) return signers;
    const text = paper.certificate.trim().split(/\s+/).slice(0, 2).join(' ');
    const checked = checkCertificateText(text, signers.value.authorities);
    if (!checked.ok) return checked;
    if (checked.value.fingerprint !== this.identity.fingerprint)
      return fail({ code: 'bad_certificate', reason: 'another key' });
    const authority = this.setAuthority(paper.signers, paper.fingerprint);
    if (!authority.ok) return authority;
    const kept = this.stores.transaction(() => {
      this.stores.local.put('certificate', checked.value.text);
      return ok(null);
    });
    return kept.ok
      ? this.append({ author: '', type: 'certificate', subject: '', body: { certificate: checked.value.text } })
      : kept;
  }

  /** Records one event; it is durable when this returns. */
  append(draft: EventDraft): Result<StoredEvent> {
    return this.#writer.append(draft);
  }

  /** Records several events at once: all of them are durable when this returns, or none is there. */
  appendAll(drafts: readonly EventDraft[]): Result<readonly StoredEvent[]> {
    return this.#writer.appendAll(drafts);
  }

  /** Settles a subject: the chosen head holds, all heads are superseded. Faults: not_found, role_denied. */
  resolve(subject: string, chosen: EventId, reason: string): Result<StoredEvent> {
    const register = this.register(subject);
    const head = register?.heads.find((one) => one.id === chosen);
    const body = head?.header.type === 'resolve' ? head.body?.value : head?.body;
    if (!register || typeof body !== 'object' || body === null) return fail({ code: 'not_found', what: chosen });
    const { salt: _, ...value } = { salt: '', ...body };
    const supersedes = register.heads.map((one) => one.id as EventId);
    const { person: author } = this.#parts;
    return this.append({ author, type: 'resolve', subject, supersedes, body: { chosen, value, reason } });
  }

  /** Null where there is nothing to seal. */
  seal(): Result<StoredEvent | null> {
    const sealed = this.#writer.seal();
    const kept = sealed.ok ? this.#keepPaths() : sealed;
    return kept.ok ? sealed : kept;
  }

  /** Seals when something has waited a quarter of an hour. */
  sealIfDue(): Result<StoredEvent | null> {
    return this.#writer.isSealDue ? this.seal() : ok(null);
  }

  /** Does what would make somebody wait if it were done later; asked now and then when nobody waits. */
  tidy(): Result<boolean> {
    const { journal } = this.stores;
    const folded = journal.foldIfLong();
    return folded.ok && !folded.value ? ok(journal.makeRoom()) : folded;
  }

  register(subject: string): Register | null {
    const n = this.stores.events.findSubject(subject);
    return n === null ? null : readRegister(this.stores, n);
  }

  /** The rows of a projection whose columns have the given values. */
  get rows(): Stores['rows'] {
    return this.stores.rows;
  }

  history(subject: string): readonly HistoryEntry[] {
    return historyOf(this.stores, subject);
  }

  readonly readings = {
    keep: (batch: ReadingBatch) => keepBatch(this.#ports, batch),
    fold: (options: FoldOptions = {}) => this.#writer.fold(options, this.#parts.person),
    read: (span: ReadingSpan) => readReadings(this.#parts.ports, span),
    minutes: (span: ReadingSpan) => readMinutes(this.#parts.ports, span),
  };

  /** Seals, packs and reads back one bundle. Waits for a running import, export or rebuild. */
  exportTo(request: ExportRequest, inspection?: InspectionId): Promise<Result<Exported>> {
    return this.#alone(async () => {
      // Asked before anything is written: a machine without a certificate leaves nothing behind.
      if (!this.identity.certificate) return fail({ code: 'no_certificate' });
      const folded = this.readings.fold({ all: true, ...(inspection ? { inspection } : {}) });
      if (!folded.ok) return folded;
      const done = await exportEvents(this.#ports, request);
      if (done.ok) this.#writer.sealed();
      return done;
    });
  }

  /** The same into a file; with age recipients encrypted to them. */
  exportFile(file: string, { recipients, ...request }: FileExport): Promise<Result<Exported>> {
    return this.exportTo({ ...request, target: fileTarget(this.#parts.files, file, recipients) });
  }

  /** Takes a bundle in. A refused bundle is an outcome, a fault is this machine's. */
  importFrom(source: ByteSource, name: string, options: ImportOptions = {}): Promise<Result<ImportOutcome>> {
    return this.#alone(async () => {
      const done = await importBundle(this.#ports, source, name, options);
      if (!done.ok) return done;
      const kept = this.stores.db.open ? this.#keepPaths() : ok(null);
      return kept.ok ? done : kept;
    });
  }

  /** The same from a file. */
  async importBundle(path: string, options: ImportOptions = {}): Promise<Result<ImportOutcome>> {
    const source = this.#parts.files.openForReading(path);
    if (!source.ok) return source;
    const done = await this.importFrom(source.value, path, options);
    source.value.close();
    return done;
  }

  state(): RecordState {
    return stateOf(this.stores, this.#ports.basis);
  }

  rebuild(onProgress?: Progress): Result<null> {
    return rebuild(this.stores, this.#ports.checks(), onProgress);
  }

  /** Copies the record to a second place, opens the copy and checks it; answers go on meanwhile. Sealed first: what a restored copy holds is believed. */
  backUp(target: string, options: BackupOptions = {}): Promise<Result<BackupDone>> {
    return this.#alone(async () => {
      const sealed = this.seal();
      return sealed.ok ? backUp(this.#parts.backup, target, options) : sealed;
    });
  }

  /** Reads and counts everything again. Changes nothing. */
  check({ onProgress, signal }: BackupOptions = {}, depth?: CheckDepth): Promise<Result<RecordCheck>> {
    const pace = { turn: nextTurn, signal: signal ?? null, progress: onProgress ?? (() => {}) };
    return this.#alone(() => checkRecord(this.stores, this.blobs, pace, depth));
  }

  /** Takes away blobs that nothing names. */
  sweepBlobs(): Promise<Result<Swept>> {
    return this.#alone(async () => {
      // It may have waited behind an import until the record was closed.
      if (!this.stores.db.open) return fail({ code: 'locked' });
      const staged = this.stores.blobs.staged();
      return sweepBlobs(this.blobs, (blob) => this.stores.blobs.isNamed(blob) || staged.has(blob));
    });
  }

  /** Ends the own log: the folder was put back from a backup, and the next write opens another that continues it. */
  beginNewLog(): Result<null> {
    return this.stores.transaction(() => {
      endOwnLog(this.#parts.ports);
      return ok(null);
    });
  }

  /** The releases of rule packs held here, and which of them judges. */
  releases(): ReleaseStanding {
    const { stores, blobs: blobStore, signers } = this;
    return releaseStanding({ stores, blobStore, authorities: signers?.authorities ?? [] });
  }

  gaps(): readonly Gap[] {
    return gapsOf(this.stores);
  }

  quarantined(): readonly EventRow[] {
    return this.stores.events.quarantined();
  }

  /** Registers with more than one head. */
  conflicts(): readonly Register[] {
    return this.rows('conflicts').flatMap((row) => this.register(row.about) ?? []);
  }

  /** What the last imports changed of what was shown here, the newest import first. */
  importChanges(): readonly ImportChange[] {
    return this.stores.changes.list();
  }

  logs(): readonly LogSummary[] {
    return logSummaries(this.stores);
  }

  close(): void {
    this.stores.db.close();
    this.#parts.backup.snapshots.close();
  }

  /** So that the next opening has only the latest events to follow. */
  #keepPaths(): Result<null> {
    if (!this.stores.paths.isWorthKeeping()) return ok(null);
    return this.stores.transaction(() => {
      this.stores.paths.keep();
      return ok(null);
    });
  }

  /** One long job after the other: an import must not change what an export is reading. */
  #alone<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#jobs.then(job, job);
    this.#jobs = turn.catch(() => undefined);
    return turn;
  }
}
