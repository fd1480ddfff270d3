import type { z } from 'zod';
import { importLog } from '../../drivers/log-import/import-log.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { storedFileBody } from '../log/stored-log-bodies.ts';
import { decodeBlock } from '../readings/block.ts';
import { rowToReadings } from '../stored-log/log-readings.ts';
import type { BlockPlace, ReadingBlock, StoredFile } from './evidence-source.ts';

type Body = z.output<typeof storedFileBody>;
export type FileAbout = Pick<Body, 'instrument' | 'file' | 'settings' | 'clock' | 'from' | 'to' | 'blocks'>;

/** An imported file with its blocks, all of one event. */
export function storedFileOf(
  place: BlockPlace,
  about: FileAbout,
  bytesOf: (blob: string) => Result<Uint8Array>,
): StoredFile {
  const { instrument, file, settings, clock, from, to } = about;
  const blocks = about.blocks.map((block): ReadingBlock => {
    const bytes = () => bytesOf(block.blob);
    const read = () => {
      const found = bytes();
      return found.ok ? decodeBlock(found.value) : found;
    };
    return { place: { ...place, blob: block.blob }, instrument, from: block.from, to: block.to, bytes, read };
  });
  const again = (): Result<readonly Reading[]> => {
    const bytes = bytesOf(file.sha256);
    const log = bytes.ok ? importLog(bytes.value, settings) : bytes;
    if (!log.ok) return log;
    const toReadings = rowToReadings(instrument, file.sha256, clock?.offsetMs ?? 0);
    return ok(log.value.rows.flatMap((row) => toReadings(row)));
  };
  return { place, instrument, from, to, name: file.name, blocks, again };
}
