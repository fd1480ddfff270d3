import type { Link } from '../../../drivers/driver.ts';
import type { OpenTransport, Timers, Transport } from '../../../drivers/session/create-session.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { ok, type Result } from '../../../vocabulary/result.ts';

/** Why listening ended: the time was over, the listener had enough, or the line went away. */
export type Ending = { readonly kind: 'over' | 'enough' } | { readonly kind: 'lost'; readonly cause: string };

/** A line open at one speed, listened to in turns. */
export interface OpenLine {
  /** Hears for so long; `hear` gives true once it has heard enough. */
  readonly listen: (ms: number, hear: (bytes: Uint8Array) => boolean) => Promise<Ending>;
  readonly write: (bytes: Uint8Array) => void;
  /** Ends what is listening now. */
  readonly interrupt: () => void;
  readonly close: () => Promise<void>;
}

/** Opens the line once; what arrives between two turns of listening is not forgotten. Faults are those of the port. */
export async function openLine(open: OpenTransport, link: Link, timers: Timers): Promise<Result<OpenLine>> {
  let waiting: Uint8Array[] = [];
  let turn: { readonly hear: (bytes: Uint8Array) => void; readonly end: (ending: Ending) => void } | null = null;
  let gone: Ending | null = null;
  const opened = await open(link, {
    bytes: (bytes) => {
      if (turn) turn.hear(bytes);
      else waiting.push(bytes);
    },
    lost: (cause) => {
      gone = { kind: 'lost', cause };
      turn?.end(gone);
    },
  });
  if (!opened.ok) return opened;
  const transport: Transport = opened.value;
  return ok({
    listen: (ms, hear) =>
      new Promise((resolve) => {
        if (gone) return resolve(gone);
        const end = (ending: Ending) => {
          cancel();
          turn = null;
          resolve(ending);
        };
        const cancel = timers.after(ms, () => end({ kind: 'over' }));
        const own = { hear: (bytes: Uint8Array) => void (hear(bytes) && end({ kind: 'enough' })), end };
        turn = own;
        for (const bytes of waiting.splice(0)) {
          if (turn === own) own.hear(bytes);
          else waiting = [...waiting, bytes];
        }
      }),
    write: (bytes) => transport.write(bytes),
    interrupt: () => turn?.end({ kind: 'enough' }),
    close: () => transport.close(),
  });
}

export const lostFault = (path: string, cause: string): Fault => ({ code: 'port_absent', path, detail: cause });
