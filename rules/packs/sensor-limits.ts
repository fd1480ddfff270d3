import { article, tableOf } from './documents.words.ts';
import type { PackData } from './pack.ts';

/** Methane sensors, art. 498 table 18: place, alarm, cut, re-power, how it was read, and whether it needs an expert. */
const settings = [
  ['face', '1.0', '1.5', '1.0', 'text', false],
  ['returnCorner', '1.0', '1.5', '1.0', 'text', false],
  ['faceReturn', '1.0', '1.0', '1.0', 'text', false],
  ['faceReturnMiddle', '1.0', '1.0', '1.0', 'memory-medium', false],
  ['faceIntakeOutburst', '0.5', '0.5', '0.5', 'memory-medium', true],
  ['seriesFaceIntake', '0.5', '0.5', '0.5', 'text', false],
  ['shearer', '1.0', '1.5', '1.0', 'text', false],
  ['headingFace', '1.0', '1.5', '1.0', 'text', false],
  ['headingReturn', '1.0', '1.0', '1.0', 'text', false],
  ['headingMiddle', '1.0', '1.0', '1.0', 'memory-medium', true],
  ['headingIntakeOutburst', '0.5', '0.5', '0.5', 'memory-medium', true],
  ['seriesLocalFan', '0.5', '0.5', '0.5', 'text', false],
  ['continuousMiner', '1.0', '1.5', '1.0', 'memory-high', false],
  ['districtReturn', '1.0', '1.0', '1.0', 'memory-high', false],
  ['mainReturn', '0.75', null, null, 'memory-high', false],
  ['trolleyLoading', '0.5', '0.5', '0.5', 'text', false],
  ['batteryLoco', '0.5', '0.5', '0.5', 'memory-high', false],
  ['dieselVehicle', '0.5', '0.5', '0.5', 'memory-high', false],
  ['beltReturnShaft', '0.5', '0.7', '0.7', 'memory-medium', true],
  ['coalBunker', '1.5', '1.5', '1.5', 'memory-medium', true],
  ['surfaceDrainagePumpRoom', '0.5', null, null, 'memory-high', false],
  ['tempPumpStationFence', '1.0', '1.0', '1.0', 'memory-high', false],
] as const;

/** A setting passes when it acts no later than the table; where the table has "–" there is no entry. */
export const sensorLimits: PackData['limits'] = settings.flatMap(
  ([place, alarm, cut, repower, provenance, needsCheck]) =>
    Object.entries({ alarm, cut, repower }).flatMap(([what, value]) =>
      value === null
        ? []
        : [
            {
              key: `sensor.${place}.${what}`,
              value,
              unit: '%',
              comparator: '<=' as const,
              article: article(498) + tableOf(18),
              provenance,
              needsCheck,
            },
          ],
    ),
);
