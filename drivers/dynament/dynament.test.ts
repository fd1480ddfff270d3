import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { acceptDriver } from '../acceptance/accept-driver.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { LISTEN_BEFORE_ASKING_MS } from '../session/opening-ear.ts';
import { createDynamentDevice } from '../simulator/dynament-device.ts';
import { always, measuring } from '../simulator/simulated-device.ts';
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
    [{ unit: '%VOL', full_scale: 5 }, 'gas_unknown 0.75'],
    [{ gas: 'CH4', unit: '%VOL' }, 'full_scale_unknown 0.75'],
  ])('with no more set than %o there is no number', (settings, detail) => {
    expect(read(settings)).toMatchObject({ quality: 'invalid', detail });
  });

  test.each(['101901', '1019051019', 'ff10191016'])(
    'a true answer counts although noise that looks like a refusal came before it: %s',
    async (noise) => {
      const bench = createBench(orThrow(dynamentDriver.prepare({ gas: 'CH4', unit: '%VOL', full_scale: 5 })));
      const script = always(measuring('0.75'), { kind: 'noise_before', hex: noise });
      bench.plugIn(createDynamentDevice({ script, startAt: bench.now }));
      await bench.session.start();
      await bench.run(LISTEN_BEFORE_ASKING_MS + 3200);
      const values = bench.items.flatMap((item) => (item.kind === 'reading' ? [item.reading.value] : []));
      expect(values).toEqual(Array(4).fill({ quality: 'ok', amount: '0.75', unit: '%VOL' }));
      expect(bench.sent).toHaveLength(4);
    },
  );

  test('a refusal with nothing behind it ends the question, which is asked again with the next poll', async () => {
    const bench = createBench(orThrow(dynamentDriver.prepare({})));
    const refusing = createDynamentDevice({
      script: always(measuring('0.75'), { kind: 'silent' }),
      startAt: bench.now,
    });
    bench.plugIn(refusing);
    await bench.session.start();
    await bench.run(LISTEN_BEFORE_ASKING_MS + 10);
    bench.inject(Uint8Array.of(0x10, 0x19, 2));
    await bench.run(980);
    expect(bench.items.filter((item) => item.kind === 'fault')).toMatchObject([{ fault: { code: 'nak', reason: 2 } }]);
    expect(bench.sent).toHaveLength(1);
    await bench.run(20);
    expect(bench.sent).toHaveLength(2);
  });

  test('a refusal is named with its reason, an acknowledgement is no answer to a read', () => {
    const { talk } = orThrow(dynamentDriver.prepare({}));
    if (talk.kind !== 'poll') throw new Error('dynament is polled');
    expect(talk.first.judge(Uint8Array.of(0x10, 0x19, 2))).toMatchObject({ fault: { code: 'nak', reason: 2 } });
    expect(talk.first.judge(Uint8Array.of(0x10, 0x16))).toMatchObject({ fault: { code: 'unknown_frame' } });
  });
});
