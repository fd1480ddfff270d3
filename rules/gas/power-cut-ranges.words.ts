import type { SensorLocation } from '../../vocabulary/place.ts';
import type { Provenance } from '../../vocabulary/verdict.ts';
import type { Words } from '../../vocabulary/words.ts';

/** What a sensor has to cut off at its power-cut figure, how that was read, and whether an expert still has to look. */
export interface PowerCutRange {
  readonly words: Words;
  readonly provenance: Provenance;
  readonly needsCheck: boolean;
}

const range = (provenance: Provenance, zh: string, en: string, needsCheck = false): PowerCutRange => ({
  words: { zh, en },
  provenance,
  needsCheck,
});

const faceAndReturn = range(
  'text',
  '工作面及其回风巷内全部非本质安全型电气设备',
  'All equipment that is not intrinsically safe in the face and its return',
);
const heading = range(
  'text',
  '掘进巷道内全部非本质安全型电气设备',
  'All equipment that is not intrinsically safe in the heading',
);
const headingDoubtful: PowerCutRange = { ...heading, provenance: 'memory-medium', needsCheck: true };
const alarmOnly = range('memory-high', '只报警', 'Alarm only');

/** Art. 498 table 18, last column. */
export const powerCutRanges: Readonly<Record<SensorLocation, PowerCutRange>> = {
  face: range(
    'text',
    '工作面及其回风巷内全部非本质安全型电气设备；突出矿井还有进风巷',
    'All equipment that is not intrinsically safe in the face and its return; in outburst mines in its intake too',
  ),
  returnCorner: faceAndReturn,
  faceReturn: faceAndReturn,
  faceReturnMiddle: { ...faceAndReturn, provenance: 'memory-medium' },
  faceIntakeOutburst: range(
    'memory-medium',
    '工作面及其进、回风巷内全部非本质安全型电气设备',
    'All equipment that is not intrinsically safe in the face, its intake and return',
    true,
  ),
  seriesFaceIntake: range(
    'text',
    '被串工作面及其进、回风巷内全部非本质安全型电气设备',
    'All equipment that is not intrinsically safe in the face in series, its intake and return',
  ),
  shearer: range('text', '采煤机电源', 'Power of the shearer'),
  headingFace: heading,
  headingReturn: heading,
  headingMiddle: headingDoubtful,
  headingIntakeOutburst: headingDoubtful,
  seriesLocalFan: range(
    'text',
    '被串掘进巷道内全部非本质安全型电气设备；达到1.5 %时还有局部通风机',
    'All equipment that is not intrinsically safe in the heading in series; at 1.5 % the local fan too',
  ),
  continuousMiner: range('memory-high', '本机电源', 'Power of the machine'),
  districtReturn: range(
    'memory-high',
    '采区回风巷内全部非本质安全型电气设备',
    'All equipment that is not intrinsically safe in the district return',
  ),
  mainReturn: alarmOnly,
  trolleyLoading: range(
    'text',
    '上风流100 m和下风流的架线电机车电源及全部非本质安全型电气设备',
    'Trolley power and all equipment that is not intrinsically safe, 100 m upwind and downwind',
  ),
  batteryLoco: range('memory-high', '机车电源', 'Power of the locomotive'),
  dieselVehicle: range('memory-high', '车辆动力', 'Power of the vehicle'),
  beltReturnShaft: range(
    'memory-medium',
    '井筒内全部非本质安全型电气设备',
    'All equipment that is not intrinsically safe in the shaft',
    true,
  ),
  coalBunker: range(
    'memory-medium',
    '贮煤仓运煤的各类运输设备及其他非本质安全型电源',
    'Transport of the bunker and other power that is not intrinsically safe',
    true,
  ),
  surfaceDrainagePumpRoom: alarmOnly,
  tempPumpStationFence: range('memory-high', '抽采泵站电源', 'Power of the pump station'),
};
