import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drivers } from '../../../drivers/registry.ts';
import { createCubicSjhDevice } from '../../../drivers/simulator/cubic-sjh-device.ts';
import { createDynamentDevice } from '../../../drivers/simulator/dynament-device.ts';
import { createIr400Device } from '../../../drivers/simulator/ir400-device.ts';
import { createItransDevice } from '../../../drivers/simulator/itrans-device.ts';
import { createMhz9041aDevice } from '../../../drivers/simulator/mhz9041a-device.ts';
import { createMpsDevice } from '../../../drivers/simulator/mps-device.ts';
import { always, measuring, type SimulatedDevice } from '../../../drivers/simulator/simulated-device.ts';
import { createWinsenDevice } from '../../../drivers/simulator/winsen-device.ts';
import { scaled } from '../../../vocabulary/test-scale.ts';
import { findBench } from './find-bench.ts';

const script = always(measuring('0.50'));
const startAt = 5000;
/** All speeds listened to, and a little more. */
const ALL_LISTENING_MS = 20_000;
const byId = (...ids: string[]) => drivers.filter(({ id }) => ids.includes(id));

const answering: readonly (readonly [string, number, () => SimulatedDevice, object])[] = [
  ['itrans', 9600, () => createItransDevice({ script, startAt }), { proof: 'fits', settings: { slave: 1 } }],
  ['ir400', 19_200, () => createIr400Device({ script, startAt }), { identity: { model: 2104, gas_id: 100 } }],
  ['mps', 38_400, () => createMpsDevice({ script, startAt }), { identity: { serial_number: 'MPS-0001' } }],
  ['cubic-sjh', 9600, () => createCubicSjhDevice({ script, startAt }), { proof: 'named' }],
  ['dynament', 38_400, () => createDynamentDevice({ script, startAt }), { proof: 'named' }],
  ['winsen', 9600, () => createWinsenDevice({ script, startAt }), { proof: 'named' }],
];

describe('a line that speaks', () => {
  test('is recognised by listening, and never receives a byte', async () => {
    const device = createMhz9041aDevice({ script, startAt });
    const bench = findBench(device, 115_200);
    void bench.finder.listen();
    await bench.run(ALL_LISTENING_MS);
    expect(bench.finder.state).toMatchObject({ phase: 'recognised', found: { driver: 'mhz9041a', settings: {} } });
    expect(device.trap).toEqual([]);
    expect(bench.sent).toEqual([]);
    expect(bench.isClosed).toBe(true);
  });

  test('at another speed of its own is recognised there', async () => {
    const bench = findBench(createMhz9041aDevice({ script, startAt }), 9600);
    void bench.finder.listen();
    await bench.run(ALL_LISTENING_MS);
    expect(bench.finder.state.found).toMatchObject({ driver: 'mhz9041a', settings: { baud: 9600 } });
  });

  test('a withheld instrument is recognised, and said to be withheld', async () => {
    const bench = findBench(null, 38_400);
    void bench.finder.listen();
    await bench.run(6100);
    const words = ['0000005b', '00000064', 'aaaaaaaa', '00000b9e', '12345678', 'edcba987', '0000005d'];
    bench.say(new Uint8Array(Buffer.from(words.map((word) => `${word}\n\r`).join(''))));
    await bench.run(100);
    expect(bench.finder.state).toMatchObject({ phase: 'withheld', found: { driver: 'sgx-inir' } });
    expect(bench.sent).toEqual([]);
  });

  test('in a way that nobody understands is said to speak, and is never sent a byte even when asked to', async () => {
    const bench = findBench(null, 9600);
    void bench.finder.listen();
    for (let second = 0; second < 20; second++) {
      bench.say(Uint8Array.of(1, 2, 3, second));
      await bench.run(1000);
    }
    expect(bench.finder.state.phase).toBe('speaks');
    expect(bench.finder.state.bytes).toBeGreaterThan(4);
  });

  test('only after it was heard silent is not asked either', async () => {
    const bench = findBench(null, 9600);
    void bench.finder.listen();
    await bench.run(ALL_LISTENING_MS);
    expect(bench.finder.state.phase).toBe('silent');
    await bench.run(70_000); // long enough to change the plug
    void bench.finder.ask(byId('itrans'), null);
    await bench.run(1000);
    bench.say(Uint8Array.of(7));
    await bench.run(10_000);
    expect(bench.finder.state.phase).toBe('speaks');
    expect(bench.sent).toEqual([]);
  });
});

