import type { RawChunk } from '../capture/capture-lines.ts';
import { QUEUE_CAP_BYTES } from '../framing/framer.ts';

/** Most bytes kept of a run without one good frame (protocol rule 6). */
const NOISE_CAP_BYTES = 64 * 1024;

/**
 * Keeps a babbling line from filling the disk. Beyond the cap only the last few kilobytes are held, so that the bytes
 * of the good frame that ends the burst are complete.
 */
export function createNoiseLimit(keep: (chunk: RawChunk) => void) {
  let burstBytes = 0;
  let held: RawChunk[] = [];
  let heldBytes = 0;

  return {
    get isOver(): boolean {
      return burstBytes > NOISE_CAP_BYTES;
    },
    /** True when this chunk crosses the cap. */
    take(chunk: RawChunk): boolean {
      const wasOver = burstBytes > NOISE_CAP_BYTES;
      burstBytes += chunk.hex.length / 2;
      if (!wasOver) {
        // The crossing chunk is kept as well, so that a replay crosses at the same place.
        keep(chunk);
        return burstBytes > NOISE_CAP_BYTES;
      }
      held.push(chunk);
      heldBytes += chunk.hex.length / 2;
      for (let oldest = held[0]; oldest && heldBytes - oldest.hex.length / 2 > QUEUE_CAP_BYTES; oldest = held[0]) {
        heldBytes -= oldest.hex.length / 2;
        held = held.slice(1);
      }
      return false;
    },
    goodFrame() {
      for (const chunk of held) keep(chunk);
      held = [];
      heldBytes = 0;
      burstBytes = 0;
    },
  };
}
