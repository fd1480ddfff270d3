import type { Driver, JudgeFrame, PreparedDriver } from '../../drivers/driver.ts';
import { type Cut, createFramer, type Matcher } from '../../drivers/framing/framer.ts';
import { fromHex, toHex } from '../../drivers/framing/hex.ts';
import { SessionCore } from '../../drivers/session/session-core.ts';
import { momentOf } from '../../drivers/session/session-item.ts';
import { bootId, instrumentId } from '../../vocabulary/ids.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { passesCheck } from './checks.ts';
import { isSameNumber, oracles } from './oracle.ts';
import { framesOf, probes } from './probes.ts';
import type { SeededRandom } from './random.ts';

/** One driver under random streams: every fault is thrown with what is needed to see it again. */
export interface FuzzedDriver {
  /** A stream cut and judged; gives how many chunks it took. */
  readonly cutStream: (random: SeededRandom) => number;
  /** A whole conversation, plug pulled and all; gives how many chunks it took. */
  readonly holdSession: (random: SeededRandom) => number;
  /** Numbers that came out by now, each held against the frame. */
  readonly numbers: () => number;
}

export function fuzzDriver(driver: Driver): FuzzedDriver {
  const frames = framesOf(driver);
  const probe = probes[driver.protocol];
  const prepared = orThrow(driver.prepare({ ...probe?.settings, warmupMs: 0 }));
  const { match, judge } = listening(prepared, probe?.request);
  /** Four answers make one reading of it, so that no single frame shows where a number came from. */
  const isOfManyFrames = driver.id === 'profile:oi-7032-ch6';
  let numbers = 0;
  const check = (values: readonly ReadingValue[], frame: Uint8Array) => {
    for (const value of values) {
      if (value.quality !== 'ok') continue;
      numbers += 1;
      if (!isOfManyFrames) checkNumber(driver, value.amount, frame);
    }
  };

  return {
    cutStream: (random) => {
      const stream = streamOf(random, frames);
      const { cuts, chunks } = cutInSlices(random, stream, match);
      if (!Buffer.concat(cuts.map((cut) => cut.bytes)).equals(stream)) throw new Error('bytes lost or doubled');
      for (const cut of cuts) {
        const judged = cut.kind === 'frame' ? judge(cut.bytes) : null;
        if (judged?.ok)
          check(
            judged.value.readings.map(({ value }) => value),
            cut.bytes,
          );
      }
      return chunks;
    },
    holdSession: (random) => holdSession(random, prepared, frames, check),
    numbers: () => numbers,
  };
}

/** A number only comes out of a frame that passes its check, and is the one that stands in it. */
function checkNumber({ id, protocol }: Driver, amount: string, frame: Uint8Array): void {
  if (!passesCheck[protocol]?.(frame)) throw new Error(`${amount} out of the bad frame ${toHex(frame)}`);
  const carried = oracles[id]?.(frame) ?? null;
  if (carried === null || !isSameNumber(id, Number(amount), carried))
    throw new Error(`${amount} out of ${toHex(frame)}, which carries ${carried}`);
}

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

function pieceOf(random: SeededRandom, frames: readonly [Uint8Array, ...Uint8Array[]]): Uint8Array {
  const frame = random.pick(frames);
  const kinds = [
    () => frame,
    () => spoil(random, frame),
    () => frame.subarray(0, random.below(frame.length)),
    () => random.bytes(random.below(60)),
  ] as const;
  return random.pick(kinds)();
}

function streamOf(random: SeededRandom, frames: readonly [Uint8Array, ...Uint8Array[]]): Uint8Array {
  const pieces = Array.from({ length: 30 }, () => pieceOf(random, frames));
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

const PIECES = 60;
/** A session has at most so much to do at one moment; more is a loop without end. */
const MOST_STEPS = 1_000;
const nobody = { instrument: instrumentId.parse('1'.repeat(32)), boot: bootId.parse('2'.repeat(32)) };

function holdSession(
  random: SeededRandom,
  prepared: PreparedDriver,
  frames: readonly [Uint8Array, ...Uint8Array[]],
  check: (values: readonly ReadingValue[], frame: Uint8Array) => void,
): number {
  let now = 1_000;
  let chunks = 0;
  let heard = '';
  const core = new SessionCore({
    prepared,
    ...nobody,
    write: () => {},
    emit: (item) => {
      if (item.kind !== 'reading') return;
      if (!heard.includes(item.rawHex)) throw new Error(`a reading of ${item.rawHex}, which was never received`);
      check([item.reading.value], fromHex(item.rawHex) ?? new Uint8Array());
    },
  });
  const moment = () => momentOf(Math.round(now), now);
  const pass = (ms: number) => {
    const end = now + ms;
    for (let step = 0; core.due !== null && core.due <= end; step += 1) {
      if (step > MOST_STEPS) throw new Error('the session never comes to rest');
      now = Math.max(now, core.due);
      core.wake(moment());
    }
    now = end;
  };
  core.opened(moment());
  for (let piece = 0; piece < PIECES; piece += 1) {
    const bytes = pieceOf(random, frames);
    for (let at = 0; at < bytes.length; chunks += 1) {
      const slice = bytes.subarray(at, at + 1 + random.below(40));
      heard = (heard + toHex(slice)).slice(-4_000);
      core.received(slice, moment());
      at += slice.length;
      pass(random.below(8) === 0 ? random.below(150) : random.below(3));
    }
    pass(random.below(4) === 0 ? random.below(3_000) : random.below(400));
    if (random.below(25) === 0) {
      core.lost('fuzz', moment());
      pass(random.below(2_000));
      core.opened(moment());
    }
  }
  core.stop(moment());
  return chunks;
}
