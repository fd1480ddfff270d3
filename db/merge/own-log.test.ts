import { expect, test } from 'vitest';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { appendEvent } from '../log/append-event.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { bodyHashOf, eventHeader, eventIdOf } from '../log/event.ts';
import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import { type TestDevice, testDevice } from '../log/test-device.ts';
import type { EventRow } from '../sqlite/event-store.ts';
import { importEvents } from './import-events.ts';
import type { IncomingEvent } from './incoming.ts';

const subject = `inspection/${'a'.repeat(32)}/answer:water.lead`;
const body = { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note: '' };
const answer = (device: TestDevice) =>
  orThrow(appendEvent(device.ports, { author: 'b'.repeat(32) as never, type: 'answer', subject, body }));

/** What anybody who saw an event can put after it, without a key. */
function intruderAfter(row: EventRow): IncomingEvent {
  const forged = { ...parseStoredBody(row.body), outcome: 'fail', note: 'forged' };
  const { seq, ...rest } = parseStoredHeader(row.header);
  const supersedes = [row.id];
  const header = eventHeader.parse({ ...rest, seq: seq + 1, prev: row.id, supersedes, body: bodyHashOf(forged) });
  const texts = { headerText: canonicalJson(header), bodyText: canonicalJson(forged) };
  return { id: eventIdOf(header), header, body: forged, ...texts };
}

test('an event that somebody put into the log of this machine does nothing here, and the log goes on from the last own event', async () => {
  const device = testDevice('victim', 'inspector');
  const stored = answer(device);
  const row = device.stores.events.find(stored.log, stored.seq, stored.id);
  if (!row) throw new Error('nothing was stored');
  const forged = intruderAfter(row);
  const verdict = { paths: [], waitingSeals: [] };
  const calls = { conclude: async () => ok(null), keepBlob: async () => ok(null) };
  const bundle = { digest: 'one', count: 1, events: [ok(forged)], blobs: [], verdict, ...calls };
  const { counts } = orThrow(await importEvents(device.ports, bundle));
  expect(counts).toMatchObject({ held: 1, added: 0 });
  expect(device.stores.events.find(stored.log, stored.seq + 1, forged.id)).toMatchObject({ status: 'unsealed' });
  expect(device.stores.rows('answers')).toMatchObject([{ event: stored.id, outcome: 'pass' }]);
  const next = answer(device);
  expect(next.log).not.toBe(stored.log);
  const [opened] = device.stores.events.ofLog(next.log);
  expect(parseStoredBody(opened?.body ?? '{}').continues).toEqual({ log: stored.log, seq: stored.seq, id: stored.id });
});
