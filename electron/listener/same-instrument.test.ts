import { expect, test } from 'vitest';
import { identitySetting } from '../../drivers/find/identity-setting.ts';
import { itransDriver } from '../../drivers/itrans/itrans-driver.ts';
import { mhz9041aDriver } from '../../drivers/mhz9041a/mhz9041a-driver.ts';
import { momentOf, type SessionItem } from '../../drivers/session/session-item.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { followSameness } from './same-instrument.ts';

const at = momentOf(1, 1);
const opened: SessionItem = { kind: 'link', n: 0, change: 'opened', at, cause: null };
const says = (details: Readonly<Record<string, unknown>>): SessionItem => ({ kind: 'said', details, at });
const itrans = (wire: Readonly<Record<string, string | number>>) =>
  orThrow(itransDriver.prepare({ identity: identitySetting(wire) }));
const cat1 = { sensor_type: 'CAT', bus_address: 1, gas_code: 1 };

test('one that says nothing of itself, on a line without a name, is the chosen one until the line is opened again', () => {
  const follow = followSameness(mhz9041aDriver, orThrow(mhz9041aDriver.prepare({})), false, true);
  follow.hear(opened);
  follow.hear(says({ temperature_c: 24, error_code: 0 }));
  expect(follow.same).toBe('person');
  follow.hear(opened);
  expect(follow.same).toBe('open');
  expect(follow.confirm()).toBe(true);
  expect(follow.same).toBe('person');
  expect(follow.confirm()).toBe(false);
  follow.hear(opened);
  expect(follow.same).toBe('open');
});

test('one started again by itself has to be confirmed, behind an adapter with a serial number it has not', () => {
  const prepared = orThrow(mhz9041aDriver.prepare({}));
  const unnamed = followSameness(mhz9041aDriver, prepared, false, false);
  unnamed.hear(opened);
  expect(unnamed.same).toBe('open');
  const named = followSameness(mhz9041aDriver, prepared, true, false);
  named.hear(opened);
  named.hear(opened);
  expect(named.same).toBe('line');
});

test('what the instrument says of itself decides, whoever chose it and whatever the adapter', () => {
  for (const isNamed of [true, false]) {
    const follow = followSameness(itransDriver, itrans(cat1), isNamed, true);
    follow.hear(opened);
    follow.hear(says({ ...cat1, raw_reading: 12 }));
    expect(follow.same).toBe('wire');
    expect(follow.said).toEqual(cat1);
    follow.hear(opened);
    follow.hear(says({ ...cat1, gas_code: 2 }));
    expect(follow.same).toBe('differs');
    expect(follow.confirm()).toBe(false); // the register has to be changed, not the question answered
    follow.hear(opened);
    follow.hear(says(cat1));
    expect(follow.same).toBe('wire');
  }
});

test('news are told once, however often the instrument says the same', () => {
  const follow = followSameness(itransDriver, itrans({}), false, true);
  expect(follow.hear(opened)).toBe(true);
  expect(follow.hear(says(cat1))).toBe(true);
  expect(follow.hear(says({ ...cat1, raw_reading: 13 }))).toBe(false);
  expect(follow.same).toBe('person');
});
