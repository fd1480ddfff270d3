import type { BootId, InstrumentId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Clock } from '../../vocabulary/time.ts';
import type { Link, PreparedDriver } from '../driver.ts';
import { DueTimer } from './due-timer.ts';
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
/** A port that neither opens nor fails is given up and tried anew; one that does not close is left to the system. */
const OPEN_MS = 5000;
const CLOSE_MS = 2000;
const LONGEST_HEARING_MS = 1000;

export interface SessionParts {
  readonly prepared: PreparedDriver;
  readonly instrument: InstrumentId;
  readonly boot: BootId;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly open: OpenTransport;
  readonly emit: (item: SessionItem) => void;
  /** Counts the lines of the raw capture, where several sessions write one. */
  readonly nextLine?: () => number;
}

export interface Session {
  /** Opens the line. The result is that of the first try; the session keeps trying every second until stopped. */
  start(): Promise<Result<void>>;
  /** Gives the line up and opens it again, as after a pulled plug. */
  reopen(cause: string): void;
  /** Asks nothing more, hears out what is under way (a second at most), and closes the line. */
  stop(): Promise<void>;
}

/** Runs one device over a real or simulated line: gives the core its time, opens and reopens the line. */
export const createSession = (parts: SessionParts): Session => new LiveSession(parts);

class LiveSession implements Session {
  readonly #parts: SessionParts;
  readonly #core: SessionCore;
  #transport: Transport | null = null;
  #isStopped = false;
  /** Counts the openings: events of an earlier line are ignored, because a closed port may still deliver. */
  #opening = 0;
  #lostWhileOpening: string | null = null;
  readonly #due: DueTimer;
  #cancelReopening = () => {};
  #heardOut: (() => void) | null = null;

  constructor(parts: SessionParts) {
    const { prepared, instrument, boot, emit, nextLine } = parts;
    this.#parts = parts;
    this.#due = new DueTimer(parts.clock, parts.timers, () => {
      this.#core.wake(this.#now());
      this.#arm();
    });
    const write = (bytes: Uint8Array) => this.#transport?.write(bytes);
    this.#core = new SessionCore({ prepared, instrument, boot, emit, write, ...(nextLine ? { nextLine } : {}) });
  }

  start(): Promise<Result<void>> {
    this.#parts.emit({ kind: 'phase', phase: 'opening', fault: null, at: this.#now() });
    return this.#connect();
  }

  async stop(): Promise<void> {
    if (this.#isStopped) return;
    this.#core.hush();
    if (this.#transport !== null && this.#core.isHearing) await this.#hearOut();
    if (this.#isStopped) return;
    this.#core.stop(this.#now());
    this.#isStopped = true;
    this.#cancelTimers();
    const last = this.#transport;
    this.#transport = null;
    if (last) await this.#within(CLOSE_MS, last.close());
  }

  reopen(cause: string): void {
    if (this.#transport !== null && !this.#isStopped) this.#lose(this.#transport, cause);
  }

  #now(): Moment {
    return { wall: this.#parts.clock.wall(), mono: this.#parts.clock.mono() };
  }

  async #connect(): Promise<Result<void>> {
    this.#opening += 1;
    this.#lostWhileOpening = null;
    const events = this.#eventsOf(this.#opening);
    const opening = this.#opening;
    const opened = await this.#openInTime(events);
    if (this.#isStopped || opening !== this.#opening) {
      if (opened.ok) void opened.value.close();
      return fail({ code: 'cancelled' });
    }
    if (!opened.ok) {
      this.#parts.emit({ kind: 'phase', phase: 'lost', fault: opened.fault, at: this.#now() });
      this.#armReopening();
      return opened;
    }
    this.#transport = opened.value;
    this.#core.opened(this.#now());
    this.#arm();
    if (this.#lostWhileOpening !== null) events.lost(this.#lostWhileOpening);
    return ok(undefined);
  }

  /** What opens after it was given up is closed again. */
  async #openInTime(events: TransportEvents): Promise<Result<Transport>> {
    const opening = this.#parts.open(this.#parts.prepared.link, events);
    const opened = await this.#within(OPEN_MS, opening);
    if (opened !== null) return opened;
    void opening.then(async (late) => {
      if (late.ok) await late.value.close();
    });
    return fail({ code: 'port_hung' });
  }

  /** The answer, or null when it does not come in time. */
  #within<T>(ms: number, answer: Promise<T>): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const cancel = this.#parts.timers.after(ms, () => resolve(null));
      answer.then(
        (value) => {
          cancel();
          resolve(value);
        },
        (error: unknown) => {
          cancel();
          reject(error);
        },
      );
    });
  }

  #eventsOf(opening: number): TransportEvents {
    const isCurrent = () => opening === this.#opening && !this.#isStopped;
    return {
      bytes: (bytes) => {
        if (!isCurrent() || this.#transport === null) return;
        this.#hear(bytes, this.#now());
      },
      lost: (cause) => {
        if (!isCurrent()) return;
        if (this.#transport === null) this.#lostWhileOpening = cause;
        else this.#lose(this.#transport, cause);
      },
    };
  }

  #lose(gone: Transport, cause: string): void {
    this.#transport = null;
    this.#opening += 1;
    this.#core.lost(cause, this.#now());
    this.#heardOut?.();
    void gone.close();
    this.#armReopening();
  }

  #hear(bytes: Uint8Array, now: Moment): void {
    this.#core.received(bytes, now, this.#due.lyingSince(this.#core.due, now.mono));
    if (!this.#due.isCatchingUp) this.#arm();
  }

  /** Sets the one timer for what is due next. */
  #arm(): void {
    this.#cancelTimers();
    if (!this.#core.isHearing) this.#heardOut?.();
    const { due } = this.#core;
    if (!this.#isStopped && this.#transport !== null && due !== null) this.#due.arm(due);
  }

  #cancelTimers(): void {
    this.#due.cancel();
    this.#cancelReopening();
  }

  #armReopening(): void {
    this.#cancelTimers();
    if (!this.#isStopped) this.#cancelReopening = this.#parts.timers.after(REOPEN_MS, () => void this.#connect());
  }

  /** Until nothing is under way any more; a line that never ends a frame is not waited for. */
  #hearOut(): Promise<void> {
    return new Promise((resolve) => {
      const giveUp = this.#parts.timers.after(LONGEST_HEARING_MS, resolve);
      this.#heardOut = () => {
        giveUp();
        resolve();
      };
      if (!this.#due.isCatchingUp) this.#arm();
    });
  }
}
