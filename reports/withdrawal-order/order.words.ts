import type { ResumeStep, ToldPost } from '../../vocabulary/withdrawal.ts';

/** The printed words of a withdrawal order. The paper is Chinese; slots are written `{name}`. */
export const orderWords = {
  heading: '煤矿安全监管行政执法文书',
  title: '撤出作业人员命令书',
  noNumber: '文号待编　一次性编号{mark}',
  withMark: '{number}（一次性编号{mark}）',
  numbersWait: '同一份命令有两个文号：{numbers}，待组长裁定。',
  numbersVoid: '作废文号：{numbers}。',
  numberVoid: '{number}（{reason}）',
  to: '{mine}：',
  found: '{time}，在{place}检查发现：{danger}。',
  foundNoPlace: '{time}，检查发现：{danger}。',
  basis: '依据{basis}，现命令你单位立即停止下列区域的作业，撤出区域内全部人员：',
  noBasis: '现命令你单位立即停止下列区域的作业，撤出区域内全部人员：',
  articleUnset: '第〔条号待核〕条',
  until: '险情未经确认消除，人员不得进入上述区域，不得恢复作业。',
  labels: {
    issuedAt: '下达时间',
    issuedBy: '下达人',
    people: '人数',
    told: '通知',
    cleared: '全部撤出时间',
    resume: '恢复作业条件',
    done: '恢复前检查',
    allowed: '允许恢复作业时间',
    photos: '凭据照片',
  },
  before: '撤离前{n}人',
  out: '已撤出{n}人',
  missing: '尚有{n}人未撤出',
  nobodyMissing: '无人滞留',
  notCounted: '撤离前　　　人，已撤出　　　人',
  blank: '　　　　　　',
  toldLine: '{post}{name} {time}',
  source: '人数来源：{source}',
  needsCheck: '依据中标“条号待核”的条款还没有核对正式文本，核对后补正。',
  draftWhy: '本命令所依据的{count}处条文号还没有按正式文本填上。撤人不等条文号，填上以后重印本命令：',
  voided: '本命令已于{time}作废，理由：{reason}。',
  none: '本次检查没有下达撤人命令。',
} as const;

export const postWords = {
  dispatcher: '调度室',
  dutyLeader: '带班矿领导',
  teamLeader: '班组长',
  safetyInspector: '安检员',
  mineHead: '矿主要负责人',
} as const satisfies Record<ToldPost, string>;

export const stepWords = {
  danger: '险情确认消除',
  patrol: '地表巡查完毕',
  ventilation: '通风正常',
  power: '供电正常',
  drainage: '排水正常',
} as const satisfies Record<ResumeStep, string>;
