import { epochMs } from '../../vocabulary/time.ts';
import { MINUTE_MS, type MinuteSummary } from './minutes.ts';

/** A minute: its number since 1970 and three counts as 32-bit integers, then min, max and mean as 64-bit floats. */
const BYTES = 4 * 4 + 3 * 8;

/** The minutes of one channel as bytes. Only this machine reads them: they can be made anew from the block. */
export function packMinutes(minutes: readonly MinuteSummary[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(minutes.length * BYTES));
  for (const [n, { minute, min, max, mean, count, others, over }] of minutes.entries()) {
    const at = n * BYTES;
    for (const [place, number] of [minute / MINUTE_MS, count, others, over].entries())
      view.setInt32(at + place * 4, number, true);
    for (const [place, number] of [min, max, mean].entries()) view.setFloat64(at + 16 + place * 8, number ?? 0, true);
  }
  return new Uint8Array(view.buffer);
}

/** The minutes again. */
export function unpackMinutes(channel: string, bytes: Uint8Array): MinuteSummary[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const minutes: MinuteSummary[] = [];
  for (let at = 0; at < bytes.length; at += BYTES) {
    const count = view.getInt32(at + 4, true);
    minutes.push({
      channel,
      minute: epochMs.parse(view.getInt32(at, true) * MINUTE_MS),
      min: count > 0 ? view.getFloat64(at + 16, true) : null,
      max: count > 0 ? view.getFloat64(at + 24, true) : null,
      mean: count > 0 ? view.getFloat64(at + 32, true) : null,
      count,
      others: view.getInt32(at + 8, true),
      over: view.getInt32(at + 12, true),
    });
  }
  return minutes;
}
