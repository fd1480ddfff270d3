import path from 'node:path';
import type { z } from 'zod';
import { readBundle } from '../../db/bundles/read-bundle.ts';
import type { ByteSource } from '../../db/files/byte-source.ts';
import { type EncryptedFolder, openEncrypted } from '../../db/files/encrypted-file.ts';
import type { EventRecord } from '../../db/record.ts';
import { isInDate } from '../../db/ssh/check-certificate.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import { sha256Hex } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { BEIJING_OFFSET_MS, beijingDay } from '../../vocabulary/time.ts';
import type { ExportedRow } from '../ports/exchange-models.ts';
import type { Desk, Job } from './desk.ts';
import { bundlePages } from './documents.ts';
import { encryptedTarget } from './encrypted-target.ts';
import { copyOut, keptBundlePath, noteHandedIn, openHandedIn } from './handed-in.ts';
import { importBundle } from './import-upload.ts';
import type { RecorderMethods, Some } from './methods.ts';
import { SEALED_AT } from './session.ts';
import type { UploadedFile, Uploads } from './upload.ts';

/** One piece of a bundle on its way to a browser's download. */
const PIECE_BYTES = 1024 * 1024;

type BundleMethods = 'bundle/export' | 'bundle/read' | 'bundle/verify' | 'bundle/import';

/** Handing bundles in and taking them in. */
export function bundleHandlers(desk: Desk, work: () => Result<EncryptedFolder>, uploads: Uploads): Some<BundleMethods> {
  return {
    'bundle/export': ({ folder }) =>
      desk.job('export', async (job) => {
        await desk.caughtUp();
        const record = desk.need();
        const files = work();
        if (!record.ok) return record;
        if (!files.ok) return files;
        return exportBundle(desk, record.value, files.value, folder, job);
      }),
    'bundle/read': ({ name, offset }) => {
      const record = desk.need();
      const files = work();
      if (!record.ok) return record;
      if (!files.ok) return files;
      const source = openHandedIn(record.value, files.value, desk.folder, name);
      return source.ok ? readPiece(source.value, offset) : source;
    },
    'bundle/verify': ({ upload }) =>
      withUpload(uploads, upload, (file) => desk.job('verify', () => verifyBundle(desk, file.source))),
    'bundle/import': ({ upload }) =>
      withUpload(uploads, upload, (file) => desk.job('import', (job) => importBundle(desk, file, job))),
  };
}

async function withUpload<T>(
  uploads: Uploads,
  id: Parameters<Uploads['take']>[0],
  work: (file: UploadedFile) => Promise<Result<T>>,
): Promise<Result<T>> {
  const file = uploads.take(id);
  if (!file.ok) return file;
  try {
    return await work(file.value);
  } finally {
    file.value.release();
  }
}

type BundleCheck = z.input<RecorderMethods['bundle/verify']['reply']>;

/** Whether a bundle is good today, as the stock tool would answer; nothing of it is taken in. */
async function verifyBundle(desk: Desk, source: ByteSource): Promise<Result<BundleCheck>> {
  const record = desk.need();
  if (!record.ok) return record;
  const { signers, stores } = record.value;
  if (!signers) return fail({ code: 'signers_needed' });
  const read = await readBundle(source, signers);
  const nothing = { signer: null, role: null, events: 0, unsealed: 0, blobs: 0 };
  if (!read.ok) return ok({ ok: false, ...nothing, refusal: { ...read.fault } });
  const { carrier, count, blobs, waitingSeals } = read.value;
  // a seal that waits for the next one states nothing: a freshly sealed bundle has nothing unsealed for a person
  const [events, unsealed] = [count - waitingSeals.length, read.value.unsealed - waitingSeals.length];
  const revoked = stores.trust
    .revocationsOf(carrier.fingerprint)
    .some(({ serials }) => serials === 'all' || serials.includes(carrier.serial));
  const refusal = todaysRefusal(carrier, revoked, desk.clock.wall());
  const { principal: signer, role } = carrier;
  return ok({ ok: refusal === null, signer, role, events, unsealed, blobs: blobs.length, refusal });
}

function todaysRefusal(
  carrier: Parameters<typeof isInDate>[0],
  revoked: boolean,
  now: Parameters<typeof isInDate>[1],
): Fault | null {
  if (revoked) return { code: 'carrier_revoked', serial: carrier.serial };
  if (isInDate(carrier, now)) return null;
  return now < carrier.validAfter
    ? { code: 'carrier_not_yet_valid', from: beijingDay(carrier.validAfter) }
    : { code: 'carrier_expired', until: beijingDay(carrier.validBefore) };
}

async function exportBundle(desk: Desk, record: EventRecord, files: EncryptedFolder, folder: string | null, job: Job) {
  const { principal } = record.identity;
  if (principal === null) return fail({ code: 'no_certificate' as const });
  const name = bundleName(principal, desk, record);
  const at = keptBundlePath(desk.folder, name);
  const pages = bundlePages(record, desk.clock);
  const sealedBefore = ownSealedTo(record);
  const done = await record.exportTo({ target: encryptedTarget(files, at, job, record.stores.events.count()), pages });
  if (!done.ok) return done;
  const { events, toSeq, stateHash, paths } = done.value;
  const file = folder === null ? at : path.join(folder, name);
  const bytes = handOver(files, at, folder === null ? null : file);
  if (!bytes.ok) return bytes;
  const row: ExportedRow = { name, at: desk.clock.wall(), bytes: bytes.value, events, toSeq };
  noteHandedIn(record, row);
  if (ownSealedTo(record) > sealedBefore) record.stores.local.put(SEALED_AT, String(desk.clock.wall()));
  desk.tell('changed', { areas: ['exchange', 'session'] });
  return ok({ ...row, file, stateHash: sha256Hex.parse(stateHash), ranges: paths.length });
}

const ownSealedTo = (record: EventRecord): number =>
  record.logs().find(({ log }) => log === record.identity.log)?.sealedTo ?? 0;

/** `team03-dev1-20261123-142310.jxb`: who and when. */
function bundleName(principal: string, { clock }: Desk, record: EventRecord): string {
  const device = principal.split('@')[0] || record.identity.log?.slice(0, 8) || 'device';
  const [day, time] = new Date(clock.wall() + BEIJING_OFFSET_MS).toISOString().replaceAll(/[-:]/g, '').split(/[T.]/);
  return `${device}-${day}-${time}.jxb`;
}

/** Copies the kept bundle out as a plain file where one is wanted; gives its size. */
function handOver(files: EncryptedFolder, at: string, to: string | null): Result<number> {
  const source = openEncrypted(files, at);
  if (!source.ok) return source;
  try {
    const copied = to === null ? ok(null) : copyOut(files.files, source.value, to);
    return copied.ok ? ok(source.value.size) : copied;
  } finally {
    source.value.close();
  }
}

function readPiece(source: ByteSource, offset: number): Result<{ bytes: string; next: number | null }> {
  try {
    const length = Math.min(PIECE_BYTES, source.size - offset);
    if (length <= 0) return ok({ bytes: '', next: null });
    const bytes = source.read(offset, length);
    if (!bytes.ok) return bytes;
    const next = offset + length;
    return ok({ bytes: Buffer.from(bytes.value).toString('base64'), next: next < source.size ? next : null });
  } finally {
    source.close();
  }
}
