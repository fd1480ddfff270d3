import { type Dump, hearDump } from '../../../drivers/dump/hear-dump.ts';
import { fail, ok } from '../../../vocabulary/result.ts';
import type { DumpState } from '../../ports/dump-models.ts';
import type { listenerPort } from '../../ports/listener-port.ts';
import type { Handlers } from '../../ports/serve-port.ts';
import { type DetectorsOptions, newEntityId } from '../detectors.ts';

export type DumpMethod = 'dump/start' | 'dump/cancel' | 'dump/read';

const PIECE_BYTES = 192 * 1024;
const TELL_MS = 250;

interface Running {
  readonly dump: Dump;
  state: DumpState;
  text: Uint8Array | null;
}

/** Texts that instruments send: one at a time, held until the next one begins. */
export function createDumps(
  { clock, timers, openPort, random }: Pick<DetectorsOptions, 'clock' | 'timers' | 'openPort' | 'random'>,
  free: (path: string) => Promise<boolean>,
  tell: (state: DumpState) => void,
) {
  let running: Running | null = null;
  const close = async () => {
    running?.dump.stop();
    await running?.dump.text;
    running = null;
  };
  const begin = (path: string, baud: number): DumpState => {
    let told = Number.NEGATIVE_INFINITY;
    const become = (change: Partial<DumpState>) => {
      own.state = { ...own.state, ...change };
      tell(own.state);
    };
    const heard = (bytes: number) => {
      own.state = { ...own.state, bytes };
      if (clock.mono() - told < TELL_MS) return;
      told = clock.mono();
      tell(own.state);
    };
    const open = openPort({ path, serialNumber: null });
    const own: Running = {
      dump: hearDump({ path, baud, open, timers, heard }),
      state: { dump: newEntityId(random), path, phase: 'listening', bytes: 0, fault: null },
      text: null,
    };
    running = own;
    void own.dump.text.then((text) => {
      if (!text.ok) return become({ phase: 'failed', fault: text.fault });
      own.text = text.value;
      become({ phase: 'done', bytes: text.value.length });
    });
    return own.state;
  };
  const handlers: Pick<Handlers<typeof listenerPort.methods>, DumpMethod> = {
    'dump/start': async ({ path, baud }) => {
      await close();
      return (await free(path)) ? ok(begin(path, baud)) : fail({ code: 'port_busy', path });
    },
    'dump/cancel': async ({ dump }) => {
      if (running?.state.dump !== dump) return fail({ code: 'not_found', what: dump });
      await close();
      return ok({});
    },
    'dump/read': ({ dump, offset }) => {
      const text = running?.state.dump === dump ? running.text : null;
      if (!text) return fail({ code: 'not_found', what: dump });
      const end = offset + PIECE_BYTES;
      const bytes = Buffer.from(text.subarray(offset, end)).toString('base64');
      return ok({ bytes, next: end < text.length ? end : null });
    },
  };
  return { handlers, close };
}
