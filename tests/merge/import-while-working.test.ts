import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { appendEvent, appendInTransaction } from '../../db/log/append-event.ts';
import { keyOfName, type TestDevice, testAuthority, testDevice, testStatement } from '../../db/log/test-device.ts';
import { importEvents } from '../../db/merge/import-events.ts';
import type { IncomingEvent } from '../../db/merge/incoming.ts';
import { SLICE_MS } from '../../db/merge/slices.ts';
import { rebuild } from '../../db/state/rebuild.ts';
import { recountStateHash, stateHashOf } from '../../db/state/state-of.ts';
import { authorityChecks } from '../../db/trust/authority-checks.ts';
import { fail, ok, orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { monoMs } from '../../vocabulary/time.ts';
import { answer, eventsOf, hashesOf, observer, seal, take } from './devices.ts';

const COUNT = scaled(600);
const inspection = 'a'.repeat(32);
const subjectOf = (item: number) => `inspection/${inspection}/answer:water.many-${item}`;

function answerItem(device: TestDevice, item: number, outcome: string): void {
  const author = 'b'.repeat(32) as never;
  const body = { outcome, facts: {}, verdict: null, reason: '', override: null, note: '' };
  orThrow(appendEvent(device.ports, { author, type: 'answer', subject: subjectOf(item), body }));
}

/** A machine whose clock runs a slice's length at every look, so that every slice is as short as it can be. */
function working(name: string, image?: Buffer): TestDevice {
  const device = testDevice(name, 'lead', { ...(image ? { image } : {}), seed: `${name} ${image?.length}` });
  const { clock } = device.ports;
  let now = 0;
  const mono = () => {
    now += SLICE_MS;
    return monoMs.parse(now);
  };
  return { ...device, ports: { ...device.ports, clock: { ...clock, mono } } };
}

/** An answer in a transaction that fails. */
function takeBack(device: TestDevice, item: number): void {
  const { stores } = device.ports;
  const body = { outcome: 'unknown', facts: {}, verdict: null, reason: '', override: null, note: '' };
  const draft = { author: 'b'.repeat(32) as never, type: 'answer', subject: subjectOf(item), body };
  const done = stores.transaction(() => {
    orThrow(appendInTransaction(device.ports, draft));
    return fail({ code: 'disk_full' });
  });
  expect(done.ok).toBe(false);
}

/** The authority takes back what the tablet wrote in the second half. */
function revoke(device: TestDevice, events: readonly IncomingEvent[]): void {
  const last = events[events.length >> 1];
  if (!last) return;
  const { log, seq } = last.header;
  const key = keyOfName('tablet').fingerprint;
  const body = testStatement({
    key,
    serials: 'all',
    from: 0,
    lastTrusted: [{ log, seq, id: last.id }],
    reason: 'lost',
  });
  orThrow(appendEvent(device.ports, { author: '', type: 'revocation', subject: '', body }));
}

const acts = {
  seal: (device: TestDevice) => orThrow(seal(device)),
  revoke: (device: TestDevice) => revoke(device, arriving),
  'take back': takeBack,
};

const statusesOf = ({ stores }: TestDevice) =>
  [...stores.events.all()].filter((row) => row.type !== 'log.seal').map((row) => [row.id, row.status]);

const rowsOf = ({ stores }: TestDevice, name: string) =>
  stores.projections.find((store) => store.projection.name === name)?.read() ?? [];

const bundleOf = (events: readonly IncomingEvent[], digest: string) => ({
  digest,
  count: events.length,
  events: events.map((event) => ok(event)),
  blobs: [],
  conclude: async () => ok(null),
  verdict: { paths: [], waitingSeals: [] },
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
  // An import takes a turn for every 32 events, in which their rows are made as well; then it judges the ends of the logs and makes again what did not
  // stand. What changes trust, and work that is taken back, comes in each of them.
  const whole = Math.round(COUNT / 32);
  const moments = [0.1, 0.5, 0.75, 0.85, 0.95, 1.1].map((share) => Math.round((whole * share) / 2) * 2);
  test.each(['seal', 'revoke', 'take back'] as const)(
    'leaves turns for answers, shows nothing of itself before all of it, and ends in the state of a quiet import: %s',
    async (act) => {
      for (const moment of moments) {
        const lead = working('lead');
        answerItem(lead, COUNT + 1, 'pass');
        const { done, turns } = await during(lead, arriving, (turn) => {
          expect(lead.stores.events.ofLog(arriving[0]?.header.log ?? '').length).toBe(0);
          expect(rowsOf(lead, 'answers').length).toBe(lead.stores.sums.read('answers').rows);
          // Subjects that arrive, from both ends.
          const item = turn % 2 === 0 ? turn % COUNT : COUNT - 1 - (turn % COUNT);
          // Once while it stages or makes rows, and once while it does them again for that.
          if (turn === moment || turn === moment + whole) acts[act](lead, item);
          else if (turn < whole * 2) answerItem(lead, item, 'fail');
        });
        expect(turns).toBeGreaterThan(moment);
        expect(done.counts.received).toBe(done.counts.added + done.counts.quarantined + done.counts.held);
        expect(done.counts.quarantined > 0).toBe(act === 'revoke');
        expect(recountStateHash(lead.stores)).toBe(stateHashOf(lead.stores));
        const before = hashesOf(lead);
        orThrow(rebuild(lead.stores, authorityChecks([testAuthority.publicKey])));
        expect(hashesOf(lead)).toEqual(before);
        orThrow(seal(lead));
        const quiet = observer('observer');
        await take(quiet, eventsOf(lead.stores));
        expect(statusesOf(lead)).toEqual(statusesOf(quiet));
      }
    },
  );

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
    for (const stopAt of [0, 1, 4, 20]) {
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
      if (turn % 23 === 0) images.push(lead.stores.db.serialize());
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
