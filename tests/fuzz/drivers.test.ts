import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JudgeFrame, PreparedDriver } from '../../drivers/driver.ts';
import { type Cut, createFramer, type Matcher } from '../../drivers/framing/framer.ts';
import { fromHex } from '../../drivers/framing/hex.ts';
import { drivers } from '../../drivers/registry.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { type SeededRandom, seededRandom } from './random.ts';

// Streams of good frames, spoilt frames and noise in any slicing: nothing throws, no byte is lost or doubled, and a number
// only comes out of a frame that passes a check written here a second time.

interface Vector {
  readonly protocol: string;
  readonly direction: string;
  readonly hex: string;
  readonly decoded?: unknown;
  readonly context?: Readonly<Record<string, unknown>>;
}
const file = path.join(import.meta.dirname, '../shared-cases/vectors.json');
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { readonly vectors: readonly Vector[] };

function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}

const sum = (bytes: Uint8Array): number => bytes.reduce((all, byte) => all + byte, 0);
const goodModbus = (frame: Uint8Array) =>
  crc16(frame.subarray(0, -2)) === (frame.at(-2) ?? 0) + (frame.at(-1) ?? 0) * 256;

/** The check of each protocol, from its page alone. */
const passesCheck: Readonly<Record<string, (frame: Uint8Array) => boolean>> = {
  p1: goodModbus,
  p2: (frame) => {
    const xor = frame.subarray(0, 39).reduce((all, byte) => all ^ byte, 0);
    return Number.parseInt(new TextDecoder().decode(frame.subarray(40, 42)), 16) === xor;
  },
  p3: (frame) => frame.length === 9 && (sum(frame.subarray(1)) & 0xff) === 0,
  p5: goodModbus,
  p7: (frame) => {
    const zeroed = frame.map((byte, at) => (at === 4 || at === 5 ? 0 : byte));
    let crc = 0xffff;
    for (const byte of zeroed) {
      for (let mask = 0x80; mask > 0; mask >>= 1) {
        const isOdd = ((crc & 0x8000) !== 0) !== ((byte & mask) !== 0);
        crc = (crc * 2) & 0xffff;
        if (isOdd) crc ^= 0x1021;
      }
    }
    return crc === (frame[4] ?? 0) + (frame[5] ?? 0) * 256;
  },
  pm: goodModbus,
  p8: (frame) => (sum(frame) & 0xff) === 0,
  p4: (frame) => (sum(frame.subarray(0, -2)) & 0xffff) === (frame.at(-2) ?? 0) * 256 + (frame.at(-1) ?? 0),
};

/** Frames of instruments that no vector is recorded of: a float of 1.5 in the first block. */
const constructed: Readonly<Record<string, readonly { readonly hex: string }[]>> = {
  'profile:oi-7032-ch6': [{ hex: '0103043fc00000f61b' }],
};

/** Settings with which readings become numbers, and the request that is answered where it is not the first one. */
const probes: Readonly<Record<string, { readonly settings: object; readonly request?: string }>> = {
  p1: { settings: { gas: 'CH4', unit: '%LEL' } },
  p2: { settings: { unit: '%VOL' } },
  p3: { settings: { gas: 'CO', unit: 'ppm', scale: 1, full_scale: 65_535 } },
  p5: { settings: { gas: 'CH4' }, request: '01 03 00 00 00 03 05 CB' },
  p7: { settings: { unit: '%LEL(ISO 10156)' }, request: '01 00 00 00 00 00 ED 76' },
  p8: { settings: { unit: '%VOL', scale: 0.01 }, request: '11 01 01 ED' },
  p4: { settings: { gas: 'CH4', unit: '%VOL', full_scale: 5 } },
};

function listening(prepared: PreparedDriver, request: string | undefined): { match: Matcher; judge: JudgeFrame } {
  const talk = prepared.talk.kind === 'either' ? prepared.talk.poll : prepared.talk;
  if (talk.kind === 'stream') return talk;
  const asked = request === undefined ? null : fromHex(request);
  return asked === null ? talk.first : orThrow(talk.answering(asked));
}

function spoil(random: SeededRandom, frame: Uint8Array): Uint8Array {
  const copy = frame.slice();
  copy[random.below(copy.length)] = random.below(256);
  return copy;
}

function streamOf(random: SeededRandom, frames: readonly [Uint8Array, ...Uint8Array[]]): Uint8Array {
  const pieces = Array.from({ length: 30 }, () => {
    const frame = random.pick(frames);
    const kinds = [
      () => frame,
      () => spoil(random, frame),
      () => frame.subarray(0, random.below(frame.length)),
      () => random.bytes(random.below(60)),
    ] as const;
    return random.pick(kinds)();
  });
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

/** Pushes the stream in random slices with random silences; gives the cuts and how many chunks it took. */
function cutInSlices(random: SeededRandom, stream: Uint8Array, match: Matcher): { cuts: Cut[]; chunks: number } {
  const framer = createFramer(match);
  const cuts: Cut[] = [];
  let chunks = 0;
  for (let at = 0; at < stream.length; chunks += 1) {
    const length = 1 + random.below(40);
    cuts.push(...framer.push(stream.subarray(at, at + length)));
    at += length;
    if (random.below(50) === 0) cuts.push(...framer.silence());
  }
  cuts.push(...framer.silence());
  return { cuts, chunks };
}

function checkRun(
  protocol: string,
  prepared: PreparedDriver,
  frames: readonly [Uint8Array, ...Uint8Array[]],
  seed: number,
): number {
  const random = seededRandom(seed);
  const { match, judge } = listening(prepared, probes[protocol]?.request);
  const stream = streamOf(random, frames);
  const { cuts, chunks } = cutInSlices(random, stream, match);
  expect(Buffer.concat(cuts.map((cut) => cut.bytes)).equals(stream), `seed ${seed}: bytes lost or doubled`).toBe(true);
  for (const cut of cuts) {
    if (cut.kind !== 'frame') continue;
    const judged = judge(cut.bytes);
    const measured = judged.ok && judged.value.readings.some(({ value }) => value.quality === 'ok');
    if (measured) expect(passesCheck[protocol]?.(cut.bytes), `seed ${seed}: a number out of a bad frame`).toBe(true);
  }
  return chunks;
}

describe.each(drivers.map((driver) => [driver.id, driver] as const))('%s', (_, driver) => {
  const own = vectors.filter(
    ({ protocol, direction, context = {} }) =>
      protocol === driver.protocol && direction === 'device->host' && (driver.vectors.isFor?.(context) ?? true),
  );
  const [first, ...rest] = [...own, ...(constructed[driver.id] ?? [])].flatMap(({ hex }) => fromHex(hex) ?? []);

  test('survives any stream, loses no byte and makes no number up', () => {
    if (!first) throw new Error(`no vectors for ${driver.id}`);
    const prepared = orThrow(driver.prepare(probes[driver.protocol]?.settings ?? {}));
    const wanted = scaled(100_000 / drivers.length);
    let chunks = 0;
    for (let seed = 1; chunks < wanted; seed += 1)
      chunks += checkRun(driver.protocol, prepared, [first, ...rest], seed);
    expect(chunks).toBeGreaterThanOrEqual(wanted);
  });
});
