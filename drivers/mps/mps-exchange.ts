import { z } from 'zod';
import type { WireIdentity } from '../../vocabulary/instrument.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { DecodedFrame, Exchange } from '../driver.ts';
import { compareIdentity } from '../find/identity-setting.ts';
import { toHex } from '../framing/hex.ts';
import type { LelStandard } from '../requests/allowed-request.ts';
import { ANSWER, HEADER_BYTES, INFO, MEASURE, matchMps, STATUS, VERSION } from './frame.ts';
import { parseAnswer } from './parse-answer.ts';
import { EXECUTION_FAILED, OK, statusName } from './status-names.ts';

/** Three answers in a row without a new cycle, 6 s: the sensor is not measuring. */
const REPEATS_OF_AN_IDLE_SENSOR = 3;
const AFTER_START_MS = 2000;

/** What an answer means, and whether this connection may still start the measurement. */
export interface MpsState {
  readonly unit: GasUnit | undefined;
  readonly previousCycle: number | null;
  readonly repeats: number;
  /** The standard the user has confirmed; null: not confirmed, confirmed for another instrument, or done already. */
  readonly start: LelStandard | null;
  /** The instrument for which it was confirmed, as far as known. */
  readonly expects: WireIdentity;
}

/** Status and payload of a reply to this command; without its payload a status is a fault of the device. */
function payloadOf(frame: Uint8Array, command: number, bytes: number): Result<{ status: number; payload: DataView }> {
  const [got, status = 0] = frame;
  if (got !== command) return fail({ code: 'unknown_frame', bytes: toHex(frame) });
  const payload = new DataView(frame.buffer, frame.byteOffset + HEADER_BYTES, frame.length - HEADER_BYTES);
  if (payload.byteLength === bytes && (bytes > 0 || status === OK)) return ok({ status, payload });
  return fail({ code: 'device_status', status, name: statusName(status) });
}

const cycleOf = z.object({ cycle: z.int() });

/** The answer, every period; an idle sensor is started once where the user has confirmed it (p7, "Sequence"). */
export function answerExchange(state: MpsState): Exchange {
  return {
    request: { kind: 'mps_read', command: ANSWER },
    match: matchMps,
    judge: (frame) => {
      const read = payloadOf(frame, ANSWER, 28);
      return read.ok ? ok(parseAnswer(read.value.payload, read.value.status, state.unit, state.previousCycle)) : read;
    },
    next: (outcome) => {
      const grown = afterAnswer(state, outcome);
      const isIdle = grown.repeats >= REPEATS_OF_AN_IDLE_SENSOR || isRefused(outcome);
      if (isIdle && grown.start !== null)
        return { exchange: startExchange(grown, grown.start), when: 'now', notice: null };
      return { exchange: answerExchange(grown), when: 'later', notice: null };
    },
  };
}

const isRefused = (outcome: Result<DecodedFrame>): boolean =>
  !outcome.ok && outcome.fault.code === 'device_status' && outcome.fault.status === EXECUTION_FAILED;

function afterAnswer(state: MpsState, outcome: Result<DecodedFrame>): MpsState {
  if (!outcome.ok) return state;
  const { cycle } = cycleOf.parse(outcome.value.details);
  return { ...state, previousCycle: cycle, repeats: cycle === state.previousCycle ? state.repeats + 1 : 0 };
}

/** Starts continuous measuring, at most once per connection; the standard chosen here fixes the unit. */
export function startExchange(state: MpsState, standard: LelStandard): Exchange {
  const tried = { ...state, start: null };
  const unit = state.unit === '%VOL' ? '%VOL' : (`%LEL(${standard})` as const);
  return {
    request: { kind: 'mps_start', standard },
    match: matchMps,
    judge: (frame) => {
      const read = payloadOf(frame, MEASURE, 0);
      return read.ok ? ok({ readings: [], details: { status: OK, status_name: statusName(OK) } }) : read;
    },
    next: (outcome) =>
      outcome.ok
        ? { exchange: answerExchange({ ...tried, unit }), when: AFTER_START_MS, notice: null }
        : { exchange: answerExchange(tried), when: 'later', notice: null },
    // Whether an unanswered start was heard is not known, so it is never said twice.
    afterMiss: answerExchange(tried),
    isSaidOnce: true,
  };
}

/** The sensor's own status, then its version and who it is, then answers. */
export const statusExchange = (state: MpsState): Exchange => ({
  request: { kind: 'mps_read', command: STATUS },
  match: matchMps,
  judge: (frame) => {
    const read = payloadOf(frame, STATUS, 1);
    if (!read.ok) return read;
    const { status, payload } = read.value;
    const sensorStatus = statusName(payload.getUint8(0));
    return ok({ readings: [], details: { status, status_name: statusName(status), sensor_status: sensorStatus } });
  },
  next: () => ({ exchange: versionExchange(state), when: 'now', notice: null }),
});

export const versionExchange = (state: MpsState): Exchange => ({
  request: { kind: 'mps_read', command: VERSION },
  match: matchMps,
  judge: (frame) => {
    const read = payloadOf(frame, VERSION, 8);
    if (!read.ok) return read;
    const { status, payload } = read.value;
    const numbers = Array.from({ length: payload.byteLength }, (_, at) => payload.getUint8(at));
    const version = (from: number, to: number) => numbers.slice(from, to).join('.');
    const details = { software: version(0, 4), hardware: version(4, 6), protocol: version(6, 8) };
    return ok({ readings: [], details: { status, status_name: statusName(status), ...details } });
  },
  next: () => ({ exchange: infoExchange(state), when: 'now', notice: null }),
  afterMiss: infoExchange(state),
});

const SERIAL_BYTES = 32;
const INFO_BYTES = 68;

/** Who the sensor is: its serial number tells it from another one on the same line. */
export const infoExchange = (state: MpsState): Exchange => ({
  request: { kind: 'mps_read', command: INFO },
  match: matchMps,
  judge: (frame) => {
    const read = payloadOf(frame, INFO, INFO_BYTES);
    if (!read.ok) return read;
    const { status, payload } = read.value;
    const letters = Array.from({ length: SERIAL_BYTES }, (_, at) => String.fromCharCode(payload.getUint8(at)));
    const serial = letters.join('').replace(/\0.*$/s, '').trim();
    const details = { serial_number: serial, sensor_type: payload.getUint32(SERIAL_BYTES, true) };
    return ok({ readings: [], details: { status, status_name: statusName(status), ...details } });
  },
  next: (outcome) => ({
    exchange: answerExchange(startingOnly(state, outcome.ok ? outcome.value.details : {})),
    when: 'now',
    notice: null,
  }),
  afterMiss: answerExchange(startingOnly(state, {})),
});

/** A start is confirmed for one instrument. Behind the same port may be another one by now, or one that does not say. */
function startingOnly(state: MpsState, said: DecodedFrame['details']): MpsState {
  const isKnown = Object.keys(state.expects).length === 0 || compareIdentity(state.expects, said) === 'same';
  return isKnown ? state : { ...state, start: null };
}
