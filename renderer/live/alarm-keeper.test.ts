import { describe, expect, test } from 'vitest';
import type { AlarmNote, AlarmRow } from '../../electron/ports/alarm-models.ts';
import { mergeAlarm } from '../../vocabulary/merge-alarm.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { acknowledge, endLost, loseUnheard, REPEAT_MS, withoutClosed } from './alarm.ts';
import { keepAlarms } from './alarm-keeper.ts';
import type { Alarms } from './alarm-model.ts';
import { at, keyOf, measured, one, raisedAt, see } from './test-alarm.ts';

/** A record in memory that one can switch off. */
function record() {
  const rows = new Map<string, AlarmRow>();
  const state = { alive: true, written: 0 };
  const say = async (note: AlarmNote) => {
    if (!state.alive) return fail({ code: 'locked' as const });
    const open = [...rows.values()].find((row) => row.facts.ended === null && !note.facts.ended);
    const standing = rows.get(note.alarm) ?? open;
    const facts = standing ? mergeAlarm(standing.facts, note.facts) : note.facts;
    const row = { ...note, alarm: standing?.alarm ?? note.alarm, facts, savedAt: epochMs.parse(0) };
    if (JSON.stringify(standing?.facts) !== JSON.stringify(facts)) state.written += 1;
    rows.set(row.alarm, row);
    return ok(row);
  };
  const list = async () =>
    state.alive
      ? ok([...rows.values()].filter(({ facts }) => facts.ended === null))
      : fail({ code: 'locked' as const });
  return { rows, state, say, list };
}

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (n) => [...kept.keys()][n] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** One page: its alarms, and a keeper that carries them. */
function page(world: ReturnType<typeof record>, store: Storage, clock = { mono: 0 }) {
  let alarms: Alarms = [];
  const ears = new Set<() => void>();
  const become = (next: Alarms) => {
    if (next === alarms) return;
    alarms = next;
    for (const ear of [...ears]) ear();
  };
  const center = {
    get: () => alarms,
    listen: (ear: () => void) => {
      ears.add(ear);
      return () => ears.delete(ear);
    },
    take: (change: (all: Alarms) => Alarms) => become(change(alarms)),
  };
  const keeper = keepAlarms({ ...world, center, moment: () => at(clock.mono), memory: store });
  return { get: center.get, become, keeper, clock };
}
const settle = async () => {
  for (let n = 0; n < 20; n += 1) await Promise.resolve();
};
const facts = (world: ReturnType<typeof record>) => [...world.rows.values()].map((row) => row.facts);

describe('the record hears of an alarm', () => {
  test('when it is reached, acknowledged and over, and not of every reading between', async () => {
    const world = record();
    const { get, become } = page(world, memory());
    become(raisedAt(1.52));
    await settle();
    for (let n = 1; n < 30; n += 1) become(see(get(), measured(1.52 + (n % 5) / 100), n * 100));
    await settle();
    become(acknowledge(get(), 'Zhao', at(4000)));
    await settle();
    for (let n = 0; n <= 11; n += 1) become(see(get(), measured(0.2), 5000 + n * 1000));
    await settle();
    expect(facts(world)).toMatchObject([
      { gravest: 1, peak: { value: { amount: '1.56' } }, acknowledged: [{ by: 'Zhao' }], ended: { how: 'cleared' } },
    ]);
    expect(world.state.written).toBe(3);
  });
  test('of a worse value at each step, so that a crash loses less than one', async () => {
    const world = record();
    const { get, become } = page(world, memory());
    become(raisedAt(1.5));
    await settle();
    become(see(get(), measured(1.63), 500));
    await settle();
    expect(facts(world)).toMatchObject([{ peak: { value: { amount: '1.63' } } }]);
  });
  test('of who put it away after its data were lost', async () => {
    const world = record();
    const { get, become } = page(world, memory());
    become(raisedAt(1.6));
    become(acknowledge(loseUnheard(get(), new Set()), 'Zhao', at(500)));
    become(endLost(get(), keyOf('a/ch1'), 'Wang', at(900)));
    become(withoutClosed(get()));
    await settle();
    expect(facts(world)).toMatchObject([{ ended: { how: 'closed', by: 'Wang' } }]);
  });
});

