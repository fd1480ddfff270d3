import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSource } from '../files/byte-source.ts';
import type { EventHeader } from '../log/event.ts';
import { rawBlockBody, readingBlockBody } from '../log/field-bodies.ts';
import { sha256 } from '../log/sha256.ts';
import { storedFileBody } from '../log/stored-log-bodies.ts';
import type { IncomingEvent } from '../merge/incoming.ts';
import { decodeBlock } from '../readings/block.ts';
import type { BlockPlace, EvidenceSource, RawBlock, ReadingBlock, StoredFile } from './evidence-source.ts';
import { readRawBlock } from './raw-block.ts';
import { storedFileOf } from './stored-file.ts';

/** What of a bundle is needed: verified whole, or opened to look only. */
export interface BundleContents {
  readonly events: () => Iterable<Result<IncomingEvent>>;
  readonly blobs: readonly string[];
  readonly openBlob: (blob: string) => ByteSource;
}

/** The raw bytes and readings in a bundle; every blob is compared with its name when it is read. */
export function bundleSource(bundle: BundleContents): Result<EvidenceSource> {
  const raw: RawBlock[] = [];
  const readings: ReadingBlock[] = [];
  const files: StoredFile[] = [];
  const held = new Set(bundle.blobs);
  const bytesOf = (blob: string): Result<Uint8Array> => {
    if (!held.has(blob)) return fail({ code: 'not_found', what: blob });
    const source = bundle.openBlob(blob);
    const bytes = source.read(0, source.size);
    if (!bytes.ok) return bytes;
    return sha256(bytes.value) === blob ? bytes : fail({ code: 'data_corrupt', path: blob, detail: 'blob' });
  };
  for (const event of bundle.events()) {
    if (!event.ok) return event;
    const { header, body } = event.value;
    if (header.type === 'raw.block') {
      const parsed = rawBlockBody.safeParse(body);
      if (parsed.success) raw.push(rawBlockIn(placeOf(event.value, header, parsed.data.blob), parsed.data, bytesOf));
    } else if (header.type === 'reading.block') {
      const parsed = readingBlockBody.safeParse(body);
      if (parsed.success)
        readings.push(readingBlockIn(placeOf(event.value, header, parsed.data.blob), parsed.data, bytesOf));
    } else if (header.type === 'instrument.log') {
      const parsed = storedFileBody.safeParse(body);
      if (parsed.success)
        files.push(storedFileOf(placeOf(event.value, header, parsed.data.file.sha256), parsed.data, bytesOf));
    }
  }
  return ok({ raw, readings, files });
}

type Bytes = (blob: string) => Result<Uint8Array>;

const placeOf = (
  { id }: IncomingEvent,
  { log, seq, subject, author }: EventHeader,
  blob: BlockPlace['blob'],
): BlockPlace => ({
  event: id,
  log,
  seq,
  owner: subject.split('/')[1] ?? '',
  author,
  blob,
});

function rawBlockIn(place: BlockPlace, body: ReturnType<typeof rawBlockBody.parse>, bytesOf: Bytes): RawBlock {
  const { instrument, session, boot, from, to } = body;
  const read = () => {
    const bytes = bytesOf(place.blob);
    return bytes.ok ? readRawBlock(bytes.value) : bytes;
  };
  return { place, instrument, session, boot, from, to, read };
}

function readingBlockIn(
  place: BlockPlace,
  body: ReturnType<typeof readingBlockBody.parse>,
  bytesOf: Bytes,
): ReadingBlock {
  const { instrument, from, to } = body;
  const bytes = () => bytesOf(place.blob);
  const read = () => {
    const found = bytes();
    return found.ok ? decodeBlock(found.value) : found;
  };
  return { place, instrument, from, to, read, bytes };
}
