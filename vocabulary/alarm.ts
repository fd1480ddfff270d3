import { z } from 'zod';
import { gas } from './gas.ts';
import { instrumentId, placeId } from './ids.ts';
import { placeCode } from './place.ts';
import { decimalString } from './quantity.ts';
import { readingValue } from './reading.ts';
import { epochMs } from './time.ts';
import { actionCode, citation } from './verdict.ts';

/** 1: withdraw or over range · 2: any other limit broken · 3: look soon. */
export const alarmLevel = z.literal([1, 2, 3]);
export type AlarmLevel = z.infer<typeof alarmLevel>;

/** Why it alarms: a limit reached, near to one, rising towards one, past the range, a certificate about to end. */
export const alarmWhy = z.enum(['reached', 'near', 'rising', 'overRange', 'certificate']);
export type AlarmWhy = z.infer<typeof alarmWhy>;

/** What the channel showed at a moment: a number with its unit, or the word why there is none. */
const alarmSight = z.strictObject({ at: epochMs, value: readingValue });
export type AlarmSight = z.infer<typeof alarmSight>;

/** Where it alarms; `placeId` and `name` are null where only a kind of place was chosen. */
export const alarmPlace = z.strictObject({ placeId: placeId.nullable(), code: placeCode, name: z.string().nullable() });
export type AlarmPlace = z.infer<typeof alarmPlace>;

/** The limit of the place that is meant, with its source; `comparator` is the one that makes the value reach it. */
const alarmLimit = z.strictObject({
  value: decimalString,
  unit: z.enum(['%VOL', 'ppm']),
  comparator: z.enum(['<', '<=', '>=', '>']),
  citations: z.array(citation),
});

/** Who silenced it, when, and at what value; a worse value sounds again. */
const acknowledgement = z.strictObject({ at: epochMs, by: z.string(), value: readingValue });
export type Acknowledgement = z.infer<typeof acknowledgement>;

/** Put aside by a person for a while: level 3 only. */
const shelving = z.strictObject({ at: epochMs, by: z.string(), reason: z.string().min(1), until: epochMs });
export type Shelving = z.infer<typeof shelving>;

/** The person said that the place of the alarm was left. */
const moving = z.strictObject({ at: epochMs, by: z.string(), place: alarmPlace.nullable() });

/** `cleared`: calm for long enough; `closed`: a person found out otherwise, after its data were lost. */
const ending = z.strictObject({ at: epochMs, how: z.enum(['cleared', 'closed']), by: z.string().nullable() });

/** Everything known of one alarm, from the first value to its end. Each event of it holds the whole, so the newest says all. */
export const alarmFacts = z.strictObject({
  instrument: instrumentId,
  channel: z.string().min(1),
  gas,
  place: alarmPlace.nullable(),
  /** As it stands; `gravest` is what it reached. */
  level: alarmLevel,
  gravest: alarmLevel,
  why: alarmWhy,
  limit: alarmLimit.nullable(),
  actions: z.array(actionCode),
  /** The unit or its basis is not settled, and the strictest reading was taken. */
  strictest: z.boolean(),
  raised: alarmSight,
  peak: alarmSight,
  /** The last that was seen when this was written. */
  last: alarmSight,
  /** How often it came within a minute of having ended. */
  times: z.int().positive(),
  acknowledged: z.array(acknowledgement),
  shelved: z.array(shelving),
  moved: z.array(moving),
  ended: ending.nullable(),
});
export type AlarmFacts = z.infer<typeof alarmFacts>;
