import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSource } from '../files/byte-source.ts';
import type { Signers } from '../ssh/allowed-signers.ts';
import type { Certificate } from '../ssh/certificate.ts';
import { certificateText } from '../ssh/certificate.ts';
import { checkCertificate } from '../ssh/check-certificate.ts';
import { verifySshsig } from '../ssh/sshsig.ts';
import { type BagInfo, readBagInfo, readFormat } from './bag-info.ts';
import { BAG, BAGIT_TEXT, BLOBS, PAYLOAD, requiredNames, tagNames } from './bag-names.ts';
import { type FileSum, manifestFault } from './manifest.ts';
import { type Breathe, crcFault, entrySource, sumEntries } from './sum-entries.ts';
import type { PlacedEntry } from './zip-layout.ts';

/** A file of events and its sum: it is summed again while they are read, because it may change meanwhile. */
export interface SignedFile {
  readonly name: string;
  readonly source: ByteSource;
  readonly sha256: string;
}

/** A bag whose carrier signed it and whose files are the ones signed. What they say is not read yet. */
export interface CheckedBag {
  readonly carrier: Certificate;
  readonly info: BagInfo;
  /** sha256 of the tag manifest, which names everything inside: equal for equal content. */
  readonly digest: string;
  readonly blobs: readonly string[];
  readonly log: SignedFile;
  readonly bodies: SignedFile;
  readonly open: (name: string) => ByteSource;
}

/** Tag files are short; a manifest has 140 bytes for each blob. */
const MAX_TAG_BYTES = 64 * 1024 * 1024;

/**
 * Judges everything about a bag but its events. Faults: bundle_newer, bundle_file_missing, bundle_file_extra, bundle_unsigned, bad_signature,
 * unknown_signer, bad_certificate, bundle_changed, bundle_malformed, zip_not_canonical, unsafe_content.
 */
export async function checkBag(
  zip: ByteSource,
  entries: readonly PlacedEntry[],
  signers: Signers,
  breathe: Breathe,
): Promise<Result<CheckedBag>> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const texts = readTexts(zip, byName);
  if (!texts.ok) return texts;
  const format = readFormat(texts.value(BAG.info));
  if (!format.ok) return format;
  const complete = checkNames(byName, format.value.minor);
  if (!complete.ok) return complete;
  const carrier = checkCarrier(texts.value, signers);
  if (!carrier.ok) return carrier;
  const summed = await sumEntries(zip, entries, breathe);
  if (!summed.ok) return summed;
  const { sums } = summed.value;
  const fits = checkSums(texts.value, sums);
  if (!fits.ok) return fits;
  if (summed.value.wrongCrc !== null) return crcFault(summed.value.wrongCrc);
  const info = readBagInfo(texts.value(BAG.info));
  if (!info.ok) return info;
  if (texts.value(BAG.bagit) !== BAGIT_TEXT) return fail({ code: 'bundle_malformed', file: BAG.bagit, detail: 'text' });
  const blobs = entries.filter(({ name }) => name.startsWith(BLOBS)).map(({ name }) => name.slice(BLOBS.length));
  const sumOf = (name: string) => sums.find((sum) => sum.name === name)?.sha256 ?? '';
  const open = opener(zip, byName);
  const events = (name: string): SignedFile => ({ name, source: open(name), sha256: sumOf(name) });
  const files = { log: events(BAG.log), bodies: events(BAG.bodies), open };
  return ok({ carrier: carrier.value, info: info.value, digest: sumOf(BAG.tagManifest), blobs, ...files });
}

const opener = (zip: ByteSource, byName: ReadonlyMap<string, PlacedEntry>) => (name: string) => {
  const entry = byName.get(name);
  if (!entry) throw new Error(`${name} is not in this bundle`);
  return entrySource(zip, entry);
};

type Texts = (name: string) => string;

/** The tag files as text. Bytes that are not ASCII cannot stand in any of them, and read as latin1 they fit nothing. */
function readTexts(zip: ByteSource, byName: ReadonlyMap<string, PlacedEntry>): Result<Texts> {
  const texts = new Map<string, string>();
  for (const name of [...tagNames, BAG.tagManifest, BAG.signature]) {
    const entry = byName.get(name);
    if (!entry) return fail({ code: name === BAG.signature ? 'bundle_unsigned' : 'bundle_file_missing', file: name });
    if (entry.size > MAX_TAG_BYTES) return fail({ code: 'unsafe_content', detail: `too large: ${name}` });
    const bytes = entrySource(zip, entry).read(0, entry.size);
    if (!bytes.ok) return bytes;
    texts.set(name, Buffer.from(bytes.value).toString('latin1'));
  }
  return ok((name) => texts.get(name) ?? '');
}

/** A later minor format may bring more payload files; they are on the manifest and have no effect here. */
function checkNames(byName: ReadonlyMap<string, PlacedEntry>, minor: number): Result<null> {
  const missing = requiredNames.find((name) => !byName.has(name));
  if (missing !== undefined) return fail({ code: 'bundle_file_missing', file: missing });
  for (const name of byName.keys()) {
    const isBlob = name.startsWith(BLOBS);
    if (isBlob && !/^[0-9a-f]{64}$/.test(name.slice(BLOBS.length)))
      return fail({ code: 'bundle_file_extra', file: name });
    const known = isBlob || requiredNames.includes(name) || (minor > 0 && name.startsWith(PAYLOAD));
    if (!known) return fail({ code: 'bundle_file_extra', file: name });
  }
  return ok(null);
}

/** The carrier vouches for transport only; whether its certificate is in date or revoked is no reason to refuse. */
function checkCarrier(texts: Texts, signers: Signers): Result<Certificate> {
  const verified = verifySshsig(texts(BAG.signature), 'jingxun-bundle', texts(BAG.tagManifest));
  if (!verified.ok) return verified;
  const raw = verified.value.certificate;
  if (!raw) return fail({ code: 'unknown_signer', key: verified.value.fingerprint });
  const carrier = checkCertificate(raw, signers.authorities);
  if (!carrier.ok) return carrier;
  const same = texts(BAG.certificate) === `${certificateText(raw.blob)}\n`;
  return same ? carrier : fail({ code: 'bundle_malformed', file: BAG.certificate, detail: 'not the one that signed' });
}

function checkSums(texts: Texts, sums: readonly FileSum[]): Result<null> {
  const tags = sums.filter(({ name }) => tagNames.includes(name));
  const payload = sums.filter(({ name }) => name.startsWith(PAYLOAD));
  const fault =
    manifestFault(BAG.tagManifest, texts(BAG.tagManifest), tags) ??
    manifestFault(BAG.manifest, texts(BAG.manifest), payload);
  if (fault) return fail(fault);
  const misnamed = payload.find(({ name, sha256 }) => name.startsWith(BLOBS) && name !== BLOBS + sha256);
  return misnamed ? fail({ code: 'bundle_changed', file: misnamed.name }) : ok(null);
}
