import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import type { Driver } from '../driver.ts';
import { createFramer, type Matcher } from '../framing/framer.ts';
import { toHex } from '../framing/hex.ts';
import type { AcceptanceParts } from './acceptance-parts.ts';
import { listeningOf } from './tempo.ts';

/** Cutting: slices, noise, halves, flipped bits. */
export function acceptFraming(driver: Driver, parts: AcceptanceParts): void {
  const { match } = listeningOf(driver, parts);

  test('any slicing of any mix of frames and noise is cut alike, and no byte is lost', () => {
    fc.assert(
      fc.property(streamOf([...parts.frames, ...parts.others]), fc.array(fc.nat({ max: 60 })), (stream, lengths) => {
        const whole = cutBy(match, [stream]);
        expect(cutBy(match, slices(stream, lengths))).toEqual(whole);
        expect(whole.map((cut) => cut.hex).join('')).toBe(toHex(stream));
      }),
      { numRuns: scaled(200) },
    );
  });

  test('a good frame survives noise before it, between and after', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(...parts.frames), (noise, frame) => {
        fc.pre(!beginsLike(noise, frame));
        const bytes = Uint8Array.of(...noise, ...frame, ...noise, ...frame, ...noise);
        const frames = cutBy(match, [bytes]).filter((cut) => cut.kind === 'frame' && cut.hex === toHex(frame));
        // Noise can by chance be the head of a longer frame and take a copy with it, but never both.
        expect(frames.length).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: scaled(200) },
    );
  });

  test('every way of cutting a frame short ends in a fault or noise, never in a frame', () => {
    for (const frame of parts.frames) {
      for (let length = 1; length < frame.length; length++) {
        expect(cutBy(match, [frame.subarray(0, length)]).every((cut) => cut.kind !== 'frame')).toBe(true);
      }
    }
  });

  test('every single flipped bit is noticed', () => {
    const frame = parts.frames[0] ?? new Uint8Array();
    for (let bit = 0; bit < frame.length * 8; bit++) {
      const flipped = Uint8Array.from(frame, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      const kept = cutBy(match, [flipped]).filter((cut) => cut.kind === 'frame');
      if (kept.length > 0) expect(isSameReading(driver, frame, flipped)).toBe(true);
    }
  });
}

/** Whether the noise holds the head of such a frame: that head reaches into the frame behind it and takes it along, each time. */
const beginsLike = (noise: Uint8Array, frame: Uint8Array): boolean =>
  noise.some((byte, at) => byte === frame[0] && (at === noise.length - 1 || noise[at + 1] === frame[1]));

const streamOf = (frames: readonly Uint8Array[]) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...frames),
        fc.uint8Array({ maxLength: 30 }),
        fc.tuple(fc.constantFrom(...frames), fc.nat()).map(([frame, at]) => frame.subarray(0, at % frame.length)),
      ),
      { maxLength: 8 },
    )
    .map((runs) => Uint8Array.from(runs.flatMap((run) => [...run])));

function slices(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const cut: Uint8Array[] = [];
  let at = 0;
  for (const length of lengths) {
    cut.push(bytes.subarray(at, at + length));
    at += length;
  }
  return [...cut, bytes.subarray(at)];
}

function cutBy(match: Matcher, pieces: readonly Uint8Array[]) {
  const framer = createFramer(match);
  const cuts = [...pieces.flatMap((piece) => framer.push(piece)), ...framer.silence()];
  return cuts.map((cut) => ({ kind: cut.kind, hex: toHex(cut.bytes) }));
}

/** Upper and lower case hex digits of a check say the same; nothing else may differ. */
function isSameReading(driver: Driver, frame: Uint8Array, flipped: Uint8Array): boolean {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').toLowerCase();
  return driver.talk === 'stream' && text(frame) === text(flipped);
}
