import { epochMs } from '../../vocabulary/time.ts';
import { MINUTE_MS, type MinuteSummary } from './minutes.ts';
import { VarintReader, VarintWriter } from './varint.ts';

/** Min, max and mean of a minute as 64-bit floats. */
const FLOAT_BYTES = 3 * 8;

/**
 * The minutes of one channel as bytes: how many, of each the step from the minute before (first: from 1970) and three counts, all varints, then the floats
 * of each. Only this machine reads them: they can be made anew from the block.
 */
export function packMinutes(minutes: readonly MinuteSummary[]): Uint8Array {
  const counts = new VarintWriter();
  const floats = new DataView(new ArrayBuffer(minutes.length * FLOAT_BYTES));
  let before = 0;
  counts.unsigned(minutes.length);
  for (const [n, { minute, min, max, mean, count, others, over }] of minutes.entries()) {
    counts.signed(minute / MINUTE_MS - before);
    before = minute / MINUTE_MS;
    for (const number of [count, others, over]) counts.unsigned(number);
    for (const [place, number] of [min, max, mean].entries())
      floats.setFloat64(n * FLOAT_BYTES + place * 8, number ?? 0, true);
  }
  return Buffer.concat([counts.bytes(), new Uint8Array(floats.buffer)]);
}

/** The minutes again. */
export function unpackMinutes(channel: string, bytes: Uint8Array): MinuteSummary[] {
  const counts = new VarintReader(bytes);
  const length = counts.unsigned();
  const floats = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - length * FLOAT_BYTES);
  const minutes: MinuteSummary[] = [];
  let minute = 0;
  for (let n = 0; n < length; n += 1) {
    minute += counts.signed();
    const [count, others, over] = [counts.unsigned(), counts.unsigned(), counts.unsigned()];
    const float = (place: number) => (count > 0 ? floats.getFloat64(n * FLOAT_BYTES + place * 8, true) : null);
    const found = { min: float(0), max: float(1), mean: float(2) };
    minutes.push({ channel, minute: epochMs.parse(minute * MINUTE_MS), ...found, count, others, over });
  }
  return minutes;
}
