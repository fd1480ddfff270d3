import type { Driver } from '../../../drivers/driver.ts';
import { drivers as everyDriver, withheld } from '../../../drivers/registry.ts';
import type { OpenTransport, TransportEvents } from '../../../drivers/session/create-session.ts';
import type { SimulatedDevice } from '../../../drivers/simulator/simulated-device.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { entityId } from '../../../vocabulary/ids.ts';
import { fail, ok } from '../../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../../vocabulary/time.ts';
import type { FindState } from '../../ports/find-models.ts';
import { Finder } from './finder.ts';

/** A simulated device on a line with a speed of its own, in a time of its own; at another speed it hears and says garbage. */
export function findBench(device: SimulatedDevice | null, baud: number, drivers: readonly Driver[] = everyDriver) {
  let now = 5000;
  let calls: { at: number; call: () => void }[] = [];
  let line: { readonly events: TransportEvents; readonly baud: number } | null = null;
  const refusal: { fault: Fault | null } = { fault: null };
  const sent: Uint8Array[] = [];
  const states: FindState[] = [];
  let openings = 0;
  let closings = 0;

  const open: OpenTransport = async (link, events) => {
    if (refusal.fault) return fail(refusal.fault);
    openings += 1;
    let isOpen = true;
    line = { events, baud: link.baudRate };
    return ok({
      write: (bytes) => {
        sent.push(bytes);
        if (link.baudRate === baud) device?.hear(bytes, now);
      },
      close: async () => {
        if (isOpen) closings += 1;
        isOpen = false;
        line = null;
      },
    });
  };
  const finder = new Finder({
    find: entityId.parse('f'.repeat(32)),
    path: '/dev/bench',
    open,
    clock: { wall: () => epochMs.parse(now), mono: () => monoMs.parse(now) },
    timers: {
      after: (ms, call) => {
        const entry = { at: now + ms, call };
        calls = [...calls, entry];
        return () => {
          calls = calls.filter((other) => other !== entry);
        };
      },
    },
    drivers,
    withheld,
    tell: (state) => states.push(state),
  });
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const garbled = (bytes: Uint8Array) => (line?.baud === baud ? bytes : bytes.map((byte) => (byte * 7) ^ 0x5a));
  const run = async (ms: number) => {
    await settle();
    const end = now + ms;
    for (;;) {
      const next = Math.min(...calls.map(({ at }) => at), device?.due ?? Number.POSITIVE_INFINITY);
      if (next > end) break;
      now = Math.max(now, next);
      for (const bytes of device?.speak(now) ?? []) line?.events.bytes(garbled(bytes));
      const due = calls.filter(({ at }) => at <= now);
      calls = calls.filter(({ at }) => at > now);
      for (const { call } of due) call();
      await settle();
    }
    now = end;
  };
  return {
    finder,
    refusal,
    sent,
    states,
    run,
    say: (bytes: Uint8Array) => line?.events.bytes(bytes),
    pullOut: () => line?.events.lost('hang-up'),
    get isClosed() {
      return openings === closings;
    },
    get now() {
      return now;
    },
  };
}
