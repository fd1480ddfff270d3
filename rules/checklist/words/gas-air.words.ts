import type { ItemWords } from '../item.ts';

const blasting = { zh: '有爆破作业时', en: 'Where blasting is done' };
const diesel = { zh: '有爆破或柴油车时', en: 'Where blasting or diesel vehicles are' };
const charging = { zh: '有充电硐室时', en: 'Where there is a charging room' };

/** Question, short title and condition of each item of this group. */
export const gasAirWords = {
  'gas.air.ch4': {
    question: { zh: '此处甲烷没有达到处置浓度？', en: 'Is methane here below every action figure?' },
    title: { zh: '甲烷', en: 'Methane' },
    condition: null,
  },
  'gas.air.co2': {
    question: { zh: '此处二氧化碳没有达到处置浓度？', en: 'Is carbon dioxide here below every action figure?' },
    title: { zh: '二氧化碳', en: 'Carbon dioxide' },
    condition: null,
  },
  'gas.air.co': {
    question: { zh: '此处一氧化碳不超过限值？', en: 'Is carbon monoxide here within its limit?' },
    title: { zh: '一氧化碳', en: 'Carbon monoxide' },
    condition: null,
  },
  'gas.air.h2s': {
    question: { zh: '此处硫化氢不超过限值？', en: 'Is hydrogen sulphide here within its limit?' },
    title: { zh: '硫化氢', en: 'Hydrogen sulphide' },
    condition: null,
  },
  'gas.air.no2': {
    question: { zh: '氮氧化物不超过限值？', en: 'Are nitrogen oxides within their limit?' },
    title: { zh: '氮氧化物', en: 'Nitrogen oxides' },
    condition: diesel,
  },
  'gas.air.so2': {
    question: { zh: '二氧化硫不超过限值？', en: 'Is sulphur dioxide within its limit?' },
    title: { zh: '二氧化硫', en: 'Sulphur dioxide' },
    condition: { zh: '有自燃、爆破时', en: 'Where coal heats or blasting is done' },
  },
  'gas.air.nh3': {
    question: { zh: '氨不超过限值？', en: 'Is ammonia within its limit?' },
    title: { zh: '氨', en: 'Ammonia' },
    condition: blasting,
  },
  'gas.air.o2-intake': {
    question: { zh: '工作面进风的氧气不低于限值？', en: 'Is the oxygen of the face intake high enough?' },
    title: { zh: '进风氧气', en: 'Intake oxygen' },
    condition: null,
  },
  'gas.air.co2-intake': {
    question: {
      zh: '工作面进风的二氧化碳不超过限值？',
      en: 'Is the carbon dioxide of the face intake within its limit?',
    },
    title: { zh: '进风二氧化碳', en: 'Intake CO₂' },
    condition: null,
  },
  'gas.air.h2-charging': {
    question: {
      zh: '充电硐室（含局部积聚）的氢气不超过限值？',
      en: 'Is hydrogen of the charging room within its limit?',
    },
    title: { zh: '充电硐室氢气', en: 'Charging-room H₂' },
    condition: charging,
  },
  'gas.air.temperature': {
    question: { zh: '此处气温不超过限值？', en: 'Is the air here cool enough?' },
    title: { zh: '采掘面气温', en: 'Face temperature' },
    condition: null,
  },
  'gas.air.temperature-chamber': {
    question: { zh: '机电设备硐室的气温不超过限值？', en: 'Is the air of the machine chambers cool enough?' },
    title: { zh: '硐室气温', en: 'Chamber temperature' },
    condition: { zh: '有机电设备硐室时', en: 'Where there are machine chambers' },
  },
  'gas.air.speed-face': {
    question: { zh: '采煤工作面风速在规定范围内？', en: 'Is the air speed of the face within its bounds?' },
    title: { zh: '采煤面风速', en: 'Face air speed' },
    condition: null,
  },
  'gas.air.speed-heading': {
    question: { zh: '掘进工作面风速在规定范围内？', en: 'Is the air speed of the heading within its bounds?' },
    title: { zh: '掘进面风速', en: 'Heading air speed' },
    condition: null,
  },
  'gas.air.speed-main': {
    question: {
      zh: '矿井主要进、回风巷的风速不超过限值？',
      en: 'Is the air speed of the main airways within its limit?',
    },
    title: { zh: '主要风巷风速', en: 'Main airway speed' },
    condition: null,
  },
  'gas.air.speed-district': {
    question: {
      zh: '采区进、回风巷的风速不超过限值？',
      en: 'Is the air speed of the district airways within its limit?',
    },
    title: { zh: '采区风巷风速', en: 'District air speed' },
    condition: null,
  },
  'gas.air.repower': {
    question: {
      zh: '因甲烷断电的设备，甲烷降到限值以下才复电？',
      en: 'Is power given back only below the methane figure?',
    },
    title: { zh: '断电后复电', en: 'Re-powering' },
    condition: { zh: '有因甲烷断电的设备时', en: 'Where equipment was cut off for methane' },
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
