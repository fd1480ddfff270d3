import { byRule } from '../by-rule.ts';
import { itemsOf, noted } from '../item.ts';
import { gasSensorsWords } from '../words/gas-sensors.words.ts';

/** Sensors not set or adjusted as ruled are a major hazard in high-gas mines: the inspector decides. */
const hazard = ['hazard', 'gasMonitoring'] as const;

export const gasSensorsItems = itemsOf('sensors', gasSensorsWords, {
  'gas.sensors.setting': {
    each: 'sensorPlace',
    evidence: ['photo', 'number'],
    criterion: byRule('gas.sensor.setting', { placed: 'sensorLocation', confirm: 'powerCutRangeMet', always: true }),
    severity: 'possible',
    actions: ['rectify'],
    sources: [hazard],
    ruleSources: [['safety', 'sensor.table']],
  },
  'gas.sensors.compare': {
    each: 'sensorPlace',
    evidence: ['detector'],
    criterion: byRule('gas.detector.compare'),
    actions: ['rectify'],
    ruleSources: [['safety', 'compare.hours']],
  },
  'gas.sensors.calibration': {
    each: 'sensorPlace',
    evidence: ['document'],
    criterion: byRule('gas.detector.calibration'),
    severity: 'possible',
    actions: ['rectify'],
    sources: [hazard],
    ruleSources: [['safety', 'calibration.days']],
  },
  'gas.sensors.placing': {
    each: 'sensorPlace',
    evidence: ['photo'],
    criterion: noted('sensorToFace_m', 'sensorToRoof_mm', 'sensorToWall_mm'),
    severity: 'possible',
    actions: ['rectify'],
    sources: [['safety', 'sensor.placing'], hazard],
    needsCheck: true,
  },
  'gas.sensors.coverage': {
    evidence: ['document', 'photo'],
    criterion: noted('sensorsRequired', 'sensorsFound'),
    severity: 'possible',
    actions: ['rectify'],
    sources: [['safety', 'sensor.places'], hazard],
  },
  'gas.sensors.lock-test': {
    each: 'heading',
    evidence: ['document'],
    criterion: byRule('gas.lock.test'),
    actions: ['rectify'],
    ruleSources: [['safety', 'lock.days']],
  },
  'gas.sensors.data': {
    evidence: ['document'],
    actions: ['rectify'],
    sources: [['safety', 'monitor.records']],
  },
});
