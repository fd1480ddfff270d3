import { expect, test } from 'vitest';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { appendEvent } from '../log/append-event.ts';
import { sealLog } from '../log/seal.ts';
import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import { type TestDevice, testDevice } from '../log/test-device.ts';
import { importEvents } from './import-events.ts';
import type { IncomingEvent } from './incoming.ts';

const subjectOf = (item: string) => `inspection/${'a'.repeat(32)}/answer:water.${item}`;

function answer(device: TestDevice, item: string, outcome: string): string {
  device.clock.wall += 1000;
  const body = { outcome, facts: {}, verdict: null, reason: '', override: null, note: '' };
  const draft = { author: 'b'.repeat(32) as never, type: 'answer', subject: subjectOf(item), body };
  return orThrow(appendEvent(device.ports, draft)).id;
}

const eventsOf = ({ stores }: TestDevice): IncomingEvent[] =>
  [...stores.events.all()].map((row) => ({
    id: row.id,
    header: parseStoredHeader(row.header),
    headerText: row.header,
    bodyText: row.body,
    body: parseStoredBody(row.body),
  }));

async function take(to: TestDevice, digest: string, events: readonly IncomingEvent[]): Promise<void> {
  const calls = { conclude: async () => ok(null), keepBlob: async () => ok(null) };
  const about = { digest, count: events.length, blobs: [], verdict: { paths: [], waitingSeals: [] } };
  orThrow(await importEvents(to.ports, { ...about, ...calls, events: events.map((event) => ok(event)) }));
}

test('what an import changed of what was shown can be read as a list, and nothing else is in it', async () => {
  const lead = testDevice('lead', 'lead');
  const tablet = testDevice('tablet', 'inspector');
  const mine = answer(lead, 'both', 'pass');
  answer(lead, 'graver', 'fail');
  answer(lead, 'mine', 'pass');
  answer(tablet, 'both', 'fail');
  answer(tablet, 'graver', 'pass');
  answer(tablet, 'theirs', 'fail');
  orThrow(sealLog(tablet.ports));
  lead.clock.wall = 1_800_000_000_000;
  await take(lead, 'one', eventsOf(tablet));
  const changed = lead.stores.changes.list();
  // The second shows the same answer as before, with another beside it.
  expect(changed.map((change) => change.subject)).toEqual([subjectOf('both'), subjectOf('graver')]);
  expect(changed[0]).toEqual({ subject: subjectOf('both'), at: 1_800_000_000_000, before: mine });
  await take(lead, 'two', eventsOf(tablet));
  expect(lead.stores.changes.list()).toEqual(changed);
  for (let round = 0; round < 25; round += 1) {
    answer(tablet, 'theirs', round % 2 === 0 ? 'pass' : 'fail');
    orThrow(sealLog(tablet.ports));
    await take(lead, `round ${round}`, eventsOf(tablet));
  }
  expect(lead.stores.changes.list()).toHaveLength(20);
});
