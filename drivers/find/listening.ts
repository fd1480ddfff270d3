import type { Driver, Link, StreamTalk } from '../driver.ts';
import { createFramer } from '../framing/framer.ts';
import { type Recognised, recognised } from './recognised.ts';

/** How long one speed is listened to: a stream speaks about once a second. */
export const LISTEN_MS = 3000;

/** The talk of a driver whose instrument speaks by itself; null where it only answers. */
function streamOf(driver: Driver): StreamTalk | null {
  const prepared = driver.prepare({});
  if (!prepared.ok) return null;
  const { talk } = prepared.value;
  if (talk.kind === 'poll') return null;
  return talk.kind === 'stream' ? talk : talk.stream;
}

/** Two links are alike for a listener when they differ in stop bits only. */
const soundOf = ({ baudRate, dataBits, parity }: Link): string => `${baudRate} ${dataBits}${parity}`;

/** The usual links of all drivers, each once: those on which something may speak by itself first. */
export function usualLinks(drivers: readonly Driver[]): Link[] {
  const speaking = drivers.filter((driver) => streamOf(driver) !== null);
  const bySound = new Map<string, Link>();
  for (const { link } of [...speaking, ...drivers]) if (!bySound.has(soundOf(link))) bySound.set(soundOf(link), link);
  return [...bySound.values()];
}

/** Listens for every instrument that speaks by itself, at whatever speed the line is open. */
export interface Ear {
  hear(bytes: Uint8Array): void;
  /** Bytes heard by now. */
  readonly bytes: number;
  /** The first instrument heard; null: none yet. */
  readonly recognised: Recognised | null;
}

/** An ear for one opening of the line. Only a frame with a good check, judged good by its driver, recognises. */
export function createEar(drivers: readonly Driver[], link: Link): Ear {
  const listeners = drivers.flatMap((driver) => {
    const talk = streamOf(driver);
    return talk === null ? [] : [{ driver, talk, framer: createFramer(talk.match) }];
  });
  let bytes = 0;
  let found: Recognised | null = null;
  return {
    hear(slice) {
      bytes += slice.length;
      for (const { driver, talk, framer } of listeners) {
        for (const cut of framer.push(slice)) {
          const judged = cut.kind === 'frame' ? talk.judge(cut.bytes) : null;
          if (judged?.ok) found ??= recognised(driver, link, null, judged.value);
        }
      }
    },
    get bytes() {
      return bytes;
    },
    get recognised() {
      return found;
    },
  };
}
