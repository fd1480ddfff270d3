import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { drivers, withheld } from '../registry.ts';
import { encodeRequest } from '../requests/allowed-request.ts';
import { lineOf } from '../simulator/mhz9041a-device.ts';
import { askSteps } from './asking.ts';
import { compareIdentity, identitySetting, parseIdentity } from './identity-setting.ts';
import { createEar, LISTEN_MS, usualLinks } from './listening.ts';

const everyone = [...drivers, ...withheld];
const link = orThrow(
  drivers.find(({ id }) => id === 'mhz9041a')?.prepare({}) ?? { ok: false, fault: { code: 'bug' } },
).link;

describe('listening', () => {
  test('is done at every usual speed of every driver, each once, speakers first', () => {
    const bauds = usualLinks(everyone).map(({ baudRate }) => baudRate);
    expect(bauds).toEqual([...new Set(bauds)]);
    expect(new Set(bauds)).toEqual(new Set(everyone.map((driver) => driver.link.baudRate)));
    expect(bauds.slice(0, 3).toSorted((one, other) => one - other)).toEqual([9600, 38_400, 115_200]);
    expect(LISTEN_MS).toBe(3000);
  });

  test('recognises a laser line however it is sliced and whatever noise went before', () => {
    const run = fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 44 }), (noise, slice) => {
      const ear = createEar(everyone, link);
      const line = lineOf({ kind: 'measuring', amount: '1.50' });
      const bytes = Uint8Array.of(...noise, 0, ...line);
      for (let at = 0; at < bytes.length; at += slice) ear.hear(bytes.subarray(at, at + slice));
      expect(ear.recognised).toMatchObject({ driver: 'mhz9041a', proof: 'named', gas: 'CH4', unit: null });
    });
    fc.assert(run, { numRuns: scaled(300) });
  });

  test('never takes noise for an instrument, and counts it', () => {
    const run = fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (noise) => {
      const ear = createEar(everyone, link);
      ear.hear(noise);
      expect(ear.recognised).toBeNull();
      expect(ear.bytes).toBe(noise.length);
    });
    fc.assert(run, { numRuns: scaled(500) });
  });
});

describe('asking', () => {
  test.each(drivers.map((driver) => [driver.id, driver] as const))('%s is asked by reads only', (_id, driver) => {
    const steps = askSteps(driver, null, true);
    const requests = steps.flatMap(({ exchanges }) => exchanges.map(({ request }) => request));
    for (const request of requests) {
      expect(['modbus_read', 'winsen_read', 'mps_read', 'dynament_read', 'cubic_read']).toContain(request.kind);
      const code = encodeRequest(request)[1];
      if (request.kind === 'modbus_read') expect([3, 4]).toContain(code);
    }
    expect(steps.length > 0).toBe(driver.id !== 'mhz9041a');
  });

  test('one that only speaks is never asked', () => {
    for (const driver of withheld) expect(askSteps(driver, null, true)).toEqual([]);
  });

  test('the usual speed comes first, the others only where the kind was named', () => {
    const ir400 = drivers.filter(({ id }) => id === 'ir400');
    const bauds = (all: boolean) =>
      ir400.flatMap((each) => askSteps(each, null, all).map((step) => step.link.baudRate));
    expect(bauds(false)).toEqual([19_200]);
    expect(bauds(true)).toEqual([19_200, 9600, 4800, 2400]);
  });
});

test('an identity is compared by what was said both times', () => {
  expect(compareIdentity({ serial_number: 'A' }, { serial_number: 'A', more: 1 })).toBe('same');
  expect(compareIdentity({ serial_number: 'A' }, { serial_number: 'B' })).toBe('differs');
  expect(compareIdentity({ gas_code: 1, bus_address: 1 }, { gas_code: 1, bus_address: 2 })).toBe('differs');
  expect(compareIdentity({}, { serial_number: 'B' })).toBe('unsaid');
  expect(compareIdentity({ serial_number: 'A' }, {})).toBe('unsaid');
});

test('an identity comes back from its setting as it went in, whatever it is made of', () => {
  const identity = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer()));
  const run = fc.property(identity, (said) => {
    expect(compareIdentity(parseIdentity(identitySetting(said)), said)).toBe(
      Object.keys(said).length === 0 ? 'unsaid' : 'same',
    );
  });
  fc.assert(run, { numRuns: scaled(200) });
});
