import type { EventRecord } from '../../db/record.ts';
import type { BlockPlace } from '../../db/replay/evidence-source.ts';
import { recordSource } from '../../db/replay/record-source.ts';
import { momentKey, readingKey } from '../../db/replay/recorded-block.ts';
import { rowToReadings } from '../../db/stored-log/log-readings.ts';
import { decodeText } from '../../drivers/log-import/decode-text.ts';
import { importLogSteps } from '../../drivers/log-import/import-log.ts';
import type { ImportedLog } from '../../drivers/log-import/imported-log.ts';
import { drain } from '../../drivers/log-import/steps.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import { blobId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import type { Job } from './desk.ts';
import { inTurns } from './in-turns.ts';

/** The row of a file that an imported reading came from. With a fault the file could not be read, and nothing else is known. */
export interface FileRow {
  readonly place: BlockPlace;
  readonly name: string;
  readonly row: number;
  readonly line: string;
  readonly cell: string;
  readonly standing: 'same' | 'differs' | 'absent';
  readonly replayed: Reading | null;
  readonly fault: Fault | null;
}

/** A question behind a screen: nobody watches its progress, and it ends by itself. */
const quiet: Job = { signal: new AbortController().signal, progress: () => {} };

/** Reads the file again, with a turn of the event loop between steps. Null for a reading that came over a line. */
export async function fileRow(record: EventRecord, wanted: Reading): Promise<FileRow | null> {
  const [stored] = record.rows('stored_files', { source: wanted.time.boot });
  if (!stored) return null;
  const file = blobId.parse(stored.file);
  const source = recordSource({ stores: record.stores, blobStore: record.blobs }, wanted.instrument);
  const place = source.files.find((one) => one.place?.blob === file)?.place;
  if (!place) return null;
  const row = Math.floor(wanted.time.mono); // samples of one row are thousandths behind it
  const about = { place, name: stored.name, row, line: '', cell: '', standing: 'absent', replayed: null } as const;
  const bytes = record.blobs.get(file);
  if (!bytes.ok) return { ...about, fault: bytes.fault };
  const log = await inTurns(importLogSteps(bytes.value, stored.settings), quiet);
  if (!log.ok) return { ...about, fault: log.fault };
  if (!log.value.ok) return { ...about, fault: log.value.fault };
  const toReadings = rowToReadings(wanted.instrument, file, stored.clock?.offsetMs ?? 0);
  const found = findCell(log.value.value, toReadings, wanted);
  return { ...about, ...found, line: lineOf(bytes.value, row), fault: null };
}

/** Every row is walked, because samples of one row are told apart by their order. */
function findCell(log: ImportedLog, toReadings: ReturnType<typeof rowToReadings>, wanted: Reading) {
  for (const row of log.rows) {
    for (const [index, reading] of toReadings(row).entries()) {
      if (momentKey(reading) !== momentKey(wanted)) continue;
      const cell = row.readings[index]?.raw ?? '';
      const isSame = readingKey(reading) === readingKey(wanted);
      return { cell, standing: isSame ? 'same' : 'differs', replayed: isSame ? null : reading } as const;
    }
  }
  return {};
}

function lineOf(bytes: Uint8Array, row: number): string {
  const text = drain(decodeText(bytes));
  return text.ok ? (text.value.text.split(/\r\n|\n|\r/)[row - 1] ?? '') : '';
}
