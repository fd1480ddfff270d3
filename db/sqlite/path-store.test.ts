import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { appendEvent } from '../log/append-event.ts';
import { testDevice } from '../log/test-device.ts';
import { pathLine, pathsOf } from '../state/log-paths.ts';
import { stateOf } from '../state/state-of.ts';
import { PathStore } from './path-store.ts';

const basis = { rulesVersion: 'test', authorityFingerprints: [], releases: () => [] };
const sorted = (paths: Parameters<typeof pathLine>[0][]) => paths.map(pathLine).sort();
const idOf = (n: number) => n.toString(16).padStart(64, '0');

interface Held {
  readonly log: number;
  readonly seq: number;
  readonly id: number;
  readonly prev: number;
}

/** Any events at all, forked and holed, in any order: each is one of few logs and names any of few before it. */
const anyEvents = fc
  .array(
    fc.record({
      log: fc.integer({ min: 0, max: 1 }),
      seq: fc.integer({ min: 1, max: 6 }),
      branch: fc.integer({ min: 0, max: 1 }),
      of: fc.integer({ min: 0, max: 1 }),
    }),
    { maxLength: 24 },
  )
  .map((wishes) => {
    const idIn = (log: number, seq: number, branch: number) => log * 1000 + seq * 10 + branch + 1;
    const events = wishes.map(({ log, seq, branch, of }): Held => {
      return { log, seq, id: idIn(log, seq, branch), prev: idIn(log, seq - 1, of) };
    });
    return [...new Map(events.map((one) => [one.id, one])).values()];
  });

test('kept in step event by event, the paths are those of a walk over all events', () => {
  fc.assert(
    fc.property(anyEvents, fc.integer({ min: 1, max: 5 }), (events, askEvery) => {
      const { stores } = testDevice('paths', 'inspector');
      const { db } = stores;
      db.exec("DELETE FROM all_events; INSERT OR REPLACE INTO logs (n, log) VALUES (50, 'a'), (51, 'b')");
      const put = db.prepare(
        `INSERT INTO all_events (log, seq, id, type, subject, header, body, hole, seen, covered, status, own_view, batch)
         VALUES (?, ?, ?, 'answer', NULL, ?, '{}', 0, 0, 0, 'unsealed', 0, 0)`,
      );
      const kept = new PathStore(db, stores.local, { begun: () => null });
      for (const [at, one] of events.entries()) {
        put.run(50 + one.log, one.seq, idOf(one.id), JSON.stringify({ prev: idOf(one.prev) }));
        if (at % askEvery === 0) kept.advance(1);
        if (at % askEvery === 0) expect(sorted(kept.paths())).toEqual(sorted(pathsOf(stores.events.chain())));
      }
      expect(sorted(kept.paths())).toEqual(sorted(pathsOf(stores.events.chain())));
      const counted = [...kept.logs().values()].reduce((total, log) => total + log.events, 0);
      expect(counted).toBe(events.length);
      db.close();
    }),
    { numRuns: scaled(30) },
  );
});

test('events that come in under lower numbers than what counts already are not passed over', () => {
  const { stores, ports, clock } = testDevice('paths', 'inspector');
  const { db } = stores;
  const body = { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note: '' };
  const answer = (n: number) => {
    clock.wall += 1000;
    const subject = `inspection/${'1'.repeat(32)}/answer:water.n-${n}`;
    orThrow(appendEvent(ports, { author: 'b'.repeat(32) as never, type: 'answer', subject, body }));
  };
  answer(1);
  const first = stores.events.lastNumber() + 1;
  db.exec(`INSERT INTO logs (n, log) VALUES (50, 'a')`);
  db.prepare(
    `INSERT INTO all_events (n, log, seq, id, type, subject, header, body, hole, seen, covered, status, own_view, batch)
     VALUES (?, 50, 1, 'x', 'answer', NULL, '{"prev":"y"}', '{}', 0, 0, 0, 'unsealed', 0, 9)`,
  ).run(first);
  let begun: { n: number; digest: string; first: number } | null = { n: 1, digest: '', first };
  const kept = new PathStore(db, stores.local, { begun: () => begun });
  answer(2);
  const walked = () => sorted(pathsOf(stores.events.chain()));
  expect(sorted(kept.paths())).toEqual(walked());
  db.exec('UPDATE all_events SET batch = 0 WHERE batch = 9');
  begun = null;
  expect(sorted(kept.paths())).toEqual(walked());
  expect(kept.logs().get('a')?.events).toBe(1);
});

test('what is kept is read again at the next opening, and the hash is the same', () => {
  const { stores, ports, clock } = testDevice('paths', 'inspector');
  const body = { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note: '' };
  for (let n = 0; n < 1100; n += 1) {
    clock.wall += 1000;
    const subject = `inspection/${'1'.repeat(32)}/answer:water.n-${n % 7}`;
    orThrow(appendEvent(ports, { author: 'b'.repeat(32) as never, type: 'answer', subject, body }));
  }
  const before = stateOf(stores, basis).logHash;
  stores.paths.keep();
  const text = stores.local.get('log paths');
  expect(text).not.toBeNull();
  const again = new PathStore(stores.db, stores.local, stores.staging);
  expect(again.advance(1)).toBe(false);
  expect(sorted(again.paths())).toEqual(sorted(pathsOf(stores.events.chain())));
  expect(stateOf(stores, basis).logHash).toBe(before);
});
