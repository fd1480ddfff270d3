import { afterEach, expect, test } from 'vitest';
import { entityId, instrumentId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import type { StoredEvent } from '../../vocabulary/stored-event.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { IntakeBatch } from '../ports/intake-port.ts';
import { create, startTestRecorder, type TestRecorder } from './test-recorder.ts';

const instrument = instrumentId.parse('c'.repeat(32));
const READ_AT = epochMs.parse(Date.UTC(2026, 2, 5, 6, 22, 31));
const event = (index: number, more: Partial<StoredEvent> = {}): StoredEvent => ({
  log: 'alarm',
  index,
  device_clock: '2026-03-05T10:00:00',
  device_now: '2026-03-05T14:22:36',
  clock_valid: true,
  running_seconds: 1_193_046,
  code: 31,
  total_count: 12,
  lost: 10,
  raw_hex: `0${index}`,
  ...more,
});

let running: TestRecorder | null = null;
afterEach(async () => {
  await running?.close();
  await running?.remove();
});

async function withEvents(...batches: readonly (readonly StoredEvent[])[]) {
  running = await startTestRecorder();
  await create(running);
  for (const [nth, events] of batches.entries()) {
    const batch: IntakeBatch = {
      batch: entityId.parse(String(nth).repeat(32)),
      instrumentId: instrument,
      driver: 'ir400',
      driverVersion: '1',
      settings: {},
      session: entityId.parse('d'.repeat(32)),
      boot: 'b'.repeat(32) as IntakeBatch['boot'],
      readings: [],
      raw: [],
      gaps: [],
      events: events.map((one) => ({ readAt: READ_AT, event: one })),
    };
    orThrow(await running.intake.ask('intake/keep', batch));
  }
  const { client } = running;
  return {
    events: orThrow(await client.ask('log/events', { instrumentId: instrument })),
    clocks: orThrow(await client.ask('clock/list', { instrumentId: instrument })),
  };
}

test('events read over the line are kept once, with what was lost and the offset the wire tells', async () => {
  const { events, clocks } = await withEvents([event(0), event(1)], [event(0), event(1)]);
  expect(events).toMatchObject([{ clockValid: true, lost: 10, events: [{ index: 0, code: 31 }, { index: 1 }] }]);
  expect(clocks).toMatchObject([{ how: 'wire', offsetMs: 5000, shown: '2026-03-05T14:22:36' }]);
});

test('with a lost clock only the order is kept, and no offset', async () => {
  const { events, clocks } = await withEvents([event(0, { clock_valid: false, device_clock: null })]);
  expect(events).toMatchObject([{ clockValid: false, events: [{ deviceClock: null }] }]);
  expect(clocks).toEqual([]);
});

test('a log with a new event is another reading-out, and both stay', async () => {
  const { events } = await withEvents([event(0)], [event(0, { raw_hex: '0a', total_count: 13 })]);
  expect(events).toHaveLength(2);
});
