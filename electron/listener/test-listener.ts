import { randomBytes } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import type { Driver } from '../../drivers/driver.ts';
import { mhz9041aDriver } from '../../drivers/mhz9041a/mhz9041a-driver.ts';
import type { TransportEvents } from '../../drivers/session/create-session.ts';
import { lineOf } from '../../drivers/simulator/mhz9041a-device.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import { bootId } from '../../vocabulary/ids.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import { connectPort } from '../ports/connect-port.ts';
import { type IntakeBatch, intakePort } from '../ports/intake-port.ts';
import { listenerPort } from '../ports/listener-port.ts';
import { servePort } from '../ports/serve-port.ts';
import { wirePair } from '../ports/wire.ts';
import { serveListener } from './serve-listener.ts';

export const INSTRUMENT = 'a'.repeat(32);
const ANSWER_MS = 10;
/** Looks with no file at work, one after the other, 5 ms apart; a disk that others fill answers late. */
const LOOKS_IN_QUIET = 5;
const MOST_LOOKS = 2000;
const SETTINGS = { unit: '%VOL', warmupMs: 0 };

/** Lets everything that is under way in files and messages come to rest. */
export async function settle(): Promise<void> {
  let quiet = 0;
  for (let look = 0; quiet < LOOKS_IN_QUIET && look < MOST_LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    quiet = process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq')) ? 0 : quiet + 1;
  }
}

/** A listener on fake lines in a time of its own, and a recorder that can be sick. */
export function setUpListener(folder: string, drivers: readonly Driver[] = [mhz9041aDriver]) {
  let now = 1_000_000;
  /** How far wall clock and uptime are ahead of the monotonic clock. */
  let wallAhead = 0;
  let uptimeAhead = 0;
  let timers: { at: number; call: () => void }[] = [];
  const lines = new Map<string, TransportEvents>();
  const absent = new Set<string>();
  const written: Uint8Array[] = [];
  /** What comes back on a line whenever something is asked on it. */
  const answers = new Map<string, Uint8Array>();
  const [near, far] = wirePair();
  const kept: IntakeBatch[] = [];
  const recorder: { fault: Fault | null; key: Uint8Array | null } = { fault: null, key: randomBytes(32) };
  servePort(intakePort, near, {
    'intake/spool-key': () =>
      recorder.key ? ok({ key: Buffer.from(recorder.key).toString('base64') }) : fail({ code: 'locked' }),
    'intake/keep': (batch) => {
      if (recorder.fault) return fail(recorder.fault);
      kept.push(batch);
      return ok({ batch: batch.batch, kept: batch.readings.length });
    },
  });
  const start = () =>
    serveListener(far, {
      spoolFolder: path.join(folder, 'spool'),
      boot: bootId.parse('b'.repeat(32)),
      clock: { wall: () => epochMs.parse(Math.round(now) + wallAhead), mono: () => monoMs.parse(now) },
      timers: {
        after: (ms, call) => {
          const entry = { at: now + ms, call };
          timers.push(entry);
          return () => {
            timers = timers.filter((other) => other !== entry);
          };
        },
      },
      random: randomBytes,
      profilesFolder: path.join(folder, 'profiles'),
      uptimeMs: () => now + uptimeAhead,
      listPorts: async () => ({ ports: [], incompleteBecause: 'no udev' }),
      openPort:
        ({ path: at }) =>
        async (_link, events) => {
          if (absent.has(at)) return fail({ code: 'port_absent', path: at });
          lines.set(at, events);
          const answer = (asked: Uint8Array) => {
            written.push(asked);
            const bytes = answers.get(at);
            if (bytes) timers.push({ at: now + ANSWER_MS, call: () => events.bytes(bytes) });
          };
          return ok({ write: answer, close: async () => {} });
        },
      drivers,
    });
  const advance = async (ms: number) => {
    const end = now + ms;
    for (;;) {
      const next = Math.min(...timers.map(({ at }) => at));
      if (next > end) break;
      now = Math.max(now, next);
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { call } of due) call();
      await settle();
    }
    now = end;
  };
  const say = (at: string, amount: string) => lines.get(at)?.bytes(lineOf({ kind: 'measuring', amount }));
  /** The monotonic clock and all timers stand still, as on Unix. */
  const sleep = (ms: number) => {
    wallAhead += ms;
    uptimeAhead += ms;
  };
  const setClock = (ms: number) => {
    wallAhead += ms;
  };
  const client = connectPort(listenerPort, near);
  const ask = (at: string, driver = 'mhz9041a', settings: Record<string, string | number> = SETTINGS) =>
    client.ask('detector/start', { driver, path: at, instrumentId: INSTRUMENT, settings });
  return {
    listener: start(),
    near,
    client,
    recorder,
    kept,
    lines,
    absent,
    written,
    answers,
    advance,
    sleep,
    setClock,
    say,
    ask,
  };
}
