import type { DemoTeam } from './team.ts';

const unknownReason = '矿方未提供';
const gapReason = '演示只查这几项';
/** Who adjusts the instruments of the demo. */
export const demoTechnician = '韩立新（示例）';
const document = '演示凭据';

/** The two teams of the demo. People, mines and numbers are invented. */
export const demoTeams: readonly [DemoTeam, DemoTeam] = [
  {
    folder: 'team-a',
    principal: 'team03-dev1@jingxun',
    person: { name: '赵远山', certificateNo: '14-0312-0087', team: '省督查三组' },
    second: { name: '王晓岚', certificateNo: '14-0312-0091' },
    mine: '青石沟煤矿（示例）',
    headingName: '15105回风顺槽掘进工作面',
    unitHead: '孙志强',
    words: { fact: '探水钻孔超前距27.5 m，小于30 m。', unknownReason, gapReason, document },
  },
  {
    folder: 'team-b',
    principal: 'team07-dev1@jingxun',
    person: { name: '高志平', certificateNo: '14-0707-0015', team: '省督查七组' },
    second: { name: '李树新', certificateNo: '14-0707-0022' },
    mine: '石盘煤矿（示例）',
    headingName: '9203运输顺槽掘进工作面',
    unitHead: '周福来',
    words: { fact: '探水钻孔超前距27.5 m，小于30 m。', unknownReason, gapReason, document },
  },
];

/** The steps as a person reads them while they run. */
export const stepWords = {
  authority: { zh: '省里的签发钥匙已做好', en: 'the authority key of the province is made' },
  enrolled: { zh: '{team}：证书已签发', en: '{team}: certificate issued' },
  live: { zh: '{team}：两台检测仪在串口上有读数', en: '{team}: two detectors are read over serial lines' },
  answered: {
    zh: '{team}：一项合格、一项不合格、一项查不清',
    en: '{team}: a pass, a fail and an unknown are recorded',
  },
  'over-range': {
    zh: '{team}：iTrans 超量程，按最高级记下，不当作数',
    en: '{team}: the iTrans went over its range; kept as the gravest word, not as a number',
  },
  signed: { zh: '{team}：已签字封存', en: '{team}: signed and sealed' },
  exported: { zh: '{team}：已交包 {events} 条', en: '{team}: bundle of {events} entries exported' },
  stock: { zh: '{tool} 核验 {file}：{answer}', en: '{tool} on {file}: {answer}' },
  merged: { zh: '两种先后次序合并，指纹一致：{hash}', en: 'merged in both orders with equal hashes: {hash}' },
  replayed: {
    zh: '{team}：原始字节重放一遍，{readings} 个读数与记录逐字节一致',
    en: '{team}: the raw bytes replayed give all {readings} readings again, byte for byte',
  },
  tampered: {
    zh: '改过一个字的包被拒收（{code}），数据没有变化',
    en: 'the bundle with one altered letter is refused ({code}); nothing changed',
  },
  summary: { zh: '全部文件在 {folder}，用时 {seconds} 秒', en: 'all files are in {folder}; it took {seconds} s' },
  accepted: { zh: '通过', en: 'accepted' },
  refused: { zh: '不通过', en: 'refused' },
  absent: { zh: '本机没有这个程序', en: 'not found on this machine' },
} as const;
