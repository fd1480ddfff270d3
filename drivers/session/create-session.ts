import type { BootId, InstrumentId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Clock } from '../../vocabulary/time.ts';
import type { Link, PreparedDriver } from '../driver.ts';
import { SessionCore } from './session-core.ts';
import type { Moment, SessionItem } from './session-item.ts';

/** An open line to a device. */
export interface Transport {
  /** Hands the bytes to the line; a failing line reports itself by `lost`. */
  write(bytes: Uint8Array): void;
  close(): Promise<void>;
}

export interface TransportEvents {
  bytes(bytes: Uint8Array): void;
  /** The line is gone: hang-up, read error, pulled plug. Called at most once. */
  lost(cause: string): void;
}

/** Opens the line, again and again after it was lost: by serial number where the adapter has one. */
export type OpenTransport = (link: Link, events: TransportEvents) => Promise<Result<Transport>>;

/** Calls back once after so many ms; the returned function calls it off. */
export interface Timers {
  after(ms: number, call: () => void): () => void;
}

const REOPEN_MS = 1000;
const LONGEST_HEARING_MS = 1000;

export interface SessionParts {
  readonly prepared: PreparedDriver;
  readonly instrument: InstrumentId;
  readonly boot: BootId;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly open: OpenTransport;
  readonly emit: (item: SessionItem) => void;
}

export interface Session {
  /** Opens the line. The result is that of the first try; the session keeps trying every second until stopped. */
  start(): Promise<Result<void>>;
  /** Asks nothing more, hears out what is under way (a second at most), and closes the line. */
  stop(): Promise<void>;
}

/** Runs one device over a real or simulated line: gives the core its time, opens and reopens the line. */
export function createSession({ prepared, instrument, boot, clock, timers, open, emit }: SessionParts): Session {
  let transport: Transport | null = null;
  let cancelTimer = () => {};
  let isStopped = false;
  let connection = 0;
  let heardOut: (() => void) | null = null;
  let lostWhileOpening: string | null = null;

  const now = (): Moment => ({ wall: clock.wall(), mono: clock.mono() });
  const core = new SessionCore({ prepared, instrument, boot, emit, write: (bytes) => transport?.write(bytes) });

  const arm = () => {
    cancelTimer();
    if (!core.isHearing) heardOut?.();
    if (isStopped || transport === null || core.due === null) return;
    cancelTimer = timers.after(Math.max(0, core.due - clock.mono()), () => {
      core.wake(now());
      arm();
    });
  };

  const armReopen = () => {
    cancelTimer();
    if (!isStopped) cancelTimer = timers.after(REOPEN_MS, () => void connect());
  };

  /** Events of an earlier connection are ignored: a closed port may still deliver. */
  const eventsOf = (own: number): TransportEvents => ({
    bytes(bytes) {
      if (own !== connection || isStopped || transport === null) return;
      core.received(bytes, now());
      arm();
    },
    lost(cause) {
      if (own !== connection || isStopped) return;
      const gone = transport;
      if (gone === null) {
        lostWhileOpening = cause;
        return;
      }
      transport = null;
      connection += 1;
      core.lost(cause, now());
      heardOut?.();
      void gone.close();
      armReopen();
    },
  });

  const connect = async (): Promise<Result<void>> => {
    connection += 1;
    lostWhileOpening = null;
    const events = eventsOf(connection);
    const opened = await open(prepared.link, events);
    if (isStopped) {
      if (opened.ok) await opened.value.close();
      return fail({ code: 'cancelled' });
    }
    if (!opened.ok) {
      emit({ kind: 'phase', phase: 'lost', fault: opened.fault, at: now() });
      armReopen();
      return opened;
    }
    transport = opened.value;
    core.opened(now());
    arm();
    if (lostWhileOpening !== null) events.lost(lostWhileOpening);
    return ok(undefined);
  };

  /** Until nothing is under way any more; a line that never ends a frame is not waited for. */
  const hearOut = () =>
    new Promise<void>((resolve) => {
      const giveUp = timers.after(LONGEST_HEARING_MS, resolve);
      heardOut = () => {
        giveUp();
        resolve();
      };
      arm();
    });

  return {
    start() {
      emit({ kind: 'phase', phase: 'opening', fault: null, at: now() });
      return connect();
    },
    async stop() {
      if (isStopped) return;
      core.hush();
      if (transport !== null && core.isHearing) await hearOut();
      if (isStopped) return;
      core.stop(now());
      isStopped = true;
      cancelTimer();
      const last = transport;
      transport = null;
      await last?.close();
    },
  };
}
