/** Most bytes held before they are reported, silence or not. */
const STRAY_CAP_BYTES = 4096;

/** Bytes nobody asked for: collected into one run until the line is silent, then reported once. */
export function createStrayBytes(silenceMs: number, report: (bytes: Uint8Array, at: number) => void) {
  const held: number[] = [];
  let lastAt = 0;

  const flush = (at: number) => {
    if (held.length > 0) report(Uint8Array.from(held.splice(0)), at);
  };

  return {
    get due(): number | null {
      return held.length > 0 ? lastAt + silenceMs : null;
    },
    add(bytes: Uint8Array, now: number) {
      for (const byte of bytes) held.push(byte);
      lastAt = now;
      if (held.length >= STRAY_CAP_BYTES) flush(now);
    },
    flush,
  };
}
