import type { ActionCode, Severity, VerdictStatus } from '../vocabulary/verdict.ts';
import type { Words } from '../vocabulary/words.ts';

/** How verdicts are said in documents; screens use the same words. */
export const statusWords: Readonly<Record<VerdictStatus, Words>> = {
  pass: { zh: '合格', en: 'Pass' },
  fail: { zh: '不合格', en: 'Fail' },
  unknown: { zh: '查不清', en: 'Cannot tell' },
  notApplicable: { zh: '不适用', en: 'Not applicable' },
};

export const severityWords: Readonly<Record<Severity, Words>> = {
  general: { zh: '一般隐患', en: 'General hazard' },
  major: { zh: '重大隐患', en: 'Major hazard' },
};

export const actionWords: Readonly<Record<ActionCode, Words>> = {
  'stop-work': { zh: '停止工作', en: 'Stop work' },
  'stop-work-within-20m': { zh: '20 m 内停止工作', en: 'Stop work within 20 m' },
  'stop-electric-drill': { zh: '停止用电钻打眼', en: 'Stop electric drills' },
  'no-blasting': { zh: '禁止爆破', en: 'No blasting' },
  'cut-power': { zh: '切断电源', en: 'Cut power' },
  withdraw: { zh: '撤出人员', en: 'Withdraw people' },
  investigate: { zh: '查明原因', en: 'Find the cause' },
  plan: { zh: '制定措施', en: 'Make a plan' },
  treat: { zh: '进行处理', en: 'Treat' },
  rectify: { zh: '限期整改', en: 'Rectify by a date' },
  stopHeading: { zh: '停止掘进、回采', en: 'Stop heading or mining' },
  stopMine: { zh: '停产整顿', en: 'Stop the mine' },
  list: { zh: '挂牌督办', en: 'Listed supervision' },
};

/** Entries of a rule's `fails`, `exceeded`, `triggers` and `requirements`. */
export const faultyPartWords: Readonly<Record<string, Words>> = {
  'outburst-seam': { zh: '有突出煤层', en: 'outburst seam' },
  'face-gt-5': { zh: '采煤面涌出量大于 5 m³/min', en: 'face over 5 m³/min' },
  'heading-gt-3': { zh: '掘进面涌出量大于 3 m³/min', en: 'heading over 3 m³/min' },
  'mine-ge-40': { zh: '矿井涌出量达到 40 m³/min', en: 'mine 40 m³/min or more' },
  'mine-by-output': { zh: '按产量应当抽采', en: 'by output' },
  'running-capacity': { zh: '运行泵能力不足', en: 'running pumps too small' },
  'spare-capacity': { zh: '备用泵能力不足', en: 'spare pump too small' },
  'air-speed': { zh: '风速超限', en: 'air speed' },
  'return-methane': { zh: '回风甲烷超限', en: 'return methane' },
  'alarm-late': { zh: '报警值偏高', en: 'alarm too late' },
  'cut-late': { zh: '断电值偏高', en: 'power cut too late' },
  'repower-early': { zh: '复电值偏高', en: 're-power too early' },
  'dedicated-inspector': { zh: '没有专人检查', en: 'no dedicated inspector' },
  'ch4-checks': { zh: '甲烷检查次数不足', en: 'too few methane checks' },
  'co2-checks': { zh: '二氧化碳检查次数不足', en: 'too few carbon dioxide checks' },
  'dry-pump-below-25': { zh: '干式泵浓度低于 25 %', en: 'dry pump below 25 %' },
  'burn-below-30': { zh: '直接燃烧浓度低于 30 %', en: 'burned below 30 %' },
  pressure: { zh: '压力', en: 'pressure' },
  content: { zh: '含量', en: 'content' },
  'blowout-or-stuck': { zh: '有喷孔、顶钻', en: 'blow-out or push-back' },
  anomaly: { zh: '有异常', en: 'anomaly' },
  lead: { zh: '超前距不足', en: 'lead too short' },
  casing: { zh: '套管不足', en: 'casing too short' },
  horizontal: { zh: '平距过大', en: 'horizontal spacing' },
  vertical: { zh: '竖距过大', en: 'vertical spacing' },
  hold: { zh: '稳压时间不足', en: 'held too short' },
  working: { zh: '工作水泵不足', en: 'working pumps' },
  spare: { zh: '备用水泵不足', en: 'spare pumps' },
  'working-plus-spare': { zh: '工作加备用不足', en: 'working plus spare' },
  overhaul: { zh: '检修水泵不足', en: 'overhaul pumps' },
  specialists: { zh: '专业人员不足', en: 'specialists' },
  team: { zh: '没有专门队伍', en: 'no dedicated team' },
  rigs: { zh: '专用钻机不足', en: 'rigs' },
  institution: { zh: '没有专门机构', en: 'no institution' },
  'deputy-chief-engineer': { zh: '没有防治水副总', en: 'no deputy chief engineer' },
  'no-geophysics': { zh: '没有物探', en: 'no geophysics' },
  'no-drilling': { zh: '没有钻探', en: 'no drilling' },
  'drilling-before-geophysics': { zh: '钻探早于物探', en: 'drilling before geophysics' },
  'heading-before-drilling': { zh: '掘进早于钻探', en: 'driving before drilling' },
  'heading-before-geophysics': { zh: '掘进早于物探', en: 'driving before geophysics' },
  'casing-valve-and-test': { zh: '预置套管、装闸阀并做耐压试验', en: 'casing, valve and pressure test' },
  'back-pressure-and-blowout-preventer': { zh: '反压和防喷装置', en: 'back pressure and blow-out preventer' },
};

