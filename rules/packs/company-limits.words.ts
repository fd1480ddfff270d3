import { sensorLocation } from '../../vocabulary/place.ts';
import type { Words } from '../../vocabulary/words.ts';
import { optionLabels } from '../facts/option-labels.words.ts';

const settings = {
  alarm: { zh: '报警', en: 'alarm' },
  cut: { zh: '断电', en: 'cut-off' },
  repower: { zh: '复电', en: 're-power' },
} as const;

/** `甲烷传感器报警：采煤工作面`, for every setting a table of sensors may have. */
const sensorTitles: Readonly<Record<string, Words>> = Object.fromEntries(
  sensorLocation.options.flatMap((place) =>
    Object.entries(settings).map(([what, words]) => [
      `safety sensor.${place}.${what}`,
      {
        zh: `甲烷传感器${words.zh}：${optionLabels[place]?.zh}`,
        en: `Methane sensor ${words.en}: ${optionLabels[place]?.en}`,
      },
    ]),
  ),
);

/** The limits that a mine may make stricter, as `family key`, in the order of the list a person goes through. */
export const companyLimitTitles: Readonly<Record<string, Words>> = {
  'safety ch4.mainReturn': { zh: '总回风巷、一翼回风巷甲烷', en: 'Methane in the main and wing return' },
  'safety ch4.return': { zh: '采区、采掘工作面回风巷甲烷', en: 'Methane in district, face and heading returns' },
  'safety ch4.drill': { zh: '采掘工作面风流甲烷：停电钻', en: 'Methane in face air: stop electric drills' },
  'safety ch4.blasting': { zh: '爆破地点附近20 m内甲烷：禁止爆破', en: 'Methane within 20 m of a shot: no blasting' },
  'safety ch4.cut': {
    zh: '采掘工作面、电动机附近甲烷：停工断电撤人',
    en: 'Methane at face or motor: stop, cut power, withdraw',
  },
  'safety ch4.accumulation': { zh: '局部瓦斯积聚甲烷', en: 'Methane of a local accumulation' },
  'safety ch4.repower': { zh: '送电前甲烷', en: 'Methane before power is restored' },
  'safety co2.mainReturn': { zh: '总回风巷、一翼回风巷二氧化碳', en: 'Carbon dioxide in the main and wing return' },
  'safety co2.return': {
    zh: '采区、采掘工作面回风巷二氧化碳',
    en: 'Carbon dioxide in district, face and heading returns',
  },
  'safety co2.airflow': { zh: '采掘工作面风流二氧化碳', en: 'Carbon dioxide in face air' },
  'safety air.O2-intake': { zh: '进风流氧气', en: 'Oxygen of the intake' },
  'safety air.CO2-intake': { zh: '进风流二氧化碳', en: 'Carbon dioxide of the intake' },
  'safety air.H2-charging': { zh: '充电硐室氢气', en: 'Hydrogen of the charging room' },
  'safety heat.workface': { zh: '采掘工作面气温', en: 'Air temperature at face and heading' },
  'safety heat.workfaceStop': { zh: '采掘工作面气温：停止作业', en: 'Air temperature at face and heading: stop work' },
  'safety heat.chamber': { zh: '机电设备硐室气温', en: 'Air temperature of machine chambers' },
  'safety heat.chamberStop': { zh: '机电设备硐室气温：停止作业', en: 'Air temperature of machine chambers: stop work' },
  'safety toxic.CO': { zh: '一氧化碳', en: 'Carbon monoxide' },
  'safety toxic.NO2': { zh: '氮氧化物（以二氧化氮计）', en: 'Nitrogen oxides as nitrogen dioxide' },
  'safety toxic.SO2': { zh: '二氧化硫', en: 'Sulphur dioxide' },
  'safety toxic.H2S': { zh: '硫化氢', en: 'Hydrogen sulphide' },
  'safety toxic.NH3': { zh: '氨气', en: 'Ammonia' },
  'safety fan.zoneCH4': { zh: '停风区甲烷：恢复通风前', en: 'Methane of a stopped zone before the fan restarts' },
  'safety fan.zoneCO2': {
    zh: '停风区二氧化碳：恢复通风前',
    en: 'Carbon dioxide of a stopped zone before the fan restarts',
  },
  'safety fan.vicinityCH4': { zh: '局部通风机附近10 m甲烷', en: 'Methane within 10 m of the local fan' },
  'safety fan.mixed': { zh: '排放瓦斯混合处浓度', en: 'Gas where the released air mixes' },
  'drainage desorbable': { zh: '可解吸瓦斯量（按日产量）', en: 'Desorbable gas content (by daily output)' },
  'drainage faceRate': { zh: '工作面瓦斯抽采率（按涌出量）', en: 'Drainage rate of a face (by emission)' },
  'drainage mineRate': { zh: '矿井瓦斯抽采率（按涌出量）', en: 'Drainage rate of the mine (by emission)' },
  'drainage suction.pre-drainage': { zh: '预抽钻孔孔口负压', en: 'Suction of pre-drainage holes' },
  'drainage suction.relieved': { zh: '卸压抽采钻孔孔口负压', en: 'Suction of holes in relieved coal' },
  'drainage uniformity': { zh: '抽采均匀程度', en: 'Evenness of drainage' },
  'drainage face.airSpeed': { zh: '采煤工作面风速', en: 'Air speed of the face' },
  'drainage face.returnCH4': { zh: '采煤工作面回风流甲烷（抽采达标）', en: 'Methane of the face return (drainage)' },
  'outburst region.pressure': { zh: '区域残余瓦斯压力', en: 'Residual gas pressure of a region' },
  'outburst region.content': { zh: '区域残余瓦斯含量', en: 'Residual gas content of a region' },
  'outburst face.K1': { zh: '工作面K₁', en: 'K₁ of the face' },
  'outburst face.S': { zh: '工作面钻屑量S', en: 'Drill cuttings S of the face' },
  'water inrush.damaged': { zh: '突水系数：底板受构造破坏', en: 'Inrush coefficient, floor damaged by structure' },
  'water inrush.whole': { zh: '突水系数：底板完整', en: 'Inrush coefficient, floor whole' },
  'safety lead.goaf': { zh: '探放老空水超前距', en: 'Lead of probing towards old workings' },
  'safety casing.goaf': { zh: '探放老空水套管长度', en: 'Casing length towards old workings' },
  'water lead.rock': { zh: '岩层探水超前距（按水压）', en: 'Lead of probing in rock (by pressure)' },
  'water casing.rock': { zh: '岩层探水套管长度（按水压）', en: 'Casing length in rock (by pressure)' },
  'water pillar.least': { zh: '防隔水煤柱宽度', en: 'Width of a water pillar' },
  ...sensorTitles,
};
