import { expect, test } from 'vitest';
import { recorderPort } from '../../../electron/ports/recorder-port.ts';
import { type Handlers, servePort } from '../../../electron/ports/serve-port.ts';
import { wirePair } from '../../../electron/ports/wire.ts';
import { fail, ok } from '../../../vocabulary/result.ts';
import { fakeImport } from '../../fake/fake-exchange.ts';
import { fakeId } from '../../fake/fake-ids.ts';
import { connectPorts } from '../../ports/connect.ts';
import { startIntake } from './intake-store.ts';

const intakeOver = (handlers: Partial<Handlers<typeof recorderPort.methods>>) => {
  const [near, far] = wirePair();
  servePort(recorderPort, far, {
    'upload/begin': ({ name }) => ok({ upload: fakeId(name) as never }),
    'upload/chunk': () => ok({ received: 1 }),
    ...handlers,
  } as Handlers<typeof recorderPort.methods>);
  return startIntake(connectPorts(near), () => 7);
};

test('several files are taken one after the other, the newest result first', async () => {
  let running = 0;
  const intake = intakeOver({
    'bundle/import': async ({ upload }) => {
      running++;
      expect(running).toBe(1);
      await Promise.resolve();
      running--;
      return ok(fakeImport(upload));
    },
  });
  await intake.take([new File(['a'], 'a.jxb'), new File(['b'], 'b.jxb')], 'import');
  expect(intake.get().taken.map((one) => one.file)).toEqual(['b.jxb', 'a.jxb']);
  expect(intake.get()).toMatchObject({ running: null, waiting: 0 });
});

test('a fault of one file does not stop the next', async () => {
  let first = true;
  const intake = intakeOver({
    'bundle/import': ({ upload }) => {
      if (!first) return ok(fakeImport(upload));
      first = false;
      return fail({ code: 'disk_full' });
    },
  });
  await intake.take([new File(['a'], 'a.jxb'), new File(['b'], 'b.jxb')], 'import');
  expect(intake.get().taken.map((one) => one.kind)).toEqual(['import', 'fault']);
});
