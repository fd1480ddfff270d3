import { readCapture } from '../../drivers/capture/read-capture.ts';
import { blobId, bootId, entityId, eventId, instrumentId, logId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { ProjectionRow } from '../projections/registry.ts';
import { decodeBlock } from '../readings/block.ts';
import { definitionName, rawAbout, readingsIn, spanOf } from '../readings/keep-batch.ts';
import type { ReadingPorts } from '../readings/read-readings.ts';
import type { BlockPlace, EvidenceSource, RawBlock, ReadingBlock, StoredFile } from './evidence-source.ts';
import { readRawBlock } from './raw-block.ts';
import { storedFileOf } from './stored-file.ts';

/** What a data folder holds: blocks of every machine, and its own tail. One instrument only where it is named. */
export function recordSource(ports: ReadingPorts, instrument?: string): EvidenceSource {
  const { stores } = ports;
  const where = instrument === undefined ? {} : { instrument };
  const waiting = stores.readings
    .waiting()
    .map((row) => row.instrument)
    .filter((each) => instrument === undefined || each === instrument);
  return {
    raw: [...stores.rows('raw_blocks', where).map((row) => rawBlockOf(ports, row)), ...waiting.flatMap(rawTail)],
    readings: [
      ...stores.rows('reading_blocks', where).map((row) => readingBlockOf(ports, row)),
      ...waiting.flatMap(readingTail),
    ],
    files: stores.rows('stored_files', where).map((row) => fileOf(ports, row)),
  };

  function rawTail(of: string): RawBlock[] {
    const groups = Map.groupBy(stores.readings.rawWaiting(of), ({ about }) => about);
    return [...groups].map(([about, batches]) => {
      const head = rawAbout.parse(JSON.parse(about)); // written by keepBatch
      const definition = stores.local.get(definitionName(head));
      const first = { ...head, ...(definition === null ? {} : { definition: JSON.parse(definition) }) };
      return {
        place: null,
        instrument: head.instrument,
        session: head.session,
        boot: head.boot,
        ...spanOf(batches.flatMap(({ from, to }) => [from, to])),
        read: () => readCapture([first, ...linesIn(batches)]),
      };
    });
  }

  function readingTail(of: string): ReadingBlock[] {
    const rows = stores.readings.tail(of, Number.MAX_SAFE_INTEGER);
    if (rows.length === 0) return [];
    const read = (): Result<readonly Reading[]> => ok(readingsIn(rows));
    const span = spanOf(rows.flatMap(({ from, to }) => [from, to]));
    return [{ place: null, instrument: instrumentId.parse(of), ...span, read, bytes: null }];
  }
}

interface BlockRow {
  readonly event: string;
  readonly log: string;
  readonly seq: number;
  readonly owner: string;
  readonly author: string;
  readonly blob: string;
  readonly instrument: string;
  readonly from: number;
  readonly to: number;
}

const placeOf = ({ event, log, seq, owner, author, blob }: BlockRow): BlockPlace => ({
  event: eventId.parse(event),
  log: logId.parse(log),
  seq,
  owner,
  author,
  blob: blobId.parse(blob),
});

function rawBlockOf(
  { blobStore }: ReadingPorts,
  row: BlockRow & { readonly session: string; readonly boot: string },
): RawBlock {
  const place = placeOf(row);
  return {
    place,
    instrument: instrumentId.parse(row.instrument),
    session: entityId.parse(row.session),
    boot: bootId.parse(row.boot),
    from: row.from,
    to: row.to,
    read: () => {
      const bytes = blobStore.get(place.blob);
      return bytes.ok ? readRawBlock(bytes.value) : bytes;
    },
  };
}

function readingBlockOf({ blobStore }: ReadingPorts, row: BlockRow): ReadingBlock {
  const place = placeOf(row);
  const bytes = () => blobStore.get(place.blob);
  const read = () => {
    const found = bytes();
    return found.ok ? decodeBlock(found.value) : found;
  };
  return { place, instrument: instrumentId.parse(row.instrument), from: row.from, to: row.to, bytes, read };
}

function fileOf({ blobStore }: ReadingPorts, row: ProjectionRow<'stored_files'>): StoredFile {
  const sha256 = blobId.parse(row.file);
  const place = placeOf({ ...row, owner: row.inspection ?? '', blob: sha256 });
  const span = { from: epochMs.parse(row.from), to: epochMs.parse(row.to) };
  const file = { sha256, name: row.name, bytes: row.bytes };
  const about = { instrument: instrumentId.parse(row.instrument), file, ...span, blocks: row.blocks };
  return storedFileOf(place, { ...about, settings: row.settings, clock: row.clock }, (blob) =>
    blobStore.get(blobId.parse(blob)),
  );
}

const linesIn = (batches: readonly { readonly text: string }[]): unknown[] =>
  batches.flatMap(({ text }) => text.split('\n').map((line): unknown => JSON.parse(line)));
