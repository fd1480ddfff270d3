import { z } from 'zod';
import { placeId } from './ids.ts';
import { epochMs } from './time.ts';

/** Places with a methane or carbon dioxide action rule (煤矿安全规程 art. 171–174). */
export const actionLocation = z.enum([
  'mainReturn',
  'wingReturn',
  'districtReturn',
  'faceReturn',
  'headingReturn',
  'faceAirflow',
  'headingAirflow',
  'blastingWithin20m',
  'motorWithin20m',
  'localAccumulation',
]);
export type ActionLocation = z.infer<typeof actionLocation>;

/** Places of the methane sensor table (art. 498), and the two where air composition is judged. */
export const sensorLocation = z.enum([
  'face',
  'returnCorner',
  'faceReturn',
  'faceReturnMiddle',
  'faceIntakeOutburst',
  'seriesFaceIntake',
  'shearer',
  'headingFace',
  'headingReturn',
  'headingMiddle',
  'headingIntakeOutburst',
  'seriesLocalFan',
  'continuousMiner',
  'districtReturn',
  'mainReturn',
  'trolleyLoading',
  'batteryLoco',
  'dieselVehicle',
  'beltReturnShaft',
  'coalBunker',
  'surfaceDrainagePumpRoom',
  'tempPumpStationFence',
]);
export type SensorLocation = z.infer<typeof sensorLocation>;

export const placeCode = z.enum([
  ...new Set([...actionLocation.options, ...sensorLocation.options]),
  'faceIntake',
  'chargingRoom',
  'other',
]);
export type PlaceCode = z.infer<typeof placeCode>;

/** What a place is to the checklist: rows asked of each heading, each probing site … repeat at places of that kind. */
export const placeKind = z.enum(['heading', 'face', 'probeSite', 'pumpRoom', 'zone']);
export type PlaceKind = z.infer<typeof placeKind>;

/** A place of an inspection: two headings share a code, never an id. Without `kind` its code says what it is. */
export const place = z.strictObject({
  placeId,
  code: placeCode,
  name: z.string().min(1),
  kind: placeKind.optional(),
});
export type Place = z.infer<typeof place>;

/** The checklists an inspection may work by. */
export const checklistPack = z.enum(['water', 'gas']);
export type ChecklistPack = z.infer<typeof checklistPack>;

/** From when the inspector stood there; it ends where the next begins. */
export const placeInterval = place.extend({ from: epochMs });
export type PlaceInterval = z.infer<typeof placeInterval>;

const KIND_OF_CODE: Partial<Readonly<Record<PlaceCode, PlaceKind>>> = { headingFace: 'heading', face: 'face' };

/** What a place is to the checklist, or null where no row repeats at it. */
export const kindOfPlace = ({ code, kind }: Pick<Place, 'code' | 'kind'>): PlaceKind | null =>
  kind ?? KIND_OF_CODE[code] ?? null;
