import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { acceptDriver } from '../acceptance/accept-driver.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { createDynamentDevice } from '../simulator/dynament-device.ts';
import { dynamentDriver } from './dynament-driver.ts';

acceptDriver(dynamentDriver, {
  settings: { gas: 'CH4', unit: '%VOL', full_scale: 5 },
  device: (script, startAt) => createDynamentDevice({ script, startAt }),
  frames: vectorFrames('p4'),
  // The poll itself and a half of a data frame. Refusals carry no check, so any noise may hold one.
  others: [Uint8Array.of(0x10, 0x13, 6, 0x10, 0x1f, 0, 0x58), Uint8Array.of(0x10, 0x1a, 8, 1, 0, 0)],
});

const read = (settings: object) => {
  const { talk } = orThrow(dynamentDriver.prepare(settings));
  const [frame = new Uint8Array()] = vectorFrames('p4');
  return talk.kind === 'poll' ? orThrow(talk.first.judge(frame)).readings[0]?.value : null;
};

describe('dynament', () => {
  test.each([
    [{ gas: 'CH4', full_scale: 5 }, 'unit_unknown 0.75'],
    [{ unit: '%VOL', full_scale: 5 }, 'gas_unknown'],
    [{ gas: 'CH4', unit: '%VOL' }, 'full_scale_unknown'],
  ])('with no more set than %o there is no number', (settings, detail) => {
    expect(read(settings)).toMatchObject({ quality: 'invalid', detail });
  });

  test('a refusal is named with its reason, an acknowledgement is no answer to a read', () => {
    const { talk } = orThrow(dynamentDriver.prepare({}));
    if (talk.kind !== 'poll') throw new Error('dynament is polled');
    expect(talk.first.judge(Uint8Array.of(0x10, 0x19, 2))).toMatchObject({ fault: { code: 'nak', reason: 2 } });
    expect(talk.first.judge(Uint8Array.of(0x10, 0x16))).toMatchObject({ fault: { code: 'unknown_frame' } });
  });
});
