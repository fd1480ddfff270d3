import { bootId, instrumentId } from '../../vocabulary/ids.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import type { PreparedDriver } from '../driver.ts';
import { createSession, type Session, type Timers, type TransportEvents } from '../session/create-session.ts';
import type { SessionItem } from '../session/session-item.ts';
import type { SimulatedDevice } from '../simulator/simulated-device.ts';

const WALL_START = Date.UTC(2026, 0, 15);
/** The machine had been running for a while. */
const MONO_START = 5000;

/** Promises between asking for a line and having it. */
const OPENING_TICKS = 8;

/** How far from ideal the world is. */
export interface Weather {
  /** How late the next timer fires, in ms: a busy machine. */
  readonly lateness?: () => number;
  /** Bytes per slice of what travels to the host, and the ms between slices. */
  readonly sliceBytes?: number;
  readonly sliceMs?: number;
  /** For how long the machine had been running. */
  readonly startAt?: number;
  /** By how much the wall clock has been set at a time of the monotonic clock, in whole ms. */
  readonly wallStep?: (mono: number) => number;
}

export interface Bench {
  readonly session: Session;
  readonly items: SessionItem[];
  /** Everything the session has put on the line. */
  readonly sent: Uint8Array[];
  /** Runs the world for so many ms of its own time. */
  run(ms: number): Promise<void>;
  /** Stops the session, letting the world run on while it hears out what is under way. */
  stop(): Promise<void>;
  plugIn(device: SimulatedDevice): void;
  unplug(): void;
  /** Puts bytes on the line that no device sent: into the middle of what is on the way, or behind it. */
  inject(bytes: Uint8Array, isBetweenFrames?: boolean): void;
  /** The session's process stands still for so long: no timer fires, and what the device says waits in the port. */
  holdUp(ms: number): void;
  /** The same from the moment on at which the session has asked its next question. */
  holdUpFromNextQuestion(ms: number): void;
  readonly now: number;
}

/** A process that goes on fires its timers first and gets the bytes from the port a little later. */
const READING_MS = 5;

/** A session and a simulated device on a cable, in a time of their own: hours pass in milliseconds. */
export function createBench(prepared: PreparedDriver, weather: Weather = {}): Bench {
  const { lateness = () => 0, sliceBytes = Number.POSITIVE_INFINITY, sliceMs = 0, wallStep = () => 0 } = weather;
  let now = weather.startAt ?? MONO_START;
  let device: SimulatedDevice | null = null;
  let line: TransportEvents | null = null;
  const calls: { at: number; call: () => void; isTimer?: true }[] = [];
  let heldUntil: number | null = null;
  let waiting: (() => void)[] = [];
  let holdFromQuestionMs: number | null = null;
  const items: SessionItem[] = [];
  const sent: Uint8Array[] = [];

  const timers: Timers = {
    after(ms, call) {
      const entry = { at: now + ms + lateness(), call, isTimer: true } as const;
      calls.push(entry);
      return () => void (calls.includes(entry) && calls.splice(calls.indexOf(entry), 1));
    },
  };

  const session = createSession({
    prepared,
    instrument: instrumentId.parse('1'.repeat(32)),
    boot: bootId.parse('2'.repeat(32)),
    clock: { wall: () => epochMs.parse(WALL_START + Math.round(now) + wallStep(now)), mono: () => monoMs.parse(now) },
    timers,
    emit: (item) => items.push(item),
    async open(_link, events) {
      if (device === null) return fail({ code: 'port_absent', path: 'bench' });
      line = events;
      const write = (bytes: Uint8Array) => {
        sent.push(bytes);
        if (holdFromQuestionMs !== null) heldUntil = now + holdFromQuestionMs;
        holdFromQuestionMs = null;
        device?.hear(bytes, now);
      };
      return ok({ write, close: async () => {} });
    },
  });

  const hand = (own: TransportEvents | null, part: Uint8Array) => {
    const give = () => void (own === line && own?.bytes(part));
    if (heldUntil === null) give();
    else waiting.push(give);
  };
  /** Slices one after another from `from` on; bytes still on the way are lost with the line. */
  const deliver = (bytes: Uint8Array, from: number) => {
    const own = line;
    let at = from;
    for (let slice = 0; slice * sliceBytes < bytes.length || slice === 0; slice++) {
      const part = bytes.subarray(slice * sliceBytes || 0, (slice + 1) * sliceBytes);
      at = from + slice * sliceMs;
      if (at <= now) hand(own, part);
      else calls.push({ at, call: () => hand(own, part) });
    }
    return at + sliceMs;
  };
  let isFreeAt = 0;
  /** A line carries one thing after another. */
  const queue = (bytes: Uint8Array) => {
    isFreeAt = deliver(bytes, Math.max(now, isFreeAt));
  };

  /** The next moment at which anything happens. */
  const nextAt = () => {
    const never = Number.POSITIVE_INFINITY;
    const able = calls.filter(({ isTimer }) => heldUntil === null || !isTimer);
    return Math.min(...able.map((each) => each.at), device?.due ?? never, heldUntil ?? never);
  };
  const goOn = () => {
    if (heldUntil === null || heldUntil > now) return;
    heldUntil = null;
    const gives = waiting;
    waiting = [];
    calls.push({ at: now + READING_MS, call: () => gives.forEach((give) => void give()) });
  };

  const step = () => {
    goOn();
    if (device?.due != null && device.due <= now) for (const bytes of device.speak(now)) queue(bytes);
    for (const entry of calls.filter(({ at, isTimer }) => at <= now && (heldUntil === null || !isTimer))) {
      if (!calls.includes(entry)) continue;
      calls.splice(calls.indexOf(entry), 1);
      entry.call();
    }
  };

  const run = async (ms: number) => {
    const end = now + ms;
    for (let next = nextAt(); next <= end; next = nextAt()) {
      now = Math.max(now, next);
      step();
      for (let tick = 0; tick < OPENING_TICKS; tick++) await Promise.resolve();
    }
    now = end;
  };

  return {
    session,
    items,
    sent,
    run,
    async stop() {
      const stopped = session.stop();
      await run(1500);
      await stopped;
    },
    plugIn(plugged) {
      device = plugged;
    },
    unplug() {
      device = null;
      line?.lost('hang-up');
      line = null;
      isFreeAt = 0;
    },
    inject: (bytes, isBetweenFrames = false) => void (isBetweenFrames ? queue(bytes) : deliver(bytes, now)),
    holdUp(ms) {
      heldUntil = now + ms;
    },
    holdUpFromNextQuestion(ms) {
      holdFromQuestionMs = ms;
    },
    get now() {
      return now;
    },
  };
}
