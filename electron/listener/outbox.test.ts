import { expect, test } from 'vitest';
import { bootId, entityId, instrumentId } from '../../vocabulary/ids.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import type { IntakeBatch } from '../ports/intake-port.ts';
import { createOutbox } from './outbox.ts';
import type { Spool } from './spool.ts';

const batch = (turn: number): IntakeBatch => ({
  batch: entityId.parse(turn.toString(16).padStart(32, '0')),
  instrumentId: instrumentId.parse('a'.repeat(32)),
  session: entityId.parse('e'.repeat(32)),
  boot: bootId.parse('b'.repeat(32)),
  driver: 'mhz9041a',
  driverVersion: '1',
  settings: {},
  readings: [],
  raw: [],
  gaps: [],
});
const fullSpool: Spool = {
  put: async () => fail({ code: 'disk_full' }),
  putAside: async () => fail({ code: 'disk_full' }),
  oldest: async () => null,
  remove: async () => {},
  setAside: async () => {},
  count: () => 0,
};

test('with the recorder dead and the disk full nothing waits without end, what is given up is named, the rest arrives in order', async () => {
  const calls: (() => void)[] = [];
  const lost: IntakeBatch[] = [];
  const kept: string[] = [];
  let isDead = true;
  const outbox = createOutbox({
    keep: async (each) => {
      if (isDead) return fail({ code: 'recorder_down' });
      kept.push(each.batch);
      return ok({});
    },
    timers: {
      after: (_, call) => {
        calls.push(call);
        return () => {};
      },
    },
    onLost: (each) => lost.push(each),
    memoryBatches: 5,
  });
  outbox.attachSpool(fullSpool);
  const all = Array.from({ length: 20 }, (_, turn) => batch(turn));
  for (const each of all) {
    outbox.add(each);
    await outbox.flush();
  }
  expect(outbox.waiting()).toBe(5);
  expect(lost).toHaveLength(15);
  isDead = false;
  await outbox.flush();
  outbox.stop();
  expect(outbox.waiting()).toBe(0);
  expect(kept).toEqual(all.filter((each) => !lost.includes(each)).map((each) => each.batch));
});

test('a recorder that hangs is told that its answer is no longer waited for, each time', async () => {
  const calls: (() => void)[] = [];
  const asked: AbortSignal[] = [];
  const outbox = createOutbox({
    keep: (_, givenUp) => {
      asked.push(givenUp);
      return new Promise(() => {});
    },
    timers: {
      after: (_, call) => {
        calls.push(call);
        return () => void calls.splice(calls.indexOf(call), 1);
      },
    },
    onLost: () => {},
  });
  outbox.add(batch(1));
  for (let turn = 0; turn < 6; turn++) {
    calls.shift()?.(); // the answer's time is over, or it is time to ask again
    await new Promise((resolve) => setImmediate(resolve));
  }
  outbox.stop();
  expect(asked.length).toBeGreaterThanOrEqual(3);
  expect(asked.slice(0, -1).every(({ aborted }) => aborted)).toBe(true);
});

test('a batch is said to be the oldest only where nothing older can wait: an unopened or unreadable spool may hold some', async () => {
  const said: (boolean | undefined)[] = [];
  const outbox = createOutbox({
    keep: async (each) => {
      said.push(each.isOldest);
      return ok({});
    },
    timers: { after: () => () => {} },
    onLost: () => {},
  });
  let unreadable = 1;
  outbox.add(batch(1));
  await outbox.flush();
  outbox.attachSpool({ ...fullSpool, count: () => unreadable });
  outbox.add(batch(2));
  await outbox.flush();
  unreadable = 0;
  outbox.add(batch(3));
  await outbox.flush();
  outbox.stop();
  expect(said).toEqual([false, false, true]);
});
