import { Decrypter, Encrypter } from 'age-encryption';
import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type ByteSink, type ByteSource, slicesOf } from '../files/byte-source.ts';
import { type EncryptedFolder, EncryptedWriter, openEncrypted } from '../files/encrypted-file.ts';
import type { Breathe } from './sum-entries.ts';

/** The first line of every age file (age-encryption.org/v1). */
const AGE_MAGIC = 'age-encryption.org/v1\n';

export function isAge(source: ByteSource): Result<boolean> {
  if (source.size < AGE_MAGIC.length) return ok(false);
  const head = source.read(0, AGE_MAGIC.length);
  return head.ok ? ok(Buffer.from(head.value).toString('latin1') === AGE_MAGIC) : head;
}

/** Carries a fault through a stream of the library and out again. */
class StreamFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

/**
 * Runs a writer whose output goes through age into `out`, without the plain bytes touching any disk. The writer must ask for room
 * now and then: there it waits until all is through. Fault: bad_key for a recipient that is none.
 */
export async function encryptTo<T>(
  recipients: readonly string[],
  out: ByteSink,
  write: (sink: ByteSink) => Promise<Result<T>>,
): Promise<Result<T>> {
  const encrypter = new Encrypter();
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
  } catch {
    return fail({ code: 'bad_key', detail: 'age recipient' });
  }
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const writer = pipe.writable.getWriter();
  const drained = drain(await encrypter.encrypt(pipe.readable), out);
  const waiting: Promise<void>[] = [];
  const room = async () => {
    await Promise.race([Promise.all(waiting.splice(0)), drained]);
  };
  const sink: ByteSink = {
    write: (bytes) => {
      waiting.push(writer.write(Uint8Array.from(bytes)).catch(() => undefined)); // a broken pipe is told by `drained`
      return ok(null);
    },
    room,
  };
  const written = await write(sink);
  await room();
  await (written.ok ? writer.close() : writer.abort()).catch(() => undefined);
  const result = await drained;
  return written.ok && !result.ok ? result : written;
}

async function drain(stream: ReadableStream<Uint8Array>, out: ByteSink): Promise<Result<null>> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const written = out.write(next.value);
      if (!written.ok) {
        await reader.cancel();
        return written;
      }
      await out.room?.();
    }
    return ok(null);
  } catch {
    return fail({ code: 'cancelled' }); // the writer above gave up, and says why itself
  }
}

interface Destination {
  readonly identities: readonly string[];
  readonly work: EncryptedFolder;
  readonly workPath: string;
}

/** The plain bytes of an age file, kept in an encrypted file of ours. Faults: bad_key, not_for_us, bundle_truncated, and those of the disk. */
export async function decryptToFile(
  source: ByteSource,
  { identities, work, workPath }: Destination,
  breathe: Breathe,
): Promise<Result<ByteSource>> {
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    return fail({ code: 'bad_key', detail: 'age identity' });
  }
  const opened = await attempt('not_for_us', () => decrypter.decrypt(streamOf(source, breathe)));
  if (!opened.ok) return opened;
  const writer = EncryptedWriter.begin(work, workPath);
  if (!writer.ok) return writer;
  const copied = await attempt('bundle_truncated', () => copy(opened.value, writer.value));
  if (!copied.ok) {
    writer.value.abandon();
    return copied;
  }
  const committed = writer.value.commit(workPath);
  return committed.ok ? openEncrypted(work, workPath) : committed;
}

async function copy(stream: ReadableStream<Uint8Array>, writer: EncryptedWriter): Promise<void> {
  for await (const bytes of stream) {
    const written = writer.write(bytes);
    if (!written.ok) throw new StreamFault(written.fault);
  }
}

/** age tells all that is wrong with a file by throwing; our own faults pass through it. */
async function attempt<T>(code: Fault['code'], work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return fail(error instanceof StreamFault ? error.fault : { code });
  }
}

function streamOf(source: ByteSource, breathe: Breathe): ReadableStream<Uint8Array> {
  const slices = slicesOf(source);
  return new ReadableStream({
    async pull(controller) {
      await breathe();
      const next = slices.next();
      if (next.done) controller.close();
      else if (next.value.ok) controller.enqueue(Uint8Array.from(next.value.value));
      else controller.error(new StreamFault(next.value.fault));
    },
  });
}
