import { randomBytes } from 'node:crypto';
import { drivers, findDriver, withheld } from '../../../drivers/registry.ts';
import { slaveAddress } from '../../../drivers/requests/allowed-request.ts';
import { serialTransport } from '../../../drivers/transports/serial-port.ts';
import { systemClock, systemTimers } from '../../../drivers/transports/system-clock.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { newEntityId } from '../../listener/detectors.ts';
import { Finder } from '../../listener/find/finder.ts';
import type { FindState } from '../../ports/find-models.ts';
import { mustHave, readArguments } from '../arguments.ts';
import type { CliIo, Verb } from '../verb.ts';

const options = { port: { type: 'string' }, family: { type: 'string' }, slave: { type: 'string' } } as const;

/** `find`: listens at every usual speed; asks one read-only question only with `--family`, and only on a silent line. */
export const verb: Verb = {
  name: 'find',
  usage: {
    zh: 'find --port 串口 [--family 仪器 [--slave 站号]]　认一认串口上是什么仪器；不给 --family 就只听不问',
    en: 'find --port PATH [--family NAME [--slave N]] — recognise what hangs on a port; without --family it only listens',
  },
  async run(argv, io) {
    const parsed = readArguments(argv, options);
    if (!parsed.ok) return parsed;
    const { port, family, slave } = parsed.value.values;
    const path = mustHave('port', port);
    if (!path.ok) return path;
    const driver = family === undefined ? null : findDriver(family);
    if (driver && !driver.ok) return driver;
    const address = slave === undefined ? null : slaveAddress.safeParse(Number(slave));
    if (address && !address.success) return fail({ code: 'bad_arguments', detail: '--slave 1..247' });
    const finder = finderOn(path.value, io);
    await finder.listen();
    if (driver?.ok && finder.state.phase === 'silent') await finder.ask([driver.value], address?.data ?? null);
    return conclude(finder.state, io);
  },
};

const finderOn = (path: string, io: CliIo): Finder =>
  new Finder({
    find: newEntityId(randomBytes),
    path,
    open: serialTransport({ path, serialNumber: null }),
    clock: systemClock,
    timers: systemTimers,
    drivers,
    withheld,
    tell: ({ phase, step, steps, baud, driver }) =>
      io.progress([phase, `${step}/${steps}`, baud, driver].filter((part) => part !== null).join(' ')),
  });

function conclude({ phase, path, bytes, found, tried, fault }: FindState, io: CliIo): Result<number> {
  if (phase === 'withheld') return fail({ code: 'driver_withheld', driver: found?.driver });
  io.out({ ok: phase === 'recognised', phase, path, bytes, found, tried, ...(fault ? { fault } : {}) });
  return ok(phase === 'recognised' ? 0 : 1);
}