describe('while the recorder is dead', () => {
  test('the alarm stands and what happened is written when it is back', async () => {
    const world = record();
    world.state.alive = false;
    const { get, become, keeper } = page(world, memory());
    become(raisedAt(1.6));
    become(acknowledge(get(), 'Zhao', at(800)));
    await settle();
    expect(keeper.waiting()).toBe(1);
    world.state.alive = true;
    await keeper.retry();
    expect(keeper.waiting()).toBe(0);
    expect(facts(world)).toMatchObject([{ acknowledged: [{ by: 'Zhao' }] }]);
  });
  test('a page that is loaded again still owes it, and nothing is lost', async () => {
    const world = record();
    const store = memory();
    world.state.alive = false;
    const first = page(world, store);
    first.become(raisedAt(1.6));
    first.become(acknowledge(first.get(), 'Zhao', at(800)));
    await settle();
    first.keeper.stop();
    const second = page(world, store, { mono: 2000 });
    expect(one(second.get())).toMatchObject({ level: 1, dataLost: true, acknowledged: { by: 'Zhao' } });
    world.state.alive = true;
    await second.keeper.retry();
    expect(facts(world)).toMatchObject([{ acknowledged: [{ by: 'Zhao' }] }]);
  });
});

describe('a page loaded again', () => {
  const earlier = async (acknowledged: boolean) => {
    const world = record();
    const first = page(world, memory());
    first.become(raisedAt(1.6));
    if (acknowledged) first.become(acknowledge(first.get(), 'Zhao', at(800)));
    await settle();
    return world;
  };
  test('sounds again what nobody acknowledged', async () => {
    const { get, keeper } = page(await earlier(false), memory(), { mono: 3000 });
    await keeper.retry();
    expect(one(get())).toMatchObject({ acknowledged: null, level: 1 });
  });
  test('keeps who silenced it and when, and is silent for the rest of its two minutes', async () => {
    const { get, become, keeper } = page(await earlier(true), memory(), { mono: 3000 });
    become(see([], measured(1.62), 2900));
    await keeper.retry();
    expect(get()).toHaveLength(1);
    expect(one(get())).toMatchObject({ acknowledged: { by: 'Zhao', at: { mono: 800 } }, acks: [{ by: 'Zhao' }] });
  });
  test('sounds at once where it is worse by the step, or the two minutes are over', async () => {
    const worse = page(await earlier(true), memory(), { mono: 3000 });
    worse.become(see([], measured(1.7), 2900));
    await worse.keeper.retry();
    expect(one(worse.get())).toMatchObject({ acknowledged: null, acks: [{ by: 'Zhao' }] });
    const late = page(await earlier(true), memory(), { mono: 800 + REPEAT_MS });
    await late.keeper.retry();
    expect(one(late.get()).acknowledged).toBeNull();
  });
});

describe('two windows', () => {
  test('have one alarm between them; what is silenced in one is silent in the other', async () => {
    const world = record();
    const [left, right] = [page(world, memory()), page(world, memory())];
    left.become(raisedAt(1.6));
    right.become(raisedAt(1.6));
    await settle();
    expect(world.rows.size).toBe(1);
    expect(one(left.get()).id).toBe(one(right.get()).id);
    left.clock.mono = 900;
    left.become(acknowledge(left.get(), 'Zhao', at(900)));
    await settle();
    right.clock.mono = 1000;
    await right.keeper.retry();
    expect(one(right.get()).acknowledged).toMatchObject({ by: 'Zhao' });
  });
  test('an acknowledging in one does not silence what got worse in the other meanwhile', async () => {
    const world = record();
    const [left, right] = [page(world, memory()), page(world, memory())];
    left.become(raisedAt(1.6));
    right.become(raisedAt(1.6));
    await settle();
    left.become(acknowledge(left.get(), 'Zhao', at(900)));
    right.become(see(right.get(), measured(1.75), 950));
    await settle();
    await right.keeper.retry();
    expect(one(right.get()).acknowledged).toBeNull();
  });
  test('an alarm without data that one has put away is over in the other', async () => {
    const world = record();
    const [left, right] = [page(world, memory()), page(world, memory())];
    for (const window of [left, right]) {
      window.become(raisedAt(1.6));
      await settle();
      window.become(loseUnheard(window.get(), new Set()));
    }
    left.become(acknowledge(left.get(), 'Zhao', at(100)));
    left.become(endLost(left.get(), keyOf('a/ch1'), 'Zhao', at(200)));
    left.become(withoutClosed(left.get()));
    await settle();
    await right.keeper.retry();
    expect(right.get()).toEqual([]);
  });
});

test('a note of another version in the memory of the machine is no reason to fall', async () => {
  const store = memory();
  store.setItem('jingxun.alarm.x', '{"note":1}');
  store.setItem('jingxun.alarm.y', '[');
  const { get } = page(record(), store);
  expect(get()).toEqual([]);
});
