import { zstdCompressSync } from 'node:zlib';
import { type InspectionId, type InstrumentId, instrumentId, type PersonId } from '../../vocabulary/ids.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { BlobStore } from '../files/blob-store.ts';
import { appendInTransaction, type EventDraft, openOwnLog } from '../log/append-event.ts';
import { randomHex, type WriterPorts } from '../log/own-log.ts';
import { encodeBlock } from './block.ts';
import { doubtsOf, forgetDoubts } from './doubts.ts';
import { gradesOfBlock } from './grade-block.ts';
import { readInstrumentFile } from './instrument-file.ts';
import { definitionName, rawAbout, readingsIn, spanOf } from './keep-batch.ts';
import { minutesOf } from './minutes.ts';

/** Ten minutes a block: the best ratio measured, and a chart of a shift still reads few blocks. */
export const BLOCK_MS = 10 * 60 * 1000;
/** At 10 Hz and eight channels ten minutes are 48,000; one block stays far below the size of a message. */
const ROWS_PER_BLOCK = 60_000;

export interface FoldPorts extends WriterPorts {
  readonly blobStore: BlobStore;
  /** Who was at work: a block is no machine event, somebody stands for it. */
  readonly person: PersonId;
}

/** Whose block it is: the inspection under way, else this device. */
export interface FoldOptions {
  readonly inspection?: InspectionId;
  /** Fold what is younger than a block too: before an export and at sign-off. */
  readonly all?: boolean;
}

/** Folds what has waited long enough into blocks and raw captures; gives how many blobs were made. */
export function foldTail(ports: FoldPorts, { inspection, all = false }: FoldOptions = {}): Result<number> {
  const due = ports.stores.readings
    .waiting()
    .filter(({ oldest }) => all || ports.clock.wall() - oldest >= BLOCK_MS)
    .map((row) => instrumentId.parse(row.instrument));
  let made = 0;
  for (const instrument of due) {
    for (const fold of [foldReadings, foldRaw]) {
      for (let more = true; more; ) {
        const done = fold(ports, instrument, inspection);
        if (!done.ok) return done;
        more = done.value;
        made += Number(more);
      }
    }
  }
  return ok(made);
}

/** The blob is durable first; then its event, the summaries and the emptied tail are one transaction. False: nothing left. */
function foldReadings(ports: FoldPorts, instrument: InstrumentId, inspection?: InspectionId): Result<boolean> {
  const { readings: store } = ports.stores;
  const rows = store.tail(instrument, ROWS_PER_BLOCK);
  if (rows.length === 0) return ok(false);
  const readings = readingsIn(rows);
  const blob = ports.blobStore.put(encodeBlock(instrument, readings));
  if (!blob.ok) return blob;
  const channels = [...new Set(readings.map((one) => one.channel))].sort();
  const grades = gradesOfBlock(
    readInstrumentFile(ports.stores, instrument),
    readings,
    doubtsOf(ports.stores.local, instrument),
  );
  const span = spanOf(rows.flatMap(({ from, to }) => [from, to]));
  const body = { instrument, channels, ...span, count: readings.length, blob: blob.value, grades };
  return announce(ports, { type: 'reading.block', field: 'block', inspection, body, blob: blob.value }, () => {
    store.putMinutes(blob.value, minutesOf(readings));
    store.drop(rows);
    if (store.tail(instrument, 1).length === 0) forgetDoubts(ports.stores.local, instrument);
  });
}

function foldRaw(ports: FoldPorts, instrument: InstrumentId, inspection?: InspectionId): Result<boolean> {
  const { readings: store } = ports.stores;
  const tail = store.rawTail(instrument, ROWS_PER_BLOCK);
  if (!tail || tail.batches.length === 0) return ok(false);
  const about = rawAbout.parse(JSON.parse(tail.about));
  const { driver, driverVersion, session, boot } = about;
  const definition = ports.stores.local.get(definitionName(about));
  const head = JSON.stringify({ ...about, ...(definition === null ? {} : { definition: JSON.parse(definition) }) });
  const text = [head, ...tail.batches.map((batch) => batch.text), ''].join('\n');
  const blob = ports.blobStore.put(zstdCompressSync(Buffer.from(text)));
  if (!blob.ok) return blob;
  const count = tail.batches.reduce((total, batch) => total + batch.count, 0);
  const span = { ...spanOf(tail.batches.flatMap(({ from, to }) => [from, to])), lines: count };
  const body = { instrument, driver, driverVersion, session, boot, ...span, blob: blob.value };
  return announce(ports, { type: 'raw.block', field: 'raw', inspection, body, blob: blob.value }, () => {
    store.dropRaw(tail.batches);
  });
}

interface Announcement {
  readonly type: 'reading.block' | 'raw.block';
  readonly field: 'block' | 'raw';
  readonly inspection: InspectionId | undefined;
  readonly body: EventDraft['body'];
  readonly blob: NonNullable<EventDraft['blobs']>[number];
}

function announce(ports: FoldPorts, about: Announcement, beside: () => void): Result<boolean> {
  return ports.stores.transaction(() => {
    const own = openOwnLog(ports);
    if (!own.ok) return own;
    const owner = about.inspection ? `inspection/${about.inspection}` : `device/${own.value.log}`;
    const subject = `${owner}/${about.field}:${randomHex(ports, 16)}`;
    const draft = {
      author: ports.person,
      type: about.type,
      subject,
      supersedes: [],
      body: about.body,
      blobs: [about.blob],
    } as const;
    const written = appendInTransaction(ports, draft);
    if (!written.ok) return written;
    beside();
    return ok(true);
  });
}
