import { gapMark } from '../../vocabulary/gap-cause.ts';
import { type Reading, reading } from '../../vocabulary/reading.ts';
import type { Moment, SessionItem } from './session-item.ts';

/**
 * A gap as it stands among the readings of each channel heard so far: both its edges, and why there was no reading. Never a
 * number. Made of the session's own items alone, so that a replay makes the same.
 */
export function markGap(
  latest: Iterable<Reading>,
  { from, to, cause }: SessionItem & { readonly kind: 'gap' },
): Reading[] {
  const channels = [...latest];
  return [
    ...channels.map((channel) => missingAt(channel, from, gapMark(cause, 'begin'))),
    ...channels.map((channel) => missingAt(channel, to, gapMark(cause, 'end'))),
  ];
}

const missingAt = ({ instrument, channel, gas, time, value }: Reading, at: Moment, detail: string): Reading =>
  reading.parse({
    instrument,
    channel,
    gas,
    time: { wall: at.wall, mono: at.mono, boot: time.boot },
    value: { quality: 'missing', unit: value.unit, detail },
  });
