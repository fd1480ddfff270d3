import type { PlaceCode } from '../../vocabulary/place.ts';

export type PlaceGroup = 'face' | 'heading' | 'return' | 'near' | 'transport' | 'drainage';

/** The place codes as an inspector looks for them; the words of the groups stand under `live.placeGroups`. */
export const placeGroups: readonly { readonly group: PlaceGroup; readonly codes: readonly PlaceCode[] }[] = [
  {
    group: 'face',
    codes: [
      'faceAirflow',
      'face',
      'returnCorner',
      'faceReturn',
      'faceReturnMiddle',
      'faceIntake',
      'faceIntakeOutburst',
      'seriesFaceIntake',
      'shearer',
    ],
  },
  {
    group: 'heading',
    codes: [
      'headingAirflow',
      'headingFace',
      'headingReturn',
      'headingMiddle',
      'headingIntakeOutburst',
      'seriesLocalFan',
      'continuousMiner',
    ],
  },
  { group: 'return', codes: ['mainReturn', 'wingReturn', 'districtReturn', 'beltReturnShaft'] },
  { group: 'near', codes: ['blastingWithin20m', 'motorWithin20m', 'localAccumulation'] },
  { group: 'transport', codes: ['trolleyLoading', 'batteryLoco', 'dieselVehicle', 'coalBunker', 'chargingRoom'] },
  { group: 'drainage', codes: ['surfaceDrainagePumpRoom', 'tempPumpStationFence', 'other'] },
];
