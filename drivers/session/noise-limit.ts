import type { LeftOut, RawChunk } from '../../vocabulary/capture.ts';
import { QUEUE_CAP_BYTES } from '../framing/framer.ts';

/** Most bytes kept of a run without one good frame (protocol rule 6). */
const NOISE_CAP_BYTES = 64 * 1024;

const bytesOf = (chunk: RawChunk): number => chunk.hex.length / 2;

/**
 * Keeps a babbling line from filling the disk. Beyond the cap only the last few kilobytes are held, so that the bytes
 * of the good frame that ends the burst are complete; of the others it is kept how many they were.
 */
export function createNoiseLimit(keep: (line: RawChunk | LeftOut) => void) {
  let burstBytes = 0;
  let held: RawChunk[] = [];
  let heldBytes = 0;
  let leftOut: LeftOut | null = null;

  const leave = (chunk: RawChunk) => {
    const { n, wall_ms, mono_first_ms, mono_last_ms, dir } = chunk;
    const first = leftOut ?? {
      n,
      wall_ms,
      mono_first_ms,
      dir: dir === 'rx' ? dir : 'rx',
      left_out: { lines: 0, bytes: 0 },
    };
    const { lines, bytes } = first.left_out;
    leftOut = { ...first, mono_last_ms, left_out: { lines: lines + 1, bytes: bytes + bytesOf(chunk) } };
  };
  const tellLeftOut = () => {
    if (leftOut) keep(leftOut);
    leftOut = null;
  };

  return {
    get isOver(): boolean {
      return burstBytes > NOISE_CAP_BYTES;
    },
    /** True when this chunk crosses the cap. */
    take(chunk: RawChunk): boolean {
      const wasOver = burstBytes > NOISE_CAP_BYTES;
      burstBytes += bytesOf(chunk);
      if (!wasOver) {
        // The crossing chunk is kept as well, so that a replay crosses at the same place.
        keep(chunk);
        return burstBytes > NOISE_CAP_BYTES;
      }
      held.push(chunk);
      heldBytes += bytesOf(chunk);
      for (let [oldest] = held; oldest && heldBytes - bytesOf(oldest) > QUEUE_CAP_BYTES; [oldest] = held) {
        heldBytes -= bytesOf(oldest);
        leave(oldest);
        held = held.slice(1);
      }
      return false;
    },
    goodFrame() {
      tellLeftOut();
      for (const chunk of held) keep(chunk);
      held = [];
      heldBytes = 0;
      burstBytes = 0;
    },
    /** The line is gone in the middle of a burst: what was held is counted with what was left out. */
    ended() {
      for (const chunk of held) leave(chunk);
      tellLeftOut();
      held = [];
      heldBytes = 0;
    },
  };
}
