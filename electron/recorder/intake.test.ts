import { describe, expect, test } from 'vitest';
import { bootId, entityId, instrumentId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { ok } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import type { IntakeBatch } from '../ports/intake-port.ts';
import { createIntake } from './intake.ts';

const boot = bootId.parse('b'.repeat(32));
const gapBatch = (channels: string[]): IntakeBatch => ({
  batch: entityId.parse('c'.repeat(32)),
  instrumentId: instrumentId.parse('a'.repeat(32)),
  session: entityId.parse('e'.repeat(32)),
  boot,
  driver: 'mhz9041a',
  driverVersion: '1',
  settings: {},
  readings: [],
  raw: [],
  gaps: [{ from: epochMs.parse(61_000), to: epochMs.parse(90_000), cause: 'unplugged' }],
  channels,
});

/** An intake whose record only remembers what it was given. */
function keeping() {
  const kept: Reading[] = [];
  const record = { readings: { keep: ({ readings }: { readings: readonly Reading[] }) => ok(kept.push(...readings)) } };
  const intake = createIntake({
    opened: () => ({ record, spoolKey: new Uint8Array() }),
    keepEvents: () => ok(null),
    clock: { wall: () => epochMs.parse(95_000), mono: () => monoMs.parse(5_000_000) },
    timers: { after: () => () => {} },
  });
  return { kept, keep: (batch: IntakeBatch) => intake.handlers['intake/keep'](batch) };
}

describe('a gap', () => {
  test('stands in the record with its cause and both its edges, even before the first reading of a channel', async () => {
    const { kept, keep } = keeping();
    await keep(gapBatch(['ch1', 'ch2']));
    expect(
      kept
        .toSorted((one, other) => one.time.wall - other.time.wall)
        .map(({ channel, time, value }) => [channel, time.wall, time.mono, value]),
    ).toEqual(
      [61_000, 90_000].flatMap((wall, at) =>
        ['ch1', 'ch2'].map((channel) => [
          channel,
          wall,
          5_000_000 + wall - 95_000,
          { quality: 'missing', unit: null, detail: at === 0 ? 'unplugged' : 'unplugged end' },
        ]),
      ),
    );
  });
});
