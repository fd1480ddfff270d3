import { z } from 'zod';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { DecodedFrame, Exchange } from '../driver.ts';
import type { CubicRead } from '../requests/allowed-request.ts';
import { matchCubic, readCubic } from './frame.ts';
import { type CubicMeaning, MEASUREMENT_BYTES, type PropertyCheck, parseMeasurement } from './parse-measurement.ts';
import { checkProperties, parseProperties } from './parse-properties.ts';

const MEASUREMENT = 0x01;
const PROPERTIES = 0x0d;
/** A module that was not yet awake is asked for its properties once more after its first measurement. */
const PROPERTY_TRIES = 2;

const readOf = (command: CubicRead['command']): CubicRead => ({ kind: 'cubic_read', command });

/** The data of a reply to this command; the check has been made by the framer. */
function dataOf(frame: Uint8Array, command: number): Result<Uint8Array> {
  const read = readCubic(frame);
  if (read.kind === 'error') return fail({ code: 'device_error', error: read.error });
  return read.command === command ? ok(read.data) : fail({ code: 'unknown_frame', command: read.command });
}

/** The measurement, poll by poll. */
export function measurementExchange(meaning: CubicMeaning, check: PropertyCheck, triesLeft = 0): Exchange {
  const exchange: Exchange = {
    request: readOf(MEASUREMENT),
    match: matchCubic,
    judge: (frame) => {
      const data = dataOf(frame, MEASUREMENT);
      if (!data.ok) return data;
      if (data.value.length !== MEASUREMENT_BYTES) return fail({ code: 'wrong_length', got: data.value.length });
      return ok(parseMeasurement(data.value, meaning, check));
    },
    next: (outcome) => {
      const asksAgain = outcome.ok && triesLeft > 0;
      return { exchange: asksAgain ? propertyExchange(meaning, triesLeft) : exchange, when: 'later', notice: null };
    },
  };
  return exchange;
}

const properties = z.object({ property_check: z.enum(['agrees', 'unchecked', 'differs']) });

const judgeProperties = (frame: Uint8Array, meaning: CubicMeaning): Result<DecodedFrame> => {
  const data = dataOf(frame, PROPERTIES);
  if (!data.ok) return data;
  const said = parseProperties(data.value);
  if (said === null) return fail({ code: 'device_error', got: data.value.length });
  return ok({ readings: [], details: { ...said, property_check: checkProperties(said, meaning) } });
};

/** The properties, asked once a connection before the first measurement and compared with the settings (p8). */
export function propertyExchange(meaning: CubicMeaning, tries = PROPERTY_TRIES): Exchange {
  const unchecked = measurementExchange(meaning, 'unchecked', tries - 1);
  return {
    request: readOf(PROPERTIES),
    match: matchCubic,
    judge: (frame) => judgeProperties(frame, meaning),
    next: (outcome) => {
      const said = outcome.ok ? properties.safeParse(outcome.value.details) : null;
      const known = said?.success ? measurementExchange(meaning, said.data.property_check) : null;
      // A module that refuses the question will refuse it again.
      return { exchange: known ?? measurementExchange(meaning, 'unchecked'), when: 'now', notice: null };
    },
    afterMiss: unchecked,
  };
}
