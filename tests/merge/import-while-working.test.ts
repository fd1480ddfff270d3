import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { appendEvent } from '../../db/log/append-event.ts';
import { type TestDevice, testAuthority, testDevice } from '../../db/log/test-device.ts';
import { importEvents } from '../../db/merge/import-events.ts';
import type { IncomingEvent } from '../../db/merge/incoming.ts';
import { rebuild } from '../../db/state/rebuild.ts';
import { recountStateHash, stateHashOf } from '../../db/state/state-of.ts';
import { authorityChecks } from '../../db/trust/authority-checks.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { monoMs } from '../../vocabulary/time.ts';
import { answer, eventsOf, hashesOf, observer, seal, take } from './world.ts';

const COUNT = scaled(1500);
const inspection = 'a'.repeat(32);
const subjectOf = (item: number) => `inspection/${inspection}/answer:water.many-${item}`;

function answerItem(device: TestDevice, item: number, outcome: string): void {
  const author = 'b'.repeat(32) as never;
  const body = { outcome, facts: {}, verdict: null, reason: '', override: null, note: '' };
  orThrow(appendEvent(device.ports, { author, type: 'answer', subject: subjectOf(item), body }));
}

/** A machine whose clock runs: only then does staging end a slice. */
function working(name: string, image?: Buffer): TestDevice {
  const device = testDevice(name, 'lead', { ...(image ? { image } : {}), seed: `${name} ${image?.length}` });
  const { clock } = device.ports;
  return { ...device, ports: { ...device.ports, clock: { ...clock, mono: () => monoMs.parse(performance.now()) } } };
}

const bundleOf = (events: readonly IncomingEvent[], digest: string) => ({
  ...{ digest, count: events.length, events: events.map((event) => ok(event)), blobs: [] },
  keepBlob: async () => ok(null),
});

const rowsInFile = ({ stores }: TestDevice) => stores.db.prepare('SELECT count(*) FROM all_events').pluck().get();

/** Runs an import and does something of one's own in every turn it leaves; gives how many turns there were. */
async function during(device: TestDevice, events: readonly IncomingEvent[], work: (turn: number) => void) {
  let running = true;
  let turns = 0;
  const mine = (async () => {
    while (running) {
      await new Promise((resolve) => setImmediate(resolve));
      if (running) work(turns);
      turns += 1;
    }
  })();
  const done = await importEvents(device.ports, bundleOf(events, 'one bundle'));
  running = false;
  await mine;
  return { done: orThrow(done), turns };
}

let arriving: readonly IncomingEvent[] = [];
beforeAll(() => {
  const tablet = testDevice('tablet', 'inspector');
  for (let item = 0; item < COUNT; item += 1) answerItem(tablet, item, 'pass');
  orThrow(seal(tablet));
  arriving = eventsOf(tablet.stores);
});

describe('an import into a record at work', () => {
  test('leaves turns for answers, shows nothing of itself before all of it, and ends in the state of a quiet import', async () => {
    const lead = working('lead');
    answerItem(lead, COUNT + 1, 'pass');
    const [first] = arriving;
    let answers = 0;
    const { done, turns } = await during(lead, arriving, (turn) => {
      expect(lead.stores.events.ofLog(first?.header.log ?? '').length).toBe(0);
      expect(lead.stores.sums.read('answers').rows).toBe(
        lead.stores.projections.find((p) => p.projection.name === 'answers')?.read().length,
      );
      // Subjects that arrive, in both orders, and a seal in between, which makes the import judge again.
      if (turn < 40) answerItem(lead, turn % 2 === 0 ? turn : COUNT - turn, 'fail');
      if (turn === 20) orThrow(seal(lead));
      answers = Math.min(turn + 1, 40);
    });
    expect(turns).toBeGreaterThan(1);
    expect(done.counts).toMatchObject({ received: arriving.length, added: COUNT + 1, held: 1 });
    expect(lead.stores.sums.read('conflicts').rows).toBe(answers);
    expect(recountStateHash(lead.stores)).toBe(stateHashOf(lead.stores));
    const before = hashesOf(lead);
    orThrow(rebuild(lead.stores, authorityChecks([testAuthority.publicKey])));
    expect(hashesOf(lead)).toEqual(before);
    orThrow(seal(lead));
    const [quiet, other] = [observer('observer'), observer('observer')];
    await take(quiet, eventsOf(lead.stores));
    await take(other, arriving);
    await take(other, eventsOf(lead.stores));
    expect(hashesOf(quiet)).toEqual(hashesOf(other));
  });

  test('the moment in which it begins to count touches no more rows for a big bundle than for a small one', async () => {
    const small = await during(working('lead'), arriving.slice(0, 60), () => {});
    const big = await during(working('lead'), arriving, () => {});
    expect(small.done.work).toBeLessThan(5);
    expect(big.done.work).toBeLessThan(5);
    const answered = working('lead');
    for (let item = 0; item < 30; item += 1) answerItem(answered, item, 'fail');
    const again = await during(answered, arriving, () => {});
    expect(again.done.work).toBeGreaterThanOrEqual(30);
    expect(again.done.work).toBeLessThan(40);
  });

  test('cancelled in any turn it leaves nothing, and another import finds the way free', async () => {
    for (const stopAt of [0, 1, 2, 4, 7]) {
      const lead = working('lead');
      answer(lead, 1, 'pass');
      const before = [rowsInFile(lead), hashesOf(lead)];
      const stop = new AbortController();
      let turn = 0;
      const options = {
        signal: stop.signal,
        onProgress: () => {
          if (turn++ >= stopAt) stop.abort();
        },
      };
      const done = await importEvents(lead.ports, bundleOf(arriving, 'cancelled'), options);
      if (done.ok) continue; // it was over before
      expect(done.fault.code).toBe('cancelled');
      expect([rowsInFile(lead), hashesOf(lead)]).toEqual(before);
      await take(lead, arriving);
      expect(recountStateHash(lead.stores)).toBe(stateHashOf(lead.stores));
    }
  });

  test('broken off in any turn it shows nothing; the same bundle goes on, and another one clears it away', async () => {
    const images: Buffer[] = [];
    const lead = working('lead');
    answer(lead, 1, 'pass');
    const before = hashesOf(lead);
    await during(lead, arriving, (turn) => {
      if (turn % 3 === 0 && images.length < 6) images.push(lead.stores.db.serialize());
    });
    expect(images.length).toBeGreaterThan(0);
    for (const image of images) {
      const same = working('lead', image);
      expect(hashesOf(same)).toEqual(before);
      expect(recountStateHash(same.stores)).toBe(stateHashOf(same.stores));
      answerItem(same, 3, 'fail');
      orThrow(await importEvents(same.ports, bundleOf(arriving, 'one bundle')));
      expect(same.stores.events.count()).toBe(arriving.length + 3);
      expect(recountStateHash(same.stores)).toBe(stateHashOf(same.stores));
      const other = working('lead', image);
      orThrow(await importEvents(other.ports, bundleOf(arriving.slice(0, 9), 'another bundle')));
      expect([other.stores.events.count(), rowsInFile(other)]).toEqual([11, 11]);
      expect(recountStateHash(other.stores)).toBe(stateHashOf(other.stores));
    }
    expect(new Database(images[0] ?? Buffer.alloc(0)).pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
