/** 抽采, 隐患, 台账, 统计: small but true. */
export const drainage = {
  title: '抽采达标试算',
  note: '填数就判，不存。要入记录，在检查里答相应的项。',
  desorbable: '可解吸瓦斯量',
  faceRate: '工作面抽采率',
  fields: {
    dailyOutput: '日产量',
    desorbableContent: '可解吸瓦斯量',
    emission: '工作面绝对瓦斯涌出量',
    drainageRate: '抽采率',
  },
  date: '按哪天的规定',
  inputs: '输入值',
  waiting: '缺{fields}，这一条暂无判定，不算合格。',
  outcome: { pass: '达标', fail: '不达标', unknown: '缺数据', notApplicable: '不适用' },
  asks: '要求',
  dateBad: '日期写成2026-11-23这样',
  seeBasis: '看依据',
  limitLine: '限值{limit}，实填{value}',
  workingsTitle: '算式',
  notReady: '评判规则没有装好，暂时不能试算。',
} as const;

export const findings = {
  title: '隐患',
  none: '没有隐患记录。检查中答“不合格”后可以记为隐患。',
  goCheck: '去检查',
  all: '全部',
  major: '重大',
  general: '一般',
  columns: { mine: '矿井 · 地点', fact: '问题', severity: '级别', date: '记下', state: '状态' },
  countLine: '{n}条，显示1–{shown}',
  states: { raised: '已记下', unknown: '{state}' },
  filter: '筛选',
} as const;

export const ledger = {
  title: '台账',
  none: '台账是空的。开过检查或接过仪器后，这里会列出来。',
  mines: '矿井',
  minesLine: '查过{n}次，最近{date}',
  noMines: '还没有查过的矿井。',
  instruments: '仪器',
  noInstruments: '还没有登记的仪器。接上检测仪就会登记。',
  columns: { model: '型号', serial: '编号', certificate: '检定证书', until: '有效期到', driver: '协议' },
  noCertificate: '没有登记',
  ended: '已到期，读数不作证据',
  until: '{date}',
} as const;

export const statistics = {
  title: '统计',
  none: '数据太少，画不出趋势：只有{n}次检查。',
  noneAtAll: '还没有检查，没有可统计的。',
  completeness: '应查与已查',
  completenessWhy: '查不清和缺凭据都不算已查清。',
  columns: {
    mine: '矿井',
    date: '日期',
    owed: '应查',
    done: '已答',
    clear: '查清',
    fail: '不合格',
    unknown: '查不清',
    open: '未答',
    signed: '签字',
  },
  total: '合计',
  signedYes: '已签',
  signedNo: '未签',
} as const;
