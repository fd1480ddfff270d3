import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4096;

const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/** Random bytes of the system, each handed out once. Drawn in stock: the salt of an event is 16 of them, and a draw costs the same for 4,096. */
export function systemRandom(bytes: number): Uint8Array {
  if (bytes > POOL_BYTES) return randomFillSync(new Uint8Array(bytes));
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const drawn = pool.slice(used, used + bytes);
  pool.fill(0, used, used + bytes);
  used += bytes;
  return drawn;
}
