import { afterEach, expect, test } from 'vitest';
import { createMhz9041aDevice } from '../../../drivers/simulator/mhz9041a-device.ts';
import { always, measuring } from '../../../drivers/simulator/simulated-device.ts';
import { openPty, runDevice } from '../../../drivers/transports/pty.ts';
import { systemClock, systemTimers } from '../../../drivers/transports/system-clock.ts';
import { verb } from './find.ts';

let stop = () => {};
afterEach(() => stop());

async function run(...argv: string[]) {
  const out: unknown[] = [];
  const io = {
    out: (line: unknown) => out.push(line),
    say: () => {},
    progress: () => {},
    language: 'zh',
    env: {},
  } as const;
  return { result: await verb.run(argv, io), out };
}

test('recognises a laser on a real line by listening alone, and sends it nothing even when another kind is named', async () => {
  const device = createMhz9041aDevice({
    script: always(measuring('0.50')),
    startAt: systemClock.mono(),
    periodMs: 300,
  });
  const pty = await openPty();
  stop = runDevice(device, pty, systemClock, systemTimers).stop;
  const { result, out } = await run('--port', pty.path, '--family', 'itrans');
  expect(result).toEqual({ ok: true, value: 0 });
  expect(out).toMatchObject([{ ok: true, phase: 'recognised', found: { driver: 'mhz9041a', gas: 'CH4', unit: null } }]);
  expect(device.trap).toEqual([]);
});

test('says why a port cannot be searched, and refuses what it does not know', async () => {
  const absent = await run('--port', '/dev/jingxun-none');
  expect(absent.result).toEqual({ ok: true, value: 1 });
  expect(absent.out).toMatchObject([{ ok: false, phase: 'failed', fault: { code: 'port_absent' } }]);
  expect((await run('--port', 'x', '--family', 'nothing')).result).toMatchObject({ fault: { code: 'unknown_driver' } });
  expect((await run('--port', 'x', '--family', 'sgx-inir')).result).toMatchObject({
    fault: { code: 'driver_withheld' },
  });
  expect((await run('--port', 'x', '--slave', '300')).result).toMatchObject({ fault: { code: 'bad_arguments' } });
  expect((await run()).result).toMatchObject({ fault: { code: 'bad_arguments' } });
});
