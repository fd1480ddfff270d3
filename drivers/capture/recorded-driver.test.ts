import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { readDroppedProfiles } from '../modbus-profile/dropped-profiles.ts';
import file from '../modbus-profile/profiles.json' with { type: 'json' };
import { drivers } from '../registry.ts';
import { captureSourceOf } from './capture-line.ts';
import { recordedDriver } from './recorded-driver.ts';

const [shipped] = file.profiles;
/** An instrument that somebody dropped into the folder of a machine far away. */
const dropped = (id: string, name: string) => {
  const text = JSON.stringify({ ...shipped, id, name });
  const [driver] = readDroppedProfiles([{ name: 'a.json', text: { ok: true, value: text } }], drivers).drivers;
  if (!driver) throw new Error('not read');
  return driver;
};

describe('the driver that heard recorded bytes', () => {
  test.each(drivers)('is found for $id by id and version, with its settings', (driver) => {
    const { version, id } = driver;
    const source = { driver: id, driverVersion: version, settings: {} };
    const found = recordedDriver(source);
    if (found.ok) expect(found.value.driver).toBe(driver);
    else expect(found.fault.code).toBe('bad_setting');
  });

  test('is never another version of it', () => {
    expect(recordedDriver({ driver: 'itrans', driverVersion: '0', settings: {} })).toMatchObject({
      fault: { code: 'driver_version_absent', driver: 'itrans', version: '0' },
    });
  });

  test('is made again from the definition kept beside the bytes, where this machine has no such profile', () => {
    const driver = dropped('my-meter', 'My meter');
    const prepared = orThrow(driver.prepare({}));
    const source = JSON.parse(JSON.stringify(captureSourceOf(driver, prepared)));
    const found = orThrow(recordedDriver(source));
    expect(found.driver).toMatchObject({ id: 'profile:my-meter', version: driver.version });
    expect(found.prepared.settings).toEqual(prepared.settings);
  });

  test('is not made from a definition that another hash names, nor without one', () => {
    const driver = dropped('my-meter', 'My meter');
    const source = captureSourceOf(driver, orThrow(driver.prepare({})));
    const other = dropped('my-meter', 'My other meter');
    expect(other.version).not.toBe(driver.version);
    const exchanged = { ...source, ...(other.definition === undefined ? {} : { definition: other.definition }) };
    expect(recordedDriver(exchanged)).toMatchObject({ fault: { code: 'driver_version_absent' } });
    const { definition: _, ...bare } = source;
    expect(recordedDriver(bare)).toMatchObject({ fault: { code: 'unknown_driver' } });
    expect(recordedDriver({ ...bare, definition: { id: 'my-meter' } })).toMatchObject({
      fault: { code: 'bad_profile' },
    });
  });
});
