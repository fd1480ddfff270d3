import { rmSync, symlinkSync } from 'node:fs';
import { toHex } from '../../drivers/framing/hex.ts';
import type { Moment } from '../../drivers/session/session-item.ts';
import { momentOf } from '../../drivers/session/session-item.ts';
import { measuring, type ScriptStep, type SimulatedDevice } from '../../drivers/simulator/simulated-device.ts';
import { openPty, type Pty } from '../../drivers/transports/pty.ts';
import { systemClock, systemTimers } from '../../drivers/transports/system-clock.ts';
import type { Family } from './families.ts';
import { strangersAt } from './strangers.ts';
import { hearAtWrongBaud } from './wrong-baud.ts';

/** A measurement that left whole on a plugged line, from the simulator's own truth log. */
export interface SentFrame {
  readonly at: Moment;
  readonly hex: string;
  readonly amount: string | null;
  /** By when it had certainly left for the port; null while bytes before it still wait to. */
  leftBy: number | null;
  /** What had last happened to the line, to be read beside a lost frame. */
  readonly after: string;
}

/** A time in which no valid frame could pass. `end` is null while it lasts. */
export interface Disturbance {
  readonly kind: 'unplugged' | 'silent' | 'wrong_baud';
  readonly begin: Moment;
  end: Moment | null;
}

/** A simulated detector, its cable, and all that may happen to a cable. */
export interface Line {
  readonly name: string;
  readonly family: Family;
  /** Stays the same over replugs: a link to whichever pty is there now. */
  readonly path: string;
  readonly frames: readonly SentFrame[];
  readonly disturbances: readonly Disturbance[];
  /** What the device was sent and may not be sent; with the name of a stranger who had its pty open. */
  readonly trap: () => readonly string[];
  readonly plug: () => Promise<void>;
  readonly unplug: () => void;
  readonly fallSilent: () => void;
  /** The device at another speed than the listener, so many times as fast a listener. */
  readonly changeBaud: (ratio: number) => void;
  /** Ends silence or wrong speed. */
  readonly recover: () => void;
  /** Of the next frame only the first half gets through. */
  readonly cutNextFrame: () => void;
  readonly babble: (noise: Uint8Array) => void;
  /** Noise at the worst moment: right after the next question, or right before the next frame of a stream. */
  readonly interrupt: (noise: Uint8Array) => void;
  /** The device says nothing more, without that being a disturbance: the end of the run. */
  readonly hush: () => void;
  readonly hushedAt: () => number | null;
  readonly stop: () => void;
}

const now = (): Moment => momentOf(systemClock.wall(), systemClock.mono());

/** Every frame another amount, so that none can stand for another: 0.01 to 4.99 in a mixed order. */
function everChanging(): readonly [ScriptStep] {
  let count = 0;
  return [
    {
      forMs: Number.POSITIVE_INFINITY,
      get condition() {
        count += 1;
        return measuring((((count * 211) % 499) / 100 + 0.01).toFixed(2));
      },
    },
  ];
}

export function createLine(name: string, family: Family, path: string, listener: number): Line {
  const device: SimulatedDevice = family.device(everChanging(), systemClock.mono());
  const frames: SentFrame[] = [];
  const disturbances: Disturbance[] = [];
  const strangers = new Set<string>();
  let pty: Pty | null = null;
  let baudRatio = 1;
  let isSilent = false;
  let isCutting = false;
  let interruption: Uint8Array | null = null;
  let hushedAt: number | null = null;
  let last = { what: 'the start', at: systemClock.mono() };
  let cancel = () => {};

  const mark = (what: string) => {
    last = { what, at: systemClock.mono() };
  };
  const sayLast = (at: number) => `${Math.round(at - last.at)} ms after ${last.what}`;

  const babble = (noise: Uint8Array) => {
    mark(`${noise.length} bytes of noise`);
    pty?.write(noise);
  };
  const breakIn = () => {
    if (interruption) babble(interruption);
    interruption = null;
  };
  const carry = (bytes: Uint8Array, amount: string | null | undefined) => {
    if (pty === null || isSilent) return;
    if (baudRatio !== 1) return pty.write(hearAtWrongBaud(bytes, baudRatio));
    if (isCutting && amount !== undefined) {
      isCutting = false;
      return pty.write(bytes.subarray(0, bytes.length >> 1));
    }
    breakIn();
    const at = now(); // before the bytes leave, because the machine may hold us up right after
    const frame: SentFrame = { at, hex: toHex(bytes), amount: amount ?? null, leftBy: null, after: sayLast(at.mono) };
    pty.write(bytes, () => {
      frame.leftBy = systemClock.mono();
    });
    if (amount !== undefined) frames.push(frame);
  };
  const work = () => {
    cancel();
    const known = device.truth.length;
    const leaving = device.speak(systemClock.mono());
    const entries = device.truth.slice(known);
    for (const bytes of leaving) {
      const hex = toHex(bytes);
      carry(bytes, entries.find((entry) => entry.hex === hex && entry.isGood)?.amount);
    }
    if (device.due !== null) cancel = systemTimers.after(Math.max(0, device.due - systemClock.mono()), work);
  };
  const hear = (bytes: Uint8Array) => {
    if (isSilent || baudRatio !== 1) return;
    breakIn();
    const trapped = device.trap.length;
    device.hear(bytes, systemClock.mono());
    if (device.trap.length > trapped && pty && strangers.size === 0)
      for (const stranger of strangersAt(pty.path, listener)) strangers.add(`something by a stranger: ${stranger}`);
    work();
  };
  const begin = (kind: Disturbance['kind']) => disturbances.push({ kind, begin: now(), end: null });
  const end = () => {
    const latest = disturbances.at(-1);
    if (latest) latest.end ??= now();
    mark(`the end of ${latest?.kind ?? 'nothing'}`);
  };
  const pull = () => {
    rmSync(path, { force: true });
    pty?.close();
    pty = null;
  };
  work();

  return {
    name,
    family,
    path,
    frames,
    disturbances,
    trap: () => [...strangers, ...device.trap],
    plug: async () => {
      const fresh = await openPty();
      fresh.onBytes(hear);
      pty = fresh;
      symlinkSync(fresh.path, path);
      end();
    },
    unplug: () => {
      begin('unplugged');
      pull();
    },
    fallSilent: () => {
      begin('silent');
      isSilent = true;
    },
    changeBaud: (ratio) => {
      begin('wrong_baud');
      baudRatio = ratio;
    },
    recover: () => {
      isSilent = false;
      baudRatio = 1;
      end();
    },
    cutNextFrame: () => {
      isCutting = true;
      mark('half a frame was asked');
    },
    babble,
    interrupt: (noise) => {
      interruption = noise;
    },
    hushedAt: () => hushedAt,
    hush: () => {
      hushedAt = systemClock.mono();
      isSilent = true;
      cancel();
    },
    stop: () => {
      cancel();
      pull();
    },
  };
}
