import type { Gas } from '../../vocabulary/gas.ts';
import type { Principle } from '../../vocabulary/instrument.ts';
import type { PlaceCode } from '../../vocabulary/place.ts';
import type { Quality } from '../../vocabulary/reading.ts';
import type { ActionCode, Provenance } from '../../vocabulary/verdict.ts';
import type { InspectionReport, ReportEvidenceKind, ReportStatus } from '../inspection-report.ts';

/** The printed word of every code. The document is Chinese: it goes to mines and to courts. */
export const statusWords: Record<ReportStatus, string> = {
  pass: '合格',
  fail: '不合格',
  unknown: '查不清',
  notApplicable: '不适用',
  unanswered: '未答',
};

/** What a rule says; where it cannot say, the data are missing and no person was asked. */
export const verdictWords = { pass: '合格', fail: '不合格', unknown: '缺数据', notApplicable: '不适用' } as const;
export const severityWords = { general: '一般', major: '重大' } as const;
export const roleWords = { officer: '检查人员', unitHead: '被检查单位负责人' } as const;

export const kindWords: Record<InspectionReport['kind'], string> = {
  planned: '计划检查',
  special: '专项检查',
  random: '双随机检查',
  unannounced: '突击检查',
};
export const hydroWords: Record<InspectionReport['hydroType'], string> = {
  simple: '简单',
  medium: '中等',
  complex: '复杂',
  extreme: '极复杂',
};

export const evidenceWords: Record<ReportEvidenceKind, string> = {
  photo: '照片',
  document: '资料',
  number: '数值',
  detector: '检测读数',
  signature: '签字',
  interview: '询问',
};

export const gasWords: Record<Gas, string> = {
  CH4: '甲烷',
  CO: '一氧化碳',
  O2: '氧气',
  CO2: '二氧化碳',
  H2S: '硫化氢',
  SO2: '二氧化硫',
  NO2: '二氧化氮',
  NH3: '氨气',
  H2: '氢气',
  HCN: '氰化氢',
  ClO2: '二氧化氯',
  COMB: '可燃气',
  unknown: '气体不明',
  hydrogen: '氢气',
  hydrogen_mixture: '氢混合气',
  light_gas: '轻质气体',
  medium_gas: '中质气体',
  heavy_gas: '重质气体',
};

export const qualityWords: Record<Quality, string> = {
  ok: '正常',
  warmup: '预热',
  calibrating: '正在调校',
  fault: '传感器故障',
  over_range: '超量程',
  under_range: '低于量程',
  invalid: '读数无效',
  missing: '无数据',
  stale: '数据过时',
};

export const actionWords: Record<ActionCode, string> = {
  'stop-work': '停止工作',
  'stop-work-within-20m': '停止20 m以内的工作',
  'stop-electric-drill': '停止用电钻打眼',
  'no-blasting': '严禁爆破',
  'cut-power': '切断电源',
  withdraw: '撤出人员',
  investigate: '查明原因',
  plan: '制定措施',
  treat: '进行处理',
  rectify: '限期整改',
  stopHeading: '停止掘进或回采',
  stopMine: '停产整顿',
  list: '挂牌督办',
};

export const principleWords: Record<Principle, string> = {
  catalytic: '催化',
  interference: '光干涉',
  infrared: '红外',
  laser: '激光',
  electrochemical: '电化学',
  other: '其他原理',
};

export const provenanceWords: Record<Provenance, string> = {
  text: '见原文',
  given: '照读交来',
  'memory-high': '凭记忆，把握大',
  'memory-medium': '凭记忆，把握一般',
  'memory-low': '凭记忆，把握小',
  product: '产品自定',
};

export const placeWords: Record<PlaceCode, string> = {
  mainReturn: '总回风巷',
  wingReturn: '一翼回风巷',
  districtReturn: '采区回风巷',
  faceReturn: '采煤工作面回风巷',
  headingReturn: '掘进工作面回风巷',
  faceAirflow: '采煤工作面风流',
  headingAirflow: '掘进工作面风流',
  blastingWithin20m: '爆破地点附近20 m内',
  motorWithin20m: '电动机附近20 m内',
  localAccumulation: '局部瓦斯积聚处',
  face: '采煤工作面',
  returnCorner: '上隅角',
  faceReturnMiddle: '采煤面回风巷中部',
  faceIntakeOutburst: '突出面进风巷',
  seriesFaceIntake: '串联采煤面进风巷',
  shearer: '采煤机',
  headingFace: '掘进工作面',
  headingMiddle: '掘进巷道中部',
  headingIntakeOutburst: '突出掘进面进风',
  seriesLocalFan: '串联局部通风机前',
  continuousMiner: '连续采煤机',
  trolleyLoading: '架线电机车装煤点',
  batteryLoco: '蓄电池电机车',
  dieselVehicle: '防爆柴油机车',
  beltReturnShaft: '胶带回风井',
  coalBunker: '煤仓',
  surfaceDrainagePumpRoom: '地面抽采泵房',
  tempPumpStationFence: '临时抽采泵站栅栏',
  faceIntake: '采煤工作面进风巷',
  chargingRoom: '充电硐室',
  other: '其他地点',
};
