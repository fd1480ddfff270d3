import { z } from 'zod';
import type { FaultCode } from '../../vocabulary/fault.ts';
import type { Exchange, NextStep, StoredEvent } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { eventIndex, type SlaveAddress } from '../requests/allowed-request.ts';
import { askRegisters, moveCursor, type Next, readOf } from './ask.ts';
import { eventBlock, parseDeviceClock, parseEventBlock } from './parse-event.ts';
import { CLOCK, CLOCK_FLAG, EVENT_WORDS, LOGS, type LogName } from './registers.ts';

/** A new event shifts the index; so often the reading begins again. */
const MOST_STARTS = 3;

const block = z.object({ event: eventBlock, raw_hex: z.string() });
type Block = z.infer<typeof block>;
const flag = z.object({ clock_valid: z.boolean() });
const clock = z.object({ device_now: z.string().nullable() });

/** What the reading of a log knows by now. */
interface Progress {
  readonly slave: SlaveAddress;
  readonly log: LogName;
  /** Where to go on when the log is done or cannot be read. */
  readonly live: Exchange;
  readonly starts: number;
  readonly clockValid: boolean;
  readonly deviceNow: string | null;
  readonly total: number;
  readonly events: readonly StoredEvent[];
}

const now = (exchange: Exchange): NextStep => ({ exchange, when: 'now', notice: null });
const noticed = (exchange: Exchange, code: FaultCode, lost?: number): NextStep => ({
  exchange,
  when: 'now',
  notice: { code, ...(lost === undefined ? {} : { lost }) },
});

/** Whatever happened, the cursor goes back to the newest event, and readings go on. */
const restore = ({ slave, live }: Progress): Exchange =>
  moveCursor({ kind: 'ir400_cursor', slave, index: 0 }, () => ({ exchange: live, when: 'later', notice: null }), live);

const orGiveUp =
  (known: Progress, next: (details: unknown) => NextStep): Next =>
  (outcome) =>
    outcome.ok ? next(outcome.value.details) : noticed(restore(known), 'event_log_unavailable');

const ask = (
  known: Progress,
  registers: { readonly register: number; readonly count: number },
  decode: Parameters<typeof askRegisters>[1],
  next: (details: unknown) => NextStep,
): Exchange => askRegisters(readOf(known.slave, registers), decode, orGiveUp(known, next), restore(known));

const decodeBlock = (log: LogName, registers: DataView, frame: Uint8Array): Block => ({
  event: parseEventBlock(registers, log),
  raw_hex: toHex(frame),
});

const readBlock = (known: Progress, next: (block: Block) => NextStep) =>
  ask(
    known,
    { register: LOGS[known.log], count: EVENT_WORDS },
    (registers, frame) => ({ readings: [], details: { ...decodeBlock(known.log, registers, frame) } }),
    (details) => next(block.parse(details)),
  );

/** Reads one log from the power-cycle flag to the cursor's return (p5, "Reading the log"), then goes on with `live`. */
export const readLog = (slave: SlaveAddress, log: LogName, live: Exchange): Exchange =>
  readFlag({ slave, log, live, starts: 0, clockValid: false, deviceNow: null, total: 0, events: [] });

const readFlag = (known: Progress): Exchange =>
  ask(
    known,
    CLOCK_FLAG,
    (registers) => ({ readings: [], details: { clock_valid: registers.getUint16(0) === 1 } }),
    (details) => {
      const { clock_valid: clockValid } = flag.parse(details);
      const next = readClock({ ...known, clockValid });
      return clockValid ? now(next) : noticed(next, 'device_clock_lost');
    },
  );

const readClock = (known: Progress): Exchange =>
  ask(
    known,
    CLOCK,
    (registers) => ({ readings: [], details: { device_now: parseDeviceClock(registers, 0) } }),
    (details) => now(readTotal({ ...known, deviceNow: clock.parse(details).device_now })),
  );

/** The count comes first; every start over begins here. */
const readTotal = (known: Progress): Exchange =>
  readBlock(known, ({ event: { total_count: total, stored, lost } }) => {
    if (stored === 0) return { exchange: known.live, when: 'later', notice: null };
    const next = select({ ...known, total, events: [], starts: known.starts + 1 }, 0, stored);
    return lost > 0 && known.starts === 0 ? noticed(next, 'stored_events_lost', lost) : now(next);
  });

function select(known: Progress, at: number, stored: number): Exchange {
  const index = eventIndex.parse(at);
  const next = () => now(readEvent(known, at, stored));
  return moveCursor({ kind: 'ir400_cursor', slave: known.slave, index }, orGiveUp(known, next), restore(known));
}

const readEvent = (known: Progress, at: number, stored: number): Exchange =>
  readBlock(known, (said) => {
    const grown = { ...known, events: [...known.events, storedEvent(known, at, said)] };
    return now(at + 1 < stored ? select(grown, at + 1, stored) : readTotalAgain(grown));
  });

function storedEvent({ log, clockValid, deviceNow }: Progress, index: number, { event, raw_hex }: Block): StoredEvent {
  const { stored: _, ...said } = event;
  // With a lost clock the times mean nothing: only the order is kept.
  const deviceClock = clockValid ? said.device_clock : null;
  return { log, index, ...said, device_clock: deviceClock, device_now: deviceNow, clock_valid: clockValid, raw_hex };
}

/** Only when the count has not changed was nothing shifted; then, and not before, the events are given. */
const readTotalAgain = (known: Progress): Exchange =>
  ask(
    known,
    { register: LOGS[known.log], count: EVENT_WORDS },
    (registers, frame) => {
      const details = decodeBlock(known.log, registers, frame);
      const events = details.event.total_count === known.total ? known.events : [];
      return { readings: [], details: { ...details }, events };
    },
    (details) => {
      if (block.parse(details).event.total_count === known.total) return now(restore(known));
      return known.starts < MOST_STARTS ? now(readTotal(known)) : noticed(restore(known), 'event_log_unsettled');
    },
  );
