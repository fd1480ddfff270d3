import type { FieldKey } from './fields.ts';
import { fromNeighbours, outburstSeam } from './gates.ts';
import type { FieldValues } from './values.ts';

const ofOutburst: readonly FieldKey[] = [
  'areaKind',
  'areaLength_m',
  'areaWidth_m',
  'testPoints',
  'blowoutOrStuckDrill',
  'onsetPressure_MPa',
  'onsetContent_m3PerT',
  'pointAt_m',
];
const ofNeighbours: readonly FieldKey[] = ['faceDrained_m3PerMin', 'faceVentilated_m3PerMin'];

/** Whether a field is asked: what belongs to a criterion that does not apply is left out of the form, never out of the record. */
export function isAsked(key: FieldKey, values: FieldValues): boolean {
  if (key === 'inOutburstSeam') return values.hasOutburstSeam !== false;
  if (ofOutburst.includes(key)) return outburstSeam.says(values) !== false;
  return !ofNeighbours.includes(key) || fromNeighbours.says(values) !== false;
}

/** Without these a verdict can be reached all the same. */
const optional: readonly FieldKey[] = [
  'unitWorking',
  'coalReserve_t',
  'measuredContent_m3PerT',
  'onsetPressure_MPa',
  'onsetContent_m3PerT',
  'pointAt_m',
];
export const isOptional = (key: FieldKey): boolean => optional.includes(key);
