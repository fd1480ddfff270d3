import { expect, test } from 'vitest';
import { fail, orThrow } from '../../vocabulary/result.ts';
import { appendEvent, appendInTransaction } from '../log/append-event.ts';
import { sealLog } from '../log/seal.ts';
import { type TestDevice, testDevice } from '../log/test-device.ts';
import { rebuild } from './rebuild.ts';
import { recountStateHash, stateHashOf } from './state-of.ts';

const answerOf = (item: number, outcome: string) => ({
  author: 'b'.repeat(32) as never,
  type: 'answer',
  subject: `inspection/${'a'.repeat(32)}/answer:water.item-${item % 7}`,
  body: { outcome, facts: {}, verdict: null, reason: '', override: null, note: '' },
});

/** Answers on few subjects, so that most of them take the place of a row that stands already. */
const act = (device: TestDevice, turn: number) => {
  if (turn === 30) return orThrow(sealLog(device.ports));
  if (turn === 45 && device.certificate !== null) {
    const body = { certificate: device.certificate };
    return orThrow(appendEvent(device.ports, { author: '', type: 'certificate', subject: '', body }));
  }
  return orThrow(appendEvent(device.ports, answerOf(turn, turn % 3 === 0 ? 'fail' : 'pass')));
};

const written = ({ stores }: TestDevice) => stores.db.prepare('SELECT * FROM sums ORDER BY name').all();
const sumsOf = ({ stores }: TestDevice) =>
  ['event_status', ...stores.projections.map((one) => one.projection.name)].map((name) => stores.sums.read(name));

test('a folder that was cut off after any append opens with the sums of what it holds', () => {
  const device = testDevice('tablet', 'inspector');
  for (let turn = 0; turn < 140; turn += 1) {
    act(device, turn);
    const copy = testDevice('tablet', 'inspector', { image: device.stores.db.serialize() });
    const before = written(copy);
    expect(stateHashOf(copy.stores), `after ${turn}`).toBe(stateHashOf(device.stores));
    expect(sumsOf(copy)).toEqual(sumsOf(device));
    if (turn % 20 === 0) expect(recountStateHash(copy.stores)).toBe(stateHashOf(copy.stores));
    expect(written(copy)).toEqual(before);
  }
});

test('an answer leaves the sums for later, a seal writes them', () => {
  const device = testDevice('tablet', 'inspector');
  act(device, 0);
  orThrow(sealLog(device.ports));
  const before = written(device);
  for (let turn = 1; turn < 20; turn += 1) act(device, turn);
  expect(written(device)).toEqual(before);
  orThrow(sealLog(device.ports));
  expect(written(device)).not.toEqual(before);
  expect(device.stores.sums.upTo).toBe(device.stores.events.lastNumber());
});

test('what a transaction that was taken back summed is forgotten, what was left for later before it is not', () => {
  const device = testDevice('tablet', 'inspector');
  for (let turn = 0; turn < 5; turn += 1) act(device, turn);
  const before = stateHashOf(device.stores);
  for (const when of ['now', 'later'] as const) {
    const broken = device.stores.transaction(() => {
      orThrow(appendInTransaction(device.ports, answerOf(3, 'unknown')));
      return fail({ code: 'cancelled' });
    }, when);
    expect(broken.ok).toBe(false);
    expect(stateHashOf(device.stores)).toBe(before);
    expect(recountStateHash(device.stores)).toBe(before);
  }
  act(device, 5);
  expect(recountStateHash(device.stores)).toBe(stateHashOf(device.stores));
  orThrow(rebuild(device.stores, device.ports.checks()));
  expect(recountStateHash(device.stores)).toBe(stateHashOf(device.stores));
});
