import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, orThrow } from '../../vocabulary/result.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { captureSourceOf } from '../capture/capture-line.ts';
import { recordedDriver } from '../capture/recorded-driver.ts';
import { drivers as shipped } from '../registry.ts';
import { LISTEN_BEFORE_ASKING_MS } from '../session/opening-ear.ts';
import { createProfileDevice } from '../simulator/profile-device.ts';
import { always, measuring } from '../simulator/simulated-device.ts';
import { readDroppedProfiles } from './dropped-profiles.ts';

const { profiles } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'profiles.json'), 'utf8'));
const model = profiles.find(({ id }: { id: string }) => id === 'jxbs-3001-co');
/** The transmitter of the example under an id of its own. */
const own = (changes: object = {}) => ({ ...model, id: 'mine-co', name: 'CO transmitter of shaft 3', ...changes });
const file = (name: string, content: unknown) => ({ name, text: ok(JSON.stringify(content)) });
const unreadable = fail<Fault>({ code: 'bad_profile', detail: 'EACCES' });
const reasons = (dropped: ReturnType<typeof readDroppedProfiles>) =>
  dropped.refused.map(({ file: name, fault }) => [name, fault.code]);

describe('a profile dropped into the folder', () => {
  test('adds an instrument that is heard like any other, with its source and confidence', async () => {
    const { drivers, refused } = readDroppedProfiles([file('co.json', own())], shipped);
    expect(refused).toEqual([]);
    const [driver] = drivers;
    expect(driver).toMatchObject({ id: 'profile:mine-co', note: `${model.source}; ${model.confidence}` });
    if (!driver) throw new Error('no driver');
    const bench = createBench(orThrow(driver.prepare({})));
    const block = { function: 3, address: 6, wordsOf: () => [240] } as const;
    bench.plugIn(createProfileDevice({ script: always(measuring('24')), startAt: bench.now, blocks: [block] }));
    await bench.session.start();
    await bench.run(LISTEN_BEFORE_ASKING_MS + 500);
    const heard = bench.items.flatMap((item) => (item.kind === 'reading' ? [item.reading] : []));
    expect(heard[0]).toMatchObject({ gas: 'CO', value: { quality: 'ok', amount: '24', unit: 'ppm' } });
  });

  test('may be one of a list, and a byte-order mark does not matter', () => {
    const list = {
      name: 'list.json',
      text: ok(`\uFEFF${JSON.stringify({ profiles: [own(), own({ id: 'other' })] })}`),
    };
    expect(readDroppedProfiles([list], shipped).drivers.map(({ id }) => id)).toEqual([
      'profile:mine-co',
      'profile:other',
    ]);
  });

  test('that is bad is named with its reason and stops no other', () => {
    const files = [
      { name: 'a-no-json.json', text: ok('{') },
      { name: 'b-unreadable.json', text: unreadable },
      file('c-writes.json', own({ blocks: [{ ...model.blocks[0], function: 6 }] })),
      file('d-no-unit.json', own({ channels: [{ ...model.channels[0], unit: undefined }] })),
      file('e-broadcast.json', own({ slaveId: 0 })),
      file('f-unknown-field.json', own({ colour: 'red' })),
      file('g-good.json', own()),
    ];
    const dropped = readDroppedProfiles(files, shipped);
    expect(dropped.drivers.map(({ id }) => id)).toEqual(['profile:mine-co']);
    expect(reasons(dropped)).toEqual(files.slice(0, -1).map(({ name }) => [name, 'bad_profile']));
    expect(dropped.refused.every(({ fault }) => fault.file !== undefined && fault.detail !== '')).toBe(true);
  });

  test('never takes a known id: not of what is shipped, not of another file, not twice in its own', () => {
    const dropped = readDroppedProfiles(
      [
        file('a.json', own()),
        file('b.json', own({ name: 'another' })),
        file('c.json', own({ id: 'sen07xx' })),
        file('d.json', { profiles: [own({ id: 'twice' }), own({ id: 'twice' })] }),
      ],
      shipped,
    );
    expect(dropped.drivers).toHaveLength(1);
    expect(reasons(dropped)).toEqual(['b.json', 'c.json', 'd.json'].map((name) => [name, 'profile_id_taken']));
  });

  test('is kept beside the bytes it heard, so that they are decoded without its file, and only by the same content', () => {
    const [driver] = readDroppedProfiles([file('co.json', own())], shipped).drivers;
    if (!driver) throw new Error('no driver');
    const source = captureSourceOf(driver, orThrow(driver.prepare({})));
    expect(recordedDriver(source)).toMatchObject({
      ok: true,
      value: { driver: { id: driver.id, version: driver.version } },
    });
    const [changed] = readDroppedProfiles([file('co.json', own({ name: 'changed' }))], shipped).drivers;
    expect(recordedDriver({ ...source, driverVersion: changed?.version ?? '' })).toMatchObject({
      fault: { code: 'driver_version_absent' },
    });
  });
});
