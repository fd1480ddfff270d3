import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Driver } from '../../drivers/driver.ts';
import { fromHex } from '../../drivers/framing/hex.ts';

const file = z.object({
  vectors: z.array(
    z.object({
      protocol: z.string(),
      direction: z.string(),
      hex: z.string(),
      context: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});
const { vectors } = file.parse(
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../shared-cases/vectors.json'), 'utf8')),
);

/** Frames of instruments that no vector is recorded of: a float of 1.5 in the first block. */
const constructed: Readonly<Record<string, readonly string[]>> = {
  'profile:oi-7032-ch6': ['0103043fc00000f61b', '0103020006385c'],
};

/** Settings with which readings become numbers, and the request that is answered where it is not the first one. */
export const probes: Readonly<Record<string, { readonly settings: object; readonly request?: string }>> = {
  p1: { settings: { gas: 'CH4', unit: '%LEL' } },
  p2: { settings: { unit: '%VOL' } },
  p3: { settings: { gas: 'CO', unit: 'ppm', scale: 1, full_scale: 65_535 } },
  p5: { settings: { gas: 'CH4' }, request: '01 03 00 00 00 03 05 CB' },
  p7: { settings: { unit: '%LEL(ISO 10156)' }, request: '01 00 00 00 00 00 ED 76' },
  p8: { settings: { unit: '%VOL', scale: 0.01 }, request: '11 01 01 ED' },
  p4: { settings: { gas: 'CH4', unit: '%VOL', full_scale: 5 } },
};

/** What the instrument of a driver says on its line. */
export function framesOf(driver: Driver): readonly [Uint8Array, ...Uint8Array[]] {
  const own = vectors.filter(
    ({ protocol, direction, context }) =>
      protocol === driver.protocol && direction === 'device->host' && (driver.vectors.isFor?.(context) ?? true),
  );
  const all = [...own.map(({ hex }) => hex), ...(constructed[driver.id] ?? [])].flatMap((hex) => fromHex(hex) ?? []);
  const [first, ...rest] = all;
  if (!first) throw new Error(`no vectors for ${driver.id}`);
  return [first, ...rest];
}
