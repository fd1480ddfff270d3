import type { Gas } from '../../vocabulary/gas.ts';
import { openDetail, readOpenDetail } from '../../vocabulary/open-question.ts';
import { type GasUnit, scaledToDecimal } from '../../vocabulary/quantity.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { countTimes, isAbove } from '../decimal-amount.ts';
import type { DecodedFrame } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { ANSWER, STREAM_CO } from './frame.ts';

const UNIT_PPM = 0x03;
/** Sixteen bits have five digits. */
const MOST_DECIMALS = 5;

/** The profile of the model: an answer to a poll carries a bare count. */
export interface WinsenMeaning {
  readonly gas?: Gas | undefined;
  readonly unit?: GasUnit | undefined;
  readonly scale?: number | undefined;
  readonly full_scale?: number | undefined;
}

/** Either kind of frame as a reading; a kind or unit nobody has confirmed is `unknown_frame` (p3). */
export function parseWinsenFrame(frame: Uint8Array, meaning: WinsenMeaning): Result<DecodedFrame> {
  if (frame[1] === ANSWER) return ok(parseAnswer(frame, meaning));
  const [, kind, unit, decimals = 0] = frame;
  if (kind === STREAM_CO && unit === UNIT_PPM && decimals <= MOST_DECIMALS) return ok(parseStream(frame, meaning));
  return fail({ code: 'unknown_frame', byte1: kind, bytes: toHex(frame) });
}

function parseAnswer(frame: Uint8Array, meaning: WinsenMeaning): DecodedFrame {
  const [, , high = 0, low = 0] = frame;
  const rawCount = high * 256 + low;
  const value = answerValue(rawCount, meaning);
  const reason = value.quality === 'invalid' ? { reason: readOpenDetail(value.detail)?.word ?? value.detail } : {};
  return {
    readings: [{ channel: 'ch1', gas: meaning.gas ?? 'unknown', value, flags: [] }],
    details: { raw_count: rawCount, ...reason },
  };
}

function answerValue(rawCount: number, { gas, unit, scale, full_scale }: WinsenMeaning): ReadingValue {
  const invalid = (detail: string): ReadingValue => ({ quality: 'invalid', unit: unit ?? null, detail });
  // Without a scale there is only a count, and a count is no number.
  const amount = scale === undefined ? null : countTimes(rawCount, scale);
  if (unit === undefined) return invalid(openDetail('unit_unknown', amount));
  if (gas === undefined) return invalid(openDetail('gas_unknown', amount));
  if (amount === null) return invalid('scale_unknown');
  if (full_scale === undefined) return invalid(openDetail('full_scale_unknown', amount));
  if (isAbove(amount, full_scale)) return { quality: 'over_range', unit, detail: 'above_full_scale' };
  return { quality: 'ok', amount, unit };
}

/** A stream frame names gas, unit, decimals and full range itself. */
function parseStream(frame: Uint8Array, meaning: WinsenMeaning): DecodedFrame {
  const [, , , decimals = 0, high = 0, low = 0, rangeHigh = 0, rangeLow = 0] = frame;
  const rawCount = high * 256 + low;
  const fullRange = rangeHigh * 256 + rangeLow;
  const contradicted = (meaning.gas ?? 'CO') !== 'CO' || (meaning.unit ?? 'ppm') !== 'ppm';
  const value = streamValue(rawCount, fullRange, decimals, contradicted);
  return {
    readings: [{ channel: 'ch1', gas: 'CO', value, flags: [] }],
    details: { raw_count: rawCount, full_scale: Number(scaledToDecimal(fullRange, decimals)) },
  };
}

function streamValue(rawCount: number, fullRange: number, decimals: number, contradicted: boolean): ReadingValue {
  if (rawCount > fullRange) return { quality: 'over_range', unit: 'ppm', detail: 'above_full_scale' };
  const amount = scaledToDecimal(rawCount, decimals);
  if (contradicted) return { quality: 'invalid', unit: 'ppm', detail: openDetail('gas_differs_from_setting', amount) };
  return { quality: 'ok', amount, unit: 'ppm' };
}
