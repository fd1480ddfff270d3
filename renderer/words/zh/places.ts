/** Names of gases, place codes and the kinds an inspection may have. */
export const gases = {
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
} as const;

export const places = {
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
} as const;

/** Places that repeat in the checklist and have no code of their own. */
export const placeKinds = {
  probeSite: '探放水地点',
  pumpRoom: '水泵房和水仓',
  zone: '三区区域',
} as const;

export const inspectionKinds = {
  planned: '计划检查',
  special: '专项检查',
  random: '双随机检查',
  unannounced: '突击检查',
} as const;

export const hydroTypes = { simple: '简单', medium: '中等', complex: '复杂', extreme: '极复杂' } as const;

export const roles = { inspector: '检查员', lead: '组长', province: '省里' } as const;
