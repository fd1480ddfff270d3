import type { DumpState } from '../../electron/ports/dump-models.ts';
import type { listenerPort } from '../../electron/ports/listener-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { entityId } from '../../vocabulary/ids.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { fakeId } from './fake-ids.ts';

const dump = entityId.parse(fakeId('dump'));

/** The first port is sending its log and does not end, the second is taken. */
export function fakeDump(
  tell: (state: DumpState) => void,
): Pick<Handlers<typeof listenerPort.methods>, 'dump/start' | 'dump/cancel' | 'dump/read'> {
  return {
    'dump/start': ({ path }) => {
      if (!path.endsWith('0')) return fail({ code: 'port_busy', path });
      const begun: DumpState = { dump, path, phase: 'listening', bytes: 0, fault: null };
      setTimeout(() => tell({ ...begun, bytes: 14_812 }), 50);
      return ok(begun);
    },
    'dump/cancel': () => ok({}),
    'dump/read': () => fail({ code: 'not_found', what: dump }),
  };
}
