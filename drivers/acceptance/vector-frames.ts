import { readFileSync } from 'node:fs';
import { type Vector, vectorFile } from '../decode/vector.ts';
import { fromHex } from '../framing/hex.ts';

const file = new URL('../../tests/shared-cases/vectors.json', import.meta.url);

/** The good frames of a protocol's vectors that answer the given request (any request where none is given). */
export function vectorFrames(
  protocol: string,
  request?: string,
  shape: 'reading' | 'channels' = 'reading',
): readonly Uint8Array[] {
  const { vectors } = vectorFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const isWanted = (each: Vector) =>
    each.protocol === protocol &&
    each.direction === 'device->host' &&
    each.chunks === undefined &&
    Object.hasOwn(Object(each.decoded), shape) &&
    (request === undefined || each.context?.request === request);
  return vectors.filter(isWanted).map((each) => fromHex(each.hex) ?? new Uint8Array());
}
