import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Link } from '../driver.ts';
import { MOST_LOG_BYTES } from '../log-import/import-log.ts';
import type { Timers, Transport, TransportEvents } from '../session/create-session.ts';

/** A line that can only be heard: what it gives has no way to send. */
export type OpenToHear = (link: Link, events: TransportEvents) => Promise<Result<Pick<Transport, 'close'>>>;

/** So long a silence after the first byte ends the text (p6, "Serial dump"). */
export const DUMP_SILENCE_MS = 5_000;
/** So long the person has to start it on the instrument. */
const DUMP_WAIT_MS = 120_000;

export interface DumpParts {
  readonly path: string;
  readonly baud: number;
  readonly open: OpenToHear;
  readonly timers: Timers;
  /** How many bytes have come by now. */
  readonly heard: (bytes: number) => void;
}

/** A text on its way over a line. */
export interface Dump {
  /** The bytes as they came. Faults: those of the port, dump_silent, dump_cut, log_too_large, cancelled. */
  readonly text: Promise<Result<Uint8Array>>;
  readonly stop: () => void;
}

/** Hears the text that a person starts on the instrument, until it has been silent for 5 s. Nothing is sent. */
export function hearDump({ path, baud, open, timers, heard }: DumpParts): Dump {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  let cancel = () => {};
  const { promise: ended, resolve: end } = Promise.withResolvers<Fault | null>();
  const listen = (ms: number, why: Fault | null) => {
    cancel();
    cancel = timers.after(ms, () => end(why));
  };
  const events: TransportEvents = {
    bytes: (piece) => {
      bytes += piece.length;
      if (bytes > MOST_LOG_BYTES) return end({ code: 'log_too_large', bytes, most: MOST_LOG_BYTES });
      pieces.push(piece);
      heard(bytes);
      listen(DUMP_SILENCE_MS, null);
    },
    lost: (cause) => end({ code: 'dump_cut', path, bytes, detail: cause }),
  };
  const hear = async (): Promise<Result<Uint8Array>> => {
    const opened = await open({ baudRate: baud, dataBits: 8, parity: 'none', stopBits: 1 }, events);
    if (!opened.ok) return opened;
    if (bytes === 0) listen(DUMP_WAIT_MS, { code: 'dump_silent', path, baud });
    const fault = await ended;
    cancel();
    await opened.value.close();
    return fault ? fail(fault) : ok(new Uint8Array(Buffer.concat(pieces)));
  };
  return { text: hear(), stop: () => end({ code: 'cancelled' }) };
}
