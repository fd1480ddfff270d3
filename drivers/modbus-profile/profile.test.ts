import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { loadProfiles } from './profile.ts';
import file from './profiles.json' with { type: 'json' };

const [fgd] = file.profiles;
const load = (change: object) => loadProfiles({ profiles: [{ ...fgd, ...change }] });
const [block] = fgd?.blocks ?? [];
const [channel] = fgd?.channels ?? [];
const without = (key: string, from: object = {}) =>
  Object.fromEntries(Object.entries(from).filter(([each]) => each !== key));

describe('a Modbus profile', () => {
  test('that comes with the program is good', () => {
    expect(orThrow(loadProfiles(file)).map(({ id }) => id)).toContain('fgd10a-m');
  });

  test.each<[string, object]>([
    ['has an unknown field', { colour: 'red' }],
    ['writes', { blocks: [{ ...block, function: 6 }] }],
    ['writes several', { blocks: [{ ...block, function: 16 }] }],
    ['speaks to everybody', { slaveId: 0 }],
    ['asks too often', { timing: { pollMs: 100, timeoutMs: 500, retries: 1, gapMs: 10 } }],
    ['asks for too much', { blocks: [{ ...block, count: 126 }] }],
    ['has no unit', { channels: [without('unit', channel)] }],
    ['has no gas', { channels: [without('gas', channel)] }],
    ['has no scale', { channels: [{ ...channel, value: without('scale', channel?.value) }] }],
    ['has two units', { channels: [{ ...channel, unitFrom: { block: 'main', offset: 0, mask: 1, map: {} } }] }],
    ['looks at a register it does not read', { channels: [{ ...channel, value: { ...channel?.value, offset: 2 } }] }],
    ['reads half a number', { channels: [{ ...channel, value: { ...channel?.value, type: 'float32', offset: 1 } }] }],
    ['names a block it does not have', { identity: [{ block: 'other', offset: 0, equals: 1 }] }],
    ['has two blocks of one name', { blocks: [block, block] }],
    ['has a unit nobody knows', { channels: [{ ...channel, unit: 'mg/m3' }] }],
  ])('that %s is refused', (_, change) => {
    expect(load(change)).toMatchObject({ ok: false, fault: { code: 'bad_profile' } });
  });
});