describe('a line that answers', () => {
  test.each(answering)('%s is recognised by one harmless read of its family', async (id, baud, make, expected) => {
    const device = make();
    const bench = findBench(device, baud);
    void bench.finder.listen();
    await bench.run(ALL_LISTENING_MS);
    expect(bench.finder.state.phase).toBe('silent');
    expect(bench.sent).toEqual([]);
    void bench.finder.ask(byId(id), null);
    await bench.run(30_000);
    expect(bench.finder.state).toMatchObject({ phase: 'recognised', found: { driver: id, ...expected } });
    expect(device.trap).toEqual([]);
    expect(bench.isClosed).toBe(true);
  });

  test.each(answering)('%s asked in the words of another family is a clear no', async (id, baud, make) => {
    for (const other of byId('itrans', 'ir400', 'mps', 'cubic-sjh', 'dynament', 'winsen').filter(
      (each) => each.id !== id,
    )) {
      const bench = findBench(make(), baud);
      void bench.finder.listen();
      await bench.run(ALL_LISTENING_MS);
      void bench.finder.ask([other], null);
      await bench.run(120_000);
      expect([other.id, bench.finder.state.phase]).toEqual([other.id, 'notFound']);
      expect(bench.finder.state.found).toBeNull();
      expect(bench.finder.state.tried.length).toBeGreaterThan(0);
    }
  });

  test('with everybody asked in turn each is found as itself', async () => {
    for (const [id, baud, make] of answering) {
      const bench = findBench(make(), baud);
      void bench.finder.listen();
      await bench.run(ALL_LISTENING_MS);
      void bench.finder.ask(byId('itrans', 'ir400', 'mps', 'cubic-sjh', 'dynament', 'winsen'), null);
      await bench.run(120_000);
      expect(bench.finder.state.found?.driver).toBe(id);
    }
  });

  test('an address given by the person is the one that is asked', async () => {
    const bench = findBench(null, 9600);
    void bench.finder.listen();
    await bench.run(ALL_LISTENING_MS);
    const { slaveAddress } = await import('../../../drivers/requests/allowed-request.ts');
    void bench.finder.ask(byId('itrans'), slaveAddress.parse(17));
    await bench.run(60_000);
    expect(bench.sent.length).toBeGreaterThan(0);
    expect(new Set(bench.sent.map(([slave]) => slave))).toEqual(new Set([17]));
  });
});

describe('the line itself', () => {
  test.each(['port_busy', 'port_denied', 'port_absent'] as const)('%s is said and ends the search', async (code) => {
    const bench = findBench(null, 9600);
    bench.refusal.fault = { code, path: '/dev/bench' };
    void bench.finder.listen();
    await bench.run(100);
    expect(bench.finder.state).toMatchObject({ phase: 'failed', fault: { code } });
  });

  test('a port that goes away in the middle ends the search', async () => {
    const bench = findBench(null, 9600);
    void bench.finder.listen();
    await bench.run(1000);
    bench.pullOut();
    await bench.run(100);
    expect(bench.finder.state).toMatchObject({ phase: 'failed', fault: { code: 'port_absent' } });
    expect(bench.isClosed).toBe(true);
  });

  test('cancelled at any time it frees the port, says so last and sends nothing more', async () => {
    const run = fc.asyncProperty(fc.integer({ min: 0, max: 16_000 }), async (ms) => {
      const bench = findBench(createItransDevice({ script, startAt }), 9600);
      void bench.finder.listen().then(() => bench.finder.ask(byId('mps', 'itrans'), null));
      await bench.run(ms);
      const isOver = bench.finder.state.phase === 'recognised';
      const stopped = bench.finder.cancel();
      await bench.run(10);
      await stopped;
      const sent = bench.sent.length;
      await bench.run(60_000);
      expect(bench.finder.state.phase).toBe(isOver ? 'recognised' : 'cancelled');
      expect(bench.sent.length).toBe(sent);
      expect(bench.isClosed).toBe(true);
    });
    await fc.assert(run, { numRuns: scaled(60) });
  });

  test('noise at any time before the question keeps it from being asked', async () => {
    const run = fc.asyncProperty(
      fc.integer({ min: 1, max: 11_000 }),
      fc.uint8Array({ minLength: 1, maxLength: 30 }),
      async (ms, noise) => {
        const bench = findBench(null, 9600);
        void bench.finder.listen();
        await bench.run(ms);
        bench.say(noise);
        await bench.run(20_000);
        expect(bench.finder.state.phase).toBe('speaks');
        expect(bench.sent).toEqual([]);
      },
    );
    await fc.assert(run, { numRuns: scaled(60) });
  });
});
