import type { ItemWords } from '../item.ts';

/** Question, short title and condition of each item of this group. */
export const gasSensorsWords = {
  'gas.sensors.setting': {
    question: {
      zh: '传感器设置和断电范围符合表列？',
      en: 'Do alarm, cut, re-power and power-cut range of the sensor follow the table?',
    },
    title: { zh: '传感器设置', en: 'Sensor settings' },
    condition: null,
  },
  'gas.sensors.compare': {
    question: {
      zh: '传感器与便携仪的差在允许误差内？',
      en: 'Do sensor and portable agree within the allowed difference?',
    },
    title: { zh: '传感器对比', en: 'Sensor comparison' },
    condition: null,
  },
  'gas.sensors.calibration': {
    question: { zh: '传感器按期调校？', en: 'Was the sensor calibrated in time?' },
    title: { zh: '传感器调校', en: 'Sensor calibration' },
    condition: null,
  },
  'gas.sensors.placing': {
    question: {
      zh: '传感器悬挂位置符合要求、没有被挪动遮挡？',
      en: 'Does the sensor hang where it must, not moved or covered?',
    },
    title: { zh: '传感器位置', en: 'Sensor placing' },
    condition: null,
  },
  'gas.sensors.coverage': {
    question: { zh: '应设甲烷传感器的地点都已设置？', en: 'Is there a sensor at every place that must have one?' },
    title: { zh: '应设未设', en: 'Sensors missing' },
    condition: null,
  },
  'gas.sensors.lock-test': {
    question: { zh: '甲烷电闭锁和风电闭锁按期试验？', en: 'Were methane and fan locks tested in time?' },
    title: { zh: '闭锁试验', en: 'Lock tests' },
    condition: null,
  },
  'gas.sensors.data': {
    question: {
      zh: '监控数据按期备份、断电和报警记录可查？',
      en: 'Are monitoring data backed up, alarms and cuts on record?',
    },
    title: { zh: '监控数据', en: 'Monitoring data' },
    condition: null,
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
