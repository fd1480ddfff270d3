import { type Reading, reading } from '../../vocabulary/reading.ts';
import type { SessionItem } from './session-item.ts';

/**
 * A gap as it stands among the readings of each channel heard so far: from then on there was no reading, and why. Never a
 * number. Made of the session's own items alone, so that a replay makes the same.
 */
export function markGap(latest: Iterable<Reading>, { from, cause }: SessionItem & { readonly kind: 'gap' }): Reading[] {
  return [...latest].map(({ instrument, channel, gas, time, value }) =>
    reading.parse({
      instrument,
      channel,
      gas,
      time: { wall: from.wall, mono: from.mono, boot: time.boot },
      value: { quality: 'missing', unit: value.unit, detail: cause },
    }),
  );
}
