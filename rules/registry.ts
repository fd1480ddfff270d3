import { airComposition } from './gas/air-composition.ts';
import { airSpeed } from './gas/air-speed.ts';
import { airTemperature } from './gas/air-temperature.ts';
import { baseConditions } from './gas/base-conditions.ts';
import { ch4Action } from './gas/ch4-action.ts';
import { ch4Repower } from './gas/ch4-repower.ts';
import { checkFrequency } from './gas/check-frequency.ts';
import { co2Action } from './gas/co2-action.ts';
import { coalReserve } from './gas/coal-reserve.ts';
import { desorbableLimit } from './gas/desorbable-limit.ts';
import { detectorCalibration, detectorCertificate } from './gas/detector-dates.ts';
import { detectorCompare, detectorError } from './gas/detector-error.ts';
import { drainageConcentration } from './gas/drainage-concentration.ts';
import { faceDrainageRate, mineDrainageRate } from './gas/drainage-rate.ts';
import { drainageRequired } from './gas/drainage-required.ts';
import { faceAirAndMethane } from './gas/face-air-and-methane.ts';
import { holeSuction } from './gas/hole-suction.ts';
import { localFanRestart } from './gas/local-fan-restart.ts';
import { lockTest } from './gas/lock-test.ts';
import { mineGrade } from './gas/mine-grade.ts';
import { outburstLocal, outburstRegional, outburstTwoCycles } from './gas/outburst-chain.ts';
import { outburstCheckPoints } from './gas/outburst-check-points.ts';
import { outburstFaceIndex } from './gas/outburst-face-index.ts';
import { outburstRegion } from './gas/outburst-region.ts';
import { outburstResidual } from './gas/outburst-residual.ts';
import { outburstSeam } from './gas/outburst-seam.ts';
import { pumpCapacity } from './gas/pump-capacity.ts';
import { pressureFromContent, residualByBalance, residualByPressure } from './gas/residual-content.ts';
import { sensorSetting } from './gas/sensor-setting.ts';
import { toxicLimit } from './gas/toxic-limit.ts';
import { uniformity } from './gas/uniformity.ts';
import { docNumber } from './office/doc-number.ts';
import { standardizationGrade } from './office/standardization-grade.ts';
import type { Rule } from './rule.ts';
import { aquiferRichness } from './water/aquifer-richness.ts';
import { casingPressureTest } from './water/casing-pressure-test.ts';
import {
  anomaliesVerified,
  geophysicsOverlap,
  holeCount,
  permittedAdvance,
  probeCoverage,
  probersCertificated,
  pumpRoomExits,
  releaseCapacity,
  specialists,
} from './water/count-rules.ts';
import {
  causeCleared,
  designApproved,
  jointTestRecent,
  oldMineMapCurrent,
  trainingRecent,
  waterDrillRecent,
} from './water/date-rules.ts';
import { drillLead } from './water/drill-lead.ts';
import { drillPressureControls } from './water/drill-pressure-controls.ts';
import { drillSpacing } from './water/drill-spacing.ts';
import { inrushCoefficient } from './water/inrush-coefficient.ts';
import { signsOfInrush } from './water/inrush-signs.ts';
import { pillarWidth } from './water/pillar-width.ts';
import { pumpsCapacity } from './water/pumps-capacity.ts';
import { staffing } from './water/staffing.ts';
import { sumpCapacity, sumpEmpty } from './water/sump.ts';
import { threeZonesFloor } from './water/three-zones-floor.ts';
import { twoProbesOrder } from './water/two-probes-order.ts';
import { typeClassify } from './water/type-classify.ts';
import { typeCurrent } from './water/type-current.ts';
import { zoneFaces } from './water/zone-faces.ts';

/** Every rule, one line each. */
export const rules: readonly Rule[] = [
  airComposition,
  airSpeed,
  airTemperature,
  baseConditions,
  ch4Action,
  ch4Repower,
  checkFrequency,
  co2Action,
  coalReserve,
  desorbableLimit,
  detectorCalibration,
  detectorCertificate,
  detectorError,
  detectorCompare,
  drainageConcentration,
  faceDrainageRate,
  mineDrainageRate,
  drainageRequired,
  faceAirAndMethane,
  holeSuction,
  localFanRestart,
  lockTest,
  mineGrade,
  outburstRegional,
  outburstLocal,
  outburstTwoCycles,
  outburstCheckPoints,
  outburstFaceIndex,
  outburstRegion,
  outburstResidual,
  outburstSeam,
  pumpCapacity,
  residualByBalance,
  residualByPressure,
  pressureFromContent,
  sensorSetting,
  toxicLimit,
  uniformity,
  aquiferRichness,
  casingPressureTest,
  specialists,
  probersCertificated,
  anomaliesVerified,
  probeCoverage,
  permittedAdvance,
  geophysicsOverlap,
  releaseCapacity,
  holeCount,
  pumpRoomExits,
  trainingRecent,
  waterDrillRecent,
  typeCurrent,
  oldMineMapCurrent,
  jointTestRecent,
  designApproved,
  causeCleared,
  drillLead,
  drillPressureControls,
  drillSpacing,
  inrushCoefficient,
  signsOfInrush,
  pillarWidth,
  pumpsCapacity,
  staffing,
  sumpCapacity,
  sumpEmpty,
  threeZonesFloor,
  twoProbesOrder,
  typeClassify,
  zoneFaces,
  docNumber,
  standardizationGrade,
];
