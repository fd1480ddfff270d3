import { expect, test } from 'vitest';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { appendEvent } from '../log/append-event.ts';
import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import { testDevice } from '../log/test-device.ts';
import { FreshRows } from './fresh-rows.ts';

const ANSWERS = 700;

/** One answer to each of many items, and the first item answered again at the end. */
function answered() {
  const { stores, ports } = testDevice('tablet', 'inspector');
  const body = { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note: '' };
  for (let at = 0; at <= ANSWERS; at += 1) {
    const subject = `inspection/${'a'.repeat(32)}/answer:water.item-${at % ANSWERS}`;
    orThrow(appendEvent(ports, { author: 'b'.repeat(32) as never, type: 'answer', subject, body }));
  }
  return [...stores.events.ofTypes(['answer'])].map((row) => ({
    id: row.id,
    header: parseStoredHeader(row.header),
    headerText: row.header,
    bodyText: row.body,
    body: parseStoredBody(row.body),
  }));
}

test('rows are made ahead of counting, once, with all of a subject that comes while it waits; what comes later is told', () => {
  const events = answered();
  const { stores } = testDevice('lead', 'lead');
  const rows = new FreshRows(stores);
  const [first, second, again] = [events[0], events[1], events.at(-1)];
  if (!first || !second || !again) throw new Error('no answers');
  orThrow(
    stores.transaction(() => {
      expect(rows.add({ n: 1, isNew: true }, first)).toBe(true);
      expect(rows.add({ n: 1, isNew: false }, again)).toBe(true);
      expect(rows.add({ n: 2, isNew: false }, second)).toBe(false);
      rows.make();
      return ok(null);
    }),
  );
  expect(stores.rows('answers')).toEqual([]);
  const ahead = stores.generation.ahead(() => stores.rows('answers'));
  expect(ahead.map((row) => [row.event, row.heads])).toEqual([[again.id, 1]]);
  expect(rows.add({ n: 1, isNew: false }, again)).toBe(false);
});

test('no more than some hundred wait', () => {
  const { stores } = testDevice('lead', 'lead');
  const rows = new FreshRows(stores);
  const made = () => stores.generation.ahead(() => stores.rows('answers').length);
  const counts = orThrow(
    stores.transaction(() => {
      for (const [at, event] of answered().slice(0, ANSWERS).entries()) rows.add({ n: at + 1, isNew: true }, event);
      const before = made();
      rows.make();
      return ok([before, made()]);
    }),
  );
  expect(counts).toEqual([512, ANSWERS]);
});
