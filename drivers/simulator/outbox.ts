import { fromHex, toHex } from '../framing/hex.ts';
import type { Behaviour, Condition, TruthEntry } from './simulated-device.ts';

/** Keeps what is to leave and writes the truth log when it does. */
export function createOutbox() {
  const waiting: {
    readonly at: number;
    readonly bytes: Uint8Array;
    readonly entry: Omit<TruthEntry, 'at' | 'hex'> | null;
  }[] = [];
  const truth: TruthEntry[] = [];

  const put = (at: number, bytes: Uint8Array, condition: Condition, isGood: boolean) => {
    const amount = condition.kind === 'measuring' ? condition.amount : null;
    waiting.push({ at, bytes, entry: { amount, condition: condition.kind, isGood } });
  };

  return {
    truth,
    /** Sends a frame the way the script says. */
    post(frame: Uint8Array, now: number, condition: Condition, behaviour: Behaviour): void {
      switch (behaviour.kind) {
        case 'silent':
          break;
        case 'half':
          put(now, frame.subarray(0, frame.length >> 1), condition, false);
          break;
        case 'bad_check':
          put(now, damaged(frame), condition, false);
          break;
        case 'late':
          put(now + behaviour.ms, frame, condition, false);
          break;
        case 'noise_before':
          waiting.push({ at: now, bytes: fromHex(behaviour.hex) ?? frame, entry: null });
          put(now, frame, condition, true);
          break;
        case 'doubled':
          put(now, Uint8Array.of(...frame, ...frame), condition, true);
          break;
        default:
          put(now, frame, condition, true);
      }
    },
    /** Sends something that is no reading: an exception, say. */
    postPlain(bytes: Uint8Array, now: number): void {
      waiting.push({ at: now, bytes, entry: null });
    },
    get due(): number | null {
      return waiting.length === 0 ? null : Math.min(...waiting.map((each) => each.at));
    },
    leave(now: number): Uint8Array[] {
      const leaving = waiting.filter((each) => each.at <= now);
      for (const each of leaving) {
        waiting.splice(waiting.indexOf(each), 1);
        if (each.entry) truth.push({ at: now, hex: toHex(each.bytes), ...each.entry });
      }
      return leaving.map((each) => each.bytes);
    },
  };
}

/** One bit changed, so that the check fails and nothing else does. */
function damaged(frame: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(frame);
  copy[4] = (copy[4] ?? 0) ^ 1;
  return copy;
}
