import { expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { expectReplayed } from '../acceptance/expect-replayed.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { identitySetting } from '../find/identity-setting.ts';
import { itransDriver } from '../itrans/itrans-driver.ts';
import { mpsDriver } from '../mps/mps-driver.ts';
import { createItransDevice } from '../simulator/itrans-device.ts';
import { createMpsDevice } from '../simulator/mps-device.ts';
import { always, measuring, type SimulatedDevice } from '../simulator/simulated-device.ts';

const script = always(measuring('1.20'));
const mps = (serialNumber: string) => (startAt: number) => createMpsDevice({ script, startAt, serialNumber });
const registered = {
  unit: '%LEL(ISO 10156)',
  identity: identitySetting({ serial_number: 'MPS-0001', sensor_type: 3 }),
};

async function heard(
  driver: typeof mpsDriver,
  settings: object,
  devices: readonly ((startAt: number) => SimulatedDevice)[],
) {
  const prepared = orThrow(driver.prepare(settings));
  const bench = createBench(prepared);
  const perDevice: unknown[][] = [];
  for (const make of devices) {
    bench.plugIn(make(bench.now));
    const before = bench.items.length;
    if (perDevice.length === 0) await bench.session.start();
    await bench.run(12_000);
    bench.unplug();
    await bench.run(500);
    const values = bench.items.slice(before).flatMap((item) => (item.kind === 'reading' ? [item.reading.value] : []));
    perDevice.push(values.map((value) => (value.quality === 'ok' ? value.amount : value.detail)));
  }
  await bench.stop();
  expectReplayed(driver, prepared, bench.items);
  return perDevice.map((values) => [...new Set(values)]);
}

test('another sensor on the same line gives no number, and the registered one does again', async () => {
  const given = await heard(mpsDriver, registered, [mps('MPS-0001'), mps('MPS-0002'), mps('MPS-0001')]);
  expect(given[0]).toContain('1.2');
  expect(given[1]).toContain('another_instrument');
  expect(given[1]).not.toContain('1.2');
  expect(given[2]).toContain('1.2');
});

test('an instrument of which nothing was noted, or that says nothing of itself, is heard as ever', async () => {
  expect((await heard(mpsDriver, { unit: '%VOL' }, [mps('MPS-0002')]))[0]).toContain('1.2');
  const itrans = { gas: 'CH4', unit: '%VOL', identity: identitySetting({ serial_number: 'X' }) };
  const [values] = await heard(itransDriver, itrans, [(startAt) => createItransDevice({ script, startAt })]);
  expect(values).toContain('1.20');
});

test('an iTrans with another sensor is another instrument from its first frame on', async () => {
  const identity = identitySetting({ sensor_type: 'TOX', bus_address: 1 });
  const [values] = await heard(itransDriver, { gas: 'CH4', unit: '%VOL', identity }, [
    (startAt) => createItransDevice({ script, startAt }),
  ]);
  expect(values?.every((value) => value !== '1.2' && value !== '1.20')).toBe(true);
  expect(values).toContain('another_instrument');
});
