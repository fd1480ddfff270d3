import { plainValue } from '../decode/decode-vector.ts';
import type { SessionItem } from '../session/session-item.ts';

/** One line of what `listen` writes and `replay` gives again. */
export type ResultLine = Readonly<Record<string, unknown>> & {
  readonly type: 'reading' | 'event' | 'gap' | 'stale' | 'fault';
};

/** The line of an item; null for items that have none (raw bytes, link, phase). */
export function resultLine(item: SessionItem): ResultLine | null {
  switch (item.kind) {
    case 'reading': {
      const { channel, gas, time, value } = item.reading;
      const detail = value.quality === 'ok' ? {} : { detail: value.detail };
      const measured = { gas, value: plainValue(value), unit: value.unit, quality: value.quality, ...detail };
      const times = { wall_ms: time.wall, mono_ms: time.mono };
      return { type: 'reading', ...times, channel, ...measured, flags: item.flags, raw_hex: item.rawHex };
    }
    case 'event':
      return { type: 'event', wall_ms: item.at.wall, ...item.event };
    case 'gap':
      return { type: 'gap', from_ms: item.from.wall, to_ms: item.to.wall, cause: item.cause };
    case 'stale':
      return { type: 'stale', channel: item.channel, wall_ms: item.at.wall };
    case 'fault': {
      const raw = item.rawHex === null ? {} : { raw_hex: item.rawHex };
      return { type: 'fault', ...item.fault, wall_ms: item.at.wall, ...raw };
    }
    default:
      return null;
  }
}
