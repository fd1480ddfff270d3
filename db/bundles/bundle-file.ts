import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSink, ByteSource } from '../files/byte-source.ts';
import type { EncryptedFolder } from '../files/encrypted-file.ts';
import type { FileSystem, OpenFile } from '../files/file-system.ts';
import { beginFile } from '../files/write-atomically.ts';
import { WriteBehind } from '../files/write-behind.ts';
import { decryptToFile, encryptTo, isAge } from './age-transport.ts';
import { nextTurn } from './sum-entries.ts';
import { type BundleContent, type BundleSigner, type WrittenBundle, writeBundle } from './write-bundle.ts';

/** Encrypted bundles are named so; the others end with `.jxb`. */
const AGE_ENDING = '.jxb.age';

export interface ExportTarget {
  readonly path: string;
  /** age recipients; none for an open bundle. Confidential transport asks for two: the lead, and the province's escrow. */
  readonly recipients: readonly string[];
}

/** Writes a bundle to a file that appears whole or not at all. Faults: bad_arguments, bad_key (recipients), and those of the disk. */
export async function writeBundleFile(
  files: FileSystem,
  { path, recipients }: ExportTarget,
  content: BundleContent,
  signer: BundleSigner,
): Promise<Result<WrittenBundle>> {
  if (recipients.length === 1) return fail({ code: 'bad_arguments', detail: 'two recipients at least' });
  if (recipients.length > 0 !== path.endsWith(AGE_ENDING)) {
    return fail({ code: 'bad_arguments', detail: `${AGE_ENDING} with recipients` });
  }
  const pending = beginFile(files, path);
  if (!pending.ok) return pending;
  const { file, commit, abandon } = pending.value;
  const written = await writeInto(file, recipients, (sink) => writeBundle(content, signer, sink)).catch((error) => {
    abandon();
    throw error;
  });
  if (!written.ok) {
    abandon();
    return written;
  }
  const committed = commit(path);
  return committed.ok ? written : committed;
}

/** Nothing is at work on the file any more when it resolves or throws. */
async function writeInto<T>(
  file: OpenFile,
  recipients: readonly string[],
  write: (sink: ByteSink) => Promise<Result<T>>,
): Promise<Result<T>> {
  const behind = new WriteBehind(file);
  try {
    const written = await (recipients.length === 0 ? write(behind) : encryptTo(recipients, behind, write));
    const finished = written.ok ? await behind.finish() : written;
    return finished.ok ? written : finished;
  } finally {
    await behind.settled();
  }
}

/** How an encrypted bundle is opened: our identities, and where its plain content is kept meanwhile, encrypted by our own key. */
export interface Opening {
  readonly identities: readonly string[];
  readonly work: EncryptedFolder;
  readonly workPath: string;
}

/** The ZIP in a file, decrypted first where it is encrypted. Faults: file_absent, not_for_us, bundle_truncated, and those of the disk. */
export async function openBundleFile(
  files: FileSystem,
  path: string,
  opening: Opening | null,
): Promise<Result<ByteSource>> {
  const source = files.openForReading(path);
  if (!source.ok) return source;
  const age = isAge(source.value);
  if (!age.ok || !age.value) return age.ok ? source : closing(source.value, age);
  if (!opening || opening.identities.length === 0) return closing(source.value, fail({ code: 'not_for_us' }));
  const plain = await decryptToFile(source.value, opening, nextTurn);
  return closing(source.value, plain);
}

function closing<T>(source: ByteSource, result: Result<T>): Result<T> {
  source.close();
  return result.ok ? ok(result.value) : result;
}
