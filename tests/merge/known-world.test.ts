import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { bodyOrHole, eventHeader, isHole } from '../../db/log/event.ts';
import { sha256 } from '../../db/log/sha256.ts';
import type { IncomingEvent } from '../../db/merge/incoming.ts';
import { eventId } from '../../vocabulary/ids.ts';
import { hashesOf, observer, take } from './devices.ts';

// The events of one random world, written down with the hashes that the first version of the record gave them. Whatever is made
// faster or moved since: the same events must have the same state on every version, or two tablets could no longer be compared.
const known = z
  .object({
    hashes: z.record(z.string(), z.string()),
    rows: z.record(z.string(), z.int()),
    events: z.array(z.object({ header: z.string(), body: z.string() })),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'known-world.json'), 'utf8')));

const events = known.events.map((lines): IncomingEvent => {
  const body = bodyOrHole.parse(JSON.parse(lines.body));
  return {
    id: eventId.parse(sha256(lines.header)),
    header: eventHeader.parse(JSON.parse(lines.header)),
    headerText: lines.header,
    bodyText: lines.body,
    body: isHole(body) ? null : body,
  };
});

test('a world that was written down has the hashes it had then, taken in at once or in two halves', async () => {
  const whole = observer('observer');
  await take(whole, events);
  expect(hashesOf(whole)).toEqual(known.hashes);
  for (const store of whole.stores.projections)
    expect(store.recount().rows, store.projection.name).toBe(known.rows[store.projection.name] ?? 0);
  const halves = observer('observer');
  await take(
    halves,
    events.filter((_, at) => at % 2 === 0),
  );
  await take(
    halves,
    events.filter((_, at) => at % 2 === 1),
  );
  expect(hashesOf(halves)).toEqual(known.hashes);
});
