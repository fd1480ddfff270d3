import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { fromHex, toHex } from '../framing/hex.ts';
import { itransDriver } from '../itrans/itrans-driver.ts';
import { mhz9041aDriver } from '../mhz9041a/mhz9041a-driver.ts';
import { createItransDevice } from '../simulator/itrans-device.ts';
import { createMhz9041aDevice } from '../simulator/mhz9041a-device.ts';
import { always, measuring, type SimulatedDevice } from '../simulator/simulated-device.ts';

/** Writes, zero, span, reset and mode commands of the protocol pages, and a write hidden in a good frame's clothes. */
const FORBIDDEN = [
  '010600650001580d',
  '0105006400ff0c55',
  '01100064000102000173d4',
  '01080000000061cb',
  '0103006600022414',
  'aa5500120001000d0a',
  'ff0187000000000078',
];

const device = () => createItransDevice({ script: always(measuring('0.75')), startAt: 0 });
const bytesOf = (hex: string) => fromHex(hex) ?? new Uint8Array();

describe('forbidden commands', () => {
  test.each(FORBIDDEN)('the simulator springs its trap on %s, so that a trap left alone proves something', (hex) => {
    const itrans = device();
    itrans.hear(Uint8Array.of(...bytesOf(hex), ...new Uint8Array(8)), 1);
    expect(itrans.trap.length).toBeGreaterThan(0);
    const laser = createMhz9041aDevice({ script: always(measuring('0.75')), startAt: 0 });
    laser.hear(bytesOf(hex), 1);
    expect(laser.trap).toEqual([hex]);
  });

  test('whatever the line answers, only the two reads of the manual ever leave', async () => {
    const bench = createBench(orThrow(itransDriver.prepare({ gas: 'CH4', unit: '%VOL' })));
    const awkward = awkwardDevice();
    bench.plugIn(awkward);
    await bench.session.start();
    for (const hex of FORBIDDEN) {
      bench.inject(bytesOf(hex));
      await bench.run(4000);
    }
    const sent = new Set(bench.sent.map(toHex));
    expect([...sent].toSorted()).toEqual(['01030064000405d6', '010300640005c416']);
  });

  test('the laser driver sends nothing at all', async () => {
    const bench = createBench(orThrow(mhz9041aDriver.prepare({ unit: '%VOL' })));
    bench.plugIn(awkwardDevice());
    await bench.session.start();
    for (const hex of FORBIDDEN) bench.inject(bytesOf(hex));
    await bench.run(60_000);
    expect(bench.sent).toEqual([]);
  });
});

/** Answers every poll with another refusal: all exceptions in turn. */
function awkwardDevice(): SimulatedDevice {
  const waiting: Uint8Array[] = [];
  const refusals = ['018302c0f1', '01830540f3', '01830600f2', '0183048132', '01830180f0'];
  let asked = 0;
  return {
    hear() {
      waiting.push(bytesOf(refusals[asked % refusals.length] ?? ''));
      asked += 1;
    },
    speak: () => waiting.splice(0),
    get due() {
      return waiting.length > 0 ? 0 : null;
    },
    truth: [],
    trap: [],
  };
}
