import type { FindState } from '../../electron/ports/find-models.ts';
import type { listenerPort } from '../../electron/ports/listener-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { entityId } from '../../vocabulary/ids.ts';
import { fail, ok } from '../../vocabulary/result.ts';

const find = entityId.parse('f'.repeat(32));
const begun: FindState = {
  find,
  path: '',
  phase: 'listening',
  baud: 115_200,
  driver: null,
  step: 1,
  steps: 4,
  bytes: 0,
  found: null,
  tried: [],
  fault: null,
};
const laser = {
  driver: 'mhz9041a',
  proof: 'named' as const,
  settings: {},
  identity: {},
  gas: 'CH4' as const,
  unit: null,
};

/** On the first port a laser speaks, the second is silent and answers nobody. */
export function fakeFind(
  tell: (state: FindState) => void,
): Pick<Handlers<typeof listenerPort.methods>, 'find/start' | 'find/ask' | 'find/cancel'> {
  let path = '';
  const soon = (change: Partial<FindState>) => setTimeout(() => tell({ ...begun, path, ...change }), 50);
  return {
    'find/start': (ask) => {
      path = ask.path;
      soon(path.endsWith('0') ? { phase: 'recognised', found: laser } : { phase: 'silent', step: 4 });
      return ok({ ...begun, path });
    },
    'find/ask': ({ drivers: [driver = ''] }) => {
      soon({ phase: 'notFound', tried: [{ driver, baud: 9600, outcome: 'no_answer' }] });
      return ok({ ...begun, path, phase: 'asking', driver });
    },
    'find/cancel': () => (path === '' ? fail({ code: 'not_found', what: find }) : ok({})),
  };
}
