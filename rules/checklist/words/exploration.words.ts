import type { ItemWords } from '../item.ts';

/** Question, short title and condition of each item of this group. */
export const explorationWords = {
  'water.exploration.must-probe-places': {
    question: { zh: '必须探放水的地点是否全部列出并探放？', en: 'All must-probe places listed and probed?' },
    title: { zh: '必探地点', en: 'Must-probe places' },
    condition: null,
  },
  'water.exploration.every-heading': {
    question: { zh: '是否“有掘必探”？', en: 'Every heading probed?' },
    title: { zh: '有掘必探', en: 'Every heading probed' },
    condition: { zh: '每个掘进工作面', en: 'Each heading' },
  },
  'water.exploration.design-approved': {
    question: { zh: '探放水设计由总工程师审批？', en: 'Design approved by chief engineer?' },
    title: { zh: '设计审批', en: 'Design approved' },
    condition: { zh: '每次探放水', en: 'Each probe' },
  },
  'water.exploration.design-content': {
    question: { zh: '设计有孔位、方位、倾角、深度、套管、避灾路线、排水能力？', en: 'Design complete?' },
    title: { zh: '设计内容', en: 'Design content' },
    condition: { zh: '每次探放水', en: 'Each probe' },
  },
  'water.exploration.geophysics-before-drilling': {
    question: { zh: '是否先物探、后钻探验证？', en: 'Geophysics before drilling?' },
    title: { zh: '先物探后钻探', en: 'Geophysics first' },
    condition: { zh: '每个掘进工作面', en: 'Each heading' },
  },
  'water.exploration.two-methods': {
    question: { zh: '物探、钻探是否同时采用？', en: 'Both methods used?' },
    title: { zh: '两种方法', en: 'Both methods' },
    condition: { zh: '每个掘进工作面', en: 'Each heading' },
  },
  'water.exploration.geophysics-report': {
    question: { zh: '物探成果有结论、异常区圈定、签字？', en: 'Report with anomalies and signatures?' },
    title: { zh: '物探成果报告', en: 'Geophysics report' },
    condition: { zh: '每次物探', en: 'Each survey' },
  },
  'water.exploration.anomaly-verified': {
    question: { zh: '异常区全部钻探验证？', en: 'Each anomaly drilled?' },
    title: { zh: '异常区验证', en: 'Anomalies drilled' },
    condition: { zh: '有异常区时', en: 'Where there are anomalies' },
  },
  'water.exploration.geophysics-overlap': {
    question: { zh: '相邻两次物探搭接够？', en: 'Overlap between surveys?' },
    title: { zh: '物探搭接', en: 'Survey overlap' },
    condition: { zh: '每个掘进工作面', en: 'Each heading' },
  },
  'water.exploration.lead-goaf': {
    question: { zh: '老空不清：超前距≥30 m？', en: 'Lead ≥30 m, unclear goaf?' },
    title: { zh: '老空超前距', en: 'Lead, unclear goaf' },
    condition: { zh: '老空情况不清时', en: 'Where goaf is not clear' },
  },
  'water.exploration.lead-rock': {
    question: { zh: '岩层探水超前距符合水压分级？', en: 'Rock lead by pressure?' },
    title: { zh: '岩层超前距', en: 'Lead in rock' },
    condition: { zh: '岩层中探水时', en: 'When probing in rock' },
  },
  'water.exploration.casing-length': {
    question: { zh: '止水套管长度符合？', en: 'Casing length right?' },
    title: { zh: '止水套管长度', en: 'Casing length' },
    condition: { zh: '预计水压大于0.1 MPa时', en: 'Expected pressure over 0.1 MPa' },
  },
  'water.exploration.casing-test': {
    question: { zh: '套管耐压试验合格？', en: 'Casing test passed?' },
    title: { zh: '套管耐压试验', en: 'Casing test' },
    condition: { zh: '预计水压大于0.1 MPa时', en: 'Expected pressure over 0.1 MPa' },
  },
  'water.exploration.valve-blowout': {
    question: { zh: '闸阀、反压和防喷装置符合？', en: 'Valve and blow-out gear?' },
    title: { zh: '闸阀和防喷装置', en: 'Valve, blow-out gear' },
    condition: { zh: '按预计水压', en: 'By expected pressure' },
  },
  'water.exploration.seam-ban': {
    question: { zh: '煤层内未探放>1 MPa断层、含水层水？', en: 'No >1 MPa water probed in-seam?' },
    title: { zh: '煤层内高压禁探', en: 'No high pressure in seam' },
    condition: { zh: '在煤层内探放时', en: 'When probing in the seam' },
  },
  'water.exploration.hole-spacing': {
    question: { zh: '终孔间距平距≤3 m、厚煤层竖距≤1.5 m？', en: 'End spacing?' },
    title: { zh: '终孔间距', en: 'End spacing' },
    condition: { zh: '老空情况不清时', en: 'Where goaf is not clear' },
  },
  'water.exploration.hole-count': {
    question: { zh: '断裂、岩溶≥3孔且含水体方向≥2；陷落柱底板≥3？', en: 'Hole counts?' },
    title: { zh: '钻孔数量', en: 'Hole count' },
    condition: { zh: '断裂构造、岩溶、陷落柱', en: 'Faults, karst, collapse columns' },
  },
  'water.exploration.end-bore': {
    question: { zh: '终孔孔径≤94 mm？', en: 'End bore?' },
    title: { zh: '终孔孔径', en: 'End bore' },
    condition: { zh: '不兼作注浆孔时', en: 'Where not also for grouting' },
  },
  'water.exploration.advance-board': {
    question: { zh: '允许掘进距离牌与实际进尺相符？', en: 'Permitted advance board true?' },
    title: { zh: '允许掘进牌', en: 'Advance board' },
    condition: { zh: '每个掘进工作面', en: 'Each heading' },
  },
  'water.exploration.actual-holes': {
    question: { zh: '现场孔数、深度与设计、记录一致？', en: 'Holes on site equal records?' },
    title: { zh: '现场孔数核对', en: 'Holes as recorded' },
    condition: { zh: '每次探放水', en: 'Each probe' },
  },
  'water.exploration.fake-records': {
    question: { zh: '有无假钻孔、假记录？', en: 'Fake holes or records?' },
    title: { zh: '假钻孔假记录', en: 'Fake records' },
    condition: null,
  },
  'water.exploration.no-work-while-probing': {
    question: { zh: '探放水时该面未采掘？', en: 'No mining while probing?' },
    title: { zh: '探放时停采掘', en: 'No work while probing' },
    condition: { zh: '每次探放水', en: 'Each probe' },
  },
  'water.exploration.release-within-capacity': {
    question: { zh: '放水量在排水、水仓能力内？', en: 'Release within capacity?' },
    title: { zh: '放水量', en: 'Release in capacity' },
    condition: { zh: '放水时', en: 'While releasing water' },
  },
  'water.exploration.acceptance': {
    question: { zh: '探放完毕验收、封孔、效果评价？', en: 'Accepted, sealed, judged?' },
    title: { zh: '验收和封孔', en: 'Acceptance' },
    condition: { zh: '每次探放水', en: 'Each probe' },
  },
  'water.exploration.three-lines': {
    question: { zh: '积水线、探水线、警戒线上图？', en: 'Three lines on plans?' },
    title: { zh: '三线上图', en: 'Three lines' },
    condition: { zh: '有老空水时', en: 'Where there is goaf water' },
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
