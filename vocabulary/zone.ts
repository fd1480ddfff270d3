import { z } from 'zod';
import { scan } from './instrument.ts';
import { decimalString } from './quantity.ts';
import { isoDate } from './time.ts';

/** 三区: where coal may be mined, where it waits, where it may not. */
export const zoneType = z.enum(['mineable', 'deferred', 'forbidden']);
export type ZoneType = z.infer<typeof zoneType>;

const waterKind = z.enum(['roof', 'floor', 'goaf', 'surface']);

/** Far enough for a mine of 1,600 km, near enough that every product of two stays exact. */
const MOST_DM = 2 ** 24;
const decimetres = z.int().min(-MOST_DM).max(MOST_DM);

/** Corners of an outline in decimetres on the mine's own map, to the right and downwards; the last joins the first. */
const outline_dm = z
  .array(z.tuple([decimetres, decimetres]))
  .min(3)
  .max(200);
export type Outline = z.infer<typeof outline_dm>;

const line = z.string().max(200);
const name = z.string().trim().min(1).max(80);
/** A figure of the papers; null: not given, which is not nought. */
const amount = decimalString.refine((text) => !text.startsWith('-')).nullable();

/** A zone as the mine's approved design gives it. `outline_dm` is null while nobody has drawn it. */
export const waterZone = z.strictObject({
  mine: name,
  name,
  /** As it was first recorded: a change moves it on. */
  zoneType,
  waterKind,
  seam: line,
  waterPressure_MPa: amount,
  aquicludeThickness_m: amount,
  inrushCoefficient_MPaPerM: amount,
  demonstrationNo: line,
  approver: line,
  approved_date: isoDate.nullable(),
  validUntil_date: isoDate.nullable(),
  evidence: z.string().max(2000),
  outline_dm: outline_dm.nullable(),
});
export type WaterZone = z.infer<typeof waterZone>;

/** A zone that became another kind of zone, with what shows that it may. */
export const zoneChange = z.strictObject({
  from: zoneType,
  to: zoneType,
  date: isoDate,
  reason: z.string().trim().min(1).max(2000),
  evidence: z.string().max(2000),
  approver: line,
});
export type ZoneChange = z.infer<typeof zoneChange>;

/** Where a face or a heading works, on the same map. */
export const zoneWork = z.strictObject({ mine: name, name, outline_dm: outline_dm });
export type ZoneWork = z.infer<typeof zoneWork>;

const pixel = z.tuple([z.number().min(0).max(50_000), z.number().min(0).max(50_000)]);

/** The mine's plan as a picture, with its size and two points whose distance is known. */
export const zoneMap = z.strictObject({
  mine: name,
  picture: scan,
  width_px: z.int().positive(),
  height_px: z.int().positive(),
  scale: z.strictObject({ a_px: pixel, b_px: pixel, distance_m: z.number().positive().max(100_000) }),
});
export type ZoneMap = z.infer<typeof zoneMap>;
