import type { Fault } from '../../vocabulary/fault.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { ChannelReading, DecodedFrame, Driver, JudgeFrame, PreparedDriver } from '../driver.ts';
import { type Cut, createFramer, type Matcher } from '../framing/framer.ts';
import { fromHex } from '../framing/hex.ts';
import { driverForVector } from '../registry.ts';
import type { Vector } from './vector.ts';

/** What a vector decodes to: the keys of `decoded`, `{frames, discarded_bytes}`, `{error}` or `{unsupported}`. */
export type Got = Readonly<Record<string, unknown>>;

/** Decodes one vector with the same framer and judge the session uses. */
export function decodeVector(vector: Vector): Got {
  const driver = driverForVector(vector.protocol, vector.context ?? {});
  if (driver === null) return { unsupported: true };
  const bytes = fromHex(vector.hex);
  if (bytes === null) return errorOf({ code: 'bad_format' });
  if (vector.direction === 'host->device') {
    const request = driver.vectors.readRequest(bytes);
    return request.ok ? { request: request.value } : errorOf(request.fault);
  }
  const listening = listeningFor(driver, vector.context ?? {});
  if (!listening.ok) return errorOf(listening.fault);
  const cuts = cutAll(listening.value.match, slicesOf(bytes, vector.chunks ?? []));
  return gotOf(cuts, listening.value.judge, driver);
}

const errorOf = (fault: Fault): Got => ({ error: fault });

/** Settings are the keys of the context that the driver knows; `request` names the exchange that is answered. */
function listeningFor(
  driver: Driver,
  context: Vector['context'] & object,
): Result<{ match: Matcher; judge: JudgeFrame }> {
  const prepared = prepareFromContext(driver, context);
  if (!prepared.ok) return prepared;
  const talk = prepared.value.talk.kind === 'either' ? prepared.value.talk.poll : prepared.value.talk;
  if (talk.kind === 'stream') return ok(talk);
  const named = typeof context.request === 'string' ? fromHex(context.request) : null;
  const request = named ?? driver.vectors.requestIn?.(context) ?? null;
  return request === null ? ok(talk.first) : talk.answering(request);
}

function prepareFromContext(driver: Driver, context: Readonly<Record<string, unknown>>): Result<PreparedDriver> {
  const known = new Set([...driver.fields.map((field) => field.key), ...(driver.vectors.recordedSettings ?? [])]);
  const found = driver.vectors.settingsIn?.(context) ?? context;
  return driver.prepare(Object.fromEntries(Object.entries(found).filter(([key]) => known.has(key))));
}

function slicesOf(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const ends = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0));
  return [...ends, bytes.length].map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

function cutAll(match: Matcher, slices: readonly Uint8Array[]): Cut[] {
  const framer = createFramer(match);
  return [...slices.flatMap((slice) => framer.push(slice)), ...framer.silence()];
}

function gotOf(cuts: readonly Cut[], judge: JudgeFrame, driver: Driver): Got {
  const results = cuts.flatMap((cut) => resultOf(cut, judge, driver));
  const discarded = cuts.reduce((sum, cut) => sum + (cut.kind === 'noise' ? cut.bytes.length : 0), 0);
  const [only] = results;
  if (only === undefined) return errorOf({ code: driver.vectors.nothingFound });
  return results.length === 1 && discarded === 0 ? only : { frames: results, discarded_bytes: discarded };
}

function resultOf(cut: Cut, judge: JudgeFrame, driver: Driver): Got[] {
  if (cut.kind === 'noise') return [];
  if (cut.kind === 'fault') return [errorOf({ code: cut.code })];
  const judged = judge(cut.bytes);
  return [judged.ok ? frameToGot(judged.value, driver) : errorOf(judged.fault)];
}

function frameToGot(frame: DecodedFrame, driver: Driver): Got {
  const [first] = frame.readings;
  if (driver.vectors.shape === 'channels') {
    return {
      channels: frame.readings.map((each) => ({ id: each.channel, reading: plainReading(each) })),
      ...frame.details,
    };
  }
  return first === undefined ? frame.details : { reading: plainReading(first), ...frame.details };
}

const plainReading = ({ gas, value }: ChannelReading): Got => ({
  gas,
  value: plainValue(value),
  unit: value.unit,
  quality: value.quality,
});

/** A JSON number only where the reading is a measurement. */
export const plainValue = (value: ReadingValue): number | null =>
  value.quality === 'ok' ? Number(value.amount) : null;