export const unreadArticle: Words = { zh: '条文号待核', en: 'article not verified' };
export const toBeChecked: Words = { zh: '待核', en: 'Unverified' };
export const noLimitHere: Words = { zh: '此处无限值', en: 'No limit here' };

/** Whole reasons of `unknown`; `missing:` and `quality:` are said by `reason-words.ts`. */
export const reasonWords: Readonly<Record<string, Words>> = {
  'no-pack': { zh: '检查当天没有生效的规则', en: 'no edition in force on the day' },
  'evidence-missing': { zh: '缺凭据', en: 'evidence missing' },
  'lel-basis': { zh: '%LEL 的换算标准没有确认', en: 'basis of %LEL not confirmed' },
  inspector: { zh: '由检查人员判断', en: 'left to the inspector' },
  'no-emission': { zh: '没有瓦斯涌出', en: 'no emission' },
  'invalid-date': { zh: '日期不对', en: 'dates do not fit' },
  'out-of-range': { zh: '超出测量范围', en: 'outside the range' },
  'not-assessed': { zh: '没有测定', en: 'not measured' },
  'comprehensive-judgement': { zh: '要综合判定', en: 'needs overall judgement' },
  'no-probers': { zh: '没有探放水工', en: 'no probers' },
  'suction-not-below-local-pressure': { zh: '负压不小于当地气压', en: 'suction not below local pressure' },
  'minimum-above-maximum': { zh: '最小值大于最大值', en: 'minimum above maximum' },
};

export const qualityWords: Readonly<Record<string, Words>> = {
  warmup: { zh: '仪器预热', en: 'warming up' },
  calibrating: { zh: '仪器校准中', en: 'calibrating' },
  fault: { zh: '仪器故障', en: 'instrument fault' },
  over_range: { zh: '超量程', en: 'over range' },
  under_range: { zh: '低于量程', en: 'under range' },
  invalid: { zh: '读数无效', en: 'invalid reading' },
  missing: { zh: '没有读数', en: 'no reading' },
  stale: { zh: '数据过时', en: 'stale' },
};

export const reasonFrames = {
  missing: { zh: '缺 {what}', en: '{what} is missing' },
  unit: { zh: '单位 {what} 不能换算', en: '{what} cannot be converted' },
} as const satisfies Readonly<Record<string, Words>>;
