import { exact } from '../rules/decimal.ts';
import { gradeInstrument } from '../rules/instrument/grade-instrument.ts';
import { weigh } from '../rules/workings.ts';
import { alarmFacts } from '../vocabulary/alarm.ts';
import { cameraTime } from '../vocabulary/camera-time.ts';
import { gradeOf } from '../vocabulary/evidence-grade.ts';
import * as ids from '../vocabulary/ids.ts';
import { calibration, certificate, type InstrumentFile } from '../vocabulary/instrument.ts';
import type { DecimalString } from '../vocabulary/quantity.ts';
import { decimalString } from '../vocabulary/quantity.ts';
import { type Reading, reading } from '../vocabulary/reading.ts';
import { epochMs, isoDate } from '../vocabulary/time.ts';
import { type Citation, citation, type Verdict, verdict } from '../vocabulary/verdict.ts';
import type { BundleReport, InspectionReport, ReportAnswer, ReportItem } from './inspection-report.ts';
import { sampleGas } from './sample-gas.ts';
import { sampleSites, sampleZones } from './sample-sites.ts';
import { sampleOrder } from './withdrawal-order/sample-order.ts';

// One inspection in which everything happens once: for the tests of the documents, and to look at.

const start = Date.UTC(2026, 10, 23, 0, 30);
const minute = (minutes: number) => epochMs.parse(start + minutes * 60_000);
const hash = (digit: string) => digit.repeat(64);
const log = ids.logId.parse('5c0ffee15c0ffee15c0ffee15c0ffee1');
const amount = (text: string): DecimalString => decimalString.parse(text);

const cite = (more: Partial<Record<keyof Citation, unknown>>): Citation =>
  citation.parse({
    document: 'rules25',
    title: '《煤矿安全规程》（2025年修订，应急管理部令第17号）',
    article: '第173条',
    formerly: null,
    entries: ['ch4.return'],
    effectiveFrom: '2026-02-01',
    effectiveTo: null,
    provenance: 'text',
    needsCheck: false,
    ...more,
  });
const water = {
  document: 'water2018',
  title: '《煤矿防治水细则》（煤安监调查〔2018〕14号）',
  effectiveFrom: '2018-09-01',
};

const judged = (more: Partial<Record<keyof Verdict, unknown>>): Verdict =>
  verdict.parse({
    rule: 'gas.ch4.action',
    pack: { id: 'rules25', version: 1 },
    outcome: 'below',
    status: 'pass',
    reason: null,
    severity: null,
    source: 'law',
    citations: [cite({})],
    workings: [],
    facts: {},
    actions: [],
    results: {},
    ...more,
  });

const heard = (minutes: number, value: unknown): Reading =>
  reading.parse({
    instrument: 'e'.repeat(32),
    channel: 'ch1',
    gas: 'CH4',
    value,
    time: { wall: minute(minutes), mono: 1000, boot: 'b'.repeat(32) },
  });

let seq = 10;
const answered = (more: Partial<ReportAnswer>): ReportAnswer => {
  seq += 1;
  return {
    outcome: 'pass',
    facts: [],
    verdict: null,
    byCompany: null,
    override: '',
    reason: '',
    note: '',
    author: '赵志强',
    savedAt: minute(seq * 3),
    log,
    seq,
    event: ids.eventId.parse(hash((seq % 10).toString())),
    ...more,
  };
};
const asked = (itemId: string, question: string, more: Partial<ReportItem>): ReportItem => ({
  itemId: ids.itemId.parse(itemId),
  question,
  place: null,
  status: 'pass',
  severity: null,
  missingEvidence: [],
  answer: null,
  evidence: [],
  conflict: [],
  restsOnNotEvidence: false,
  ...more,
});

const team = asked('water.team.dedicated', '是否建立专门探放水作业队伍？', {
  answer: answered({ note: '探放水队38人，花名册与掘进队不重复。' }),
  evidence: [
    {
      kind: 'document',
      label: '探放水队花名册',
      text: '2026年第3号，总工程师签发',
      mime: 'image/jpeg',
      taken: cameraTime.parse('2026-11-22T16:03:41'),
      blob: ids.blobId.parse(hash('a')),
      readings: [],
      grades: [],
      savedAt: minute(30),
    },
  ],
});
const rigs = asked('water.equipment.dedicated-rigs', '是否配齐专用探放水钻机？', {
  status: 'unknown',
  missingEvidence: ['photo'],
  answer: answered({ reason: '钻机在检修硐室，没有照到铭牌' }),
});
const lead = asked('water.exploration.lead-goaf', '老空不清时，探水超前距是否不小于30 m？', {
  place: '3203运输巷掘进工作面',
  status: 'fail',
  severity: 'major',
  answer: answered({
    outcome: 'fail',
    facts: [
      { key: 'lead_m', label: '超前距', value: '24.5', unit: 'm' },
      { key: 'casing_m', label: '套管长度', value: null, unit: 'm' },
      { key: 'goafKnown', label: '老空已查明', value: false, unit: null },
    ],
    verdict: judged({
      rule: 'water.drill.lead',
      outcome: 'short',
      status: 'fail',
      severity: 'major',
      actions: ['stopHeading', 'rectify'],
      workings: [weigh('L', exact('24.5'), { value: '30', comparator: '>=', sense: 'must', unit: 'm' }).working],
      citations: [
        cite({ ...water, article: '第48条' }),
        cite({
          document: 'shanxi270',
          article: null,
          provenance: 'memory-high',
          needsCheck: true,
          effectiveFrom: '2019-12-01',
          title: '《山西省煤矿防治水“三专两探一撤”规定》（晋应急发〔2019〕270号）',
        }),
      ],
    }),
    byCompany: judged({
      rule: 'water.drill.lead',
      source: 'company',
      outcome: 'short',
      status: 'fail',
      workings: [weigh('L', exact('24.5'), { value: '35', comparator: '>=', sense: 'must', unit: 'm' }).working],
      citations: [cite({ document: 'company', title: '《某某煤业探放水管理规定》', article: '第9条' })],
    }),
  }),
});
const overdue = gradeOf(['calibration_overdue']);

const methane = asked('gas.return.ch4', '回风流甲烷是否低于限值？', {
  place: '3203采煤工作面回风巷',
  status: 'fail',
  severity: 'general',
  answer: answered({
    outcome: 'fail',
    facts: [{ key: 'ch4', label: '甲烷', value: { quality: 'over_range' }, unit: '%VOL' }],
    verdict: judged({
      outcome: 'exceeded',
      status: 'fail',
      actions: ['stop-work', 'withdraw', 'cut-power', 'treat'],
      workings: [
        weigh('c(CH₄)', exact(Infinity), { value: '1.0', comparator: '>=', sense: 'triggers', unit: '%' }).working,
      ],
    }),
  }),
  restsOnNotEvidence: true,
  evidence: [
    {
      kind: 'detector',
      label: '红外甲烷检测仪 iTrans',
      text: '',
      blob: null,
      mime: null,
      taken: null,
      savedAt: minute(70),
      readings: [
        heard(68, { quality: 'ok', amount: '0.92', unit: '%VOL' }),
        heard(69, { quality: 'over_range', unit: '%VOL', detail: 'above span' }),
      ],
      grades: [overdue, overdue],
    },
  ],
});
const casing = asked('water.exploration.casing-test', '套管耐压试验是否合格？', {
  status: 'unknown',
  place: '3203运输巷掘进工作面',
  answer: answered({
    outcome: 'unknown',
    reason: '试验记录在地面调度室，井下查不到',
    facts: [{ key: 'testMpa', label: '试验压力', value: null, unit: 'MPa' }],
    verdict: judged({
      rule: 'water.drill.casing',
      outcome: 'unknown',
      status: 'unknown',
      reason: 'missing:testMpa',
      citations: [],
    }),
  }),
});
const rock = asked('water.exploration.lead-rock', '岩层探水超前距是否符合水压分级？', {
  status: 'notApplicable',
  answer: answered({ outcome: 'notApplicable', reason: '本次检查的巷道全部沿煤层布置' }),
});
const probed = asked('water.exploration.every-heading', '是否“有掘必探”？', {
  status: 'fail',
  severity: 'general',
  answer: answered({ outcome: 'fail', override: '探放水台账与现场钻孔不符', author: '李海生' }),
  conflict: [
    { ...answered({}), outcome: 'fail', author: '李海生', shown: true },
    { ...answered({}), outcome: 'pass', author: '赵志强', shown: false },
  ],
});
const drill = asked('water.withdrawal.drill', '当年是否组织撤人演练？', { status: 'unanswered' });

/** A picture of one white dot: what matters is that it is drawn. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQI12P4//8/AAX+Av7czFnnAAAAAElFTkSuQmCC';

/** In date, but last adjusted nineteen days before. */
const papers: InstrumentFile = {
  principle: 'catalytic',
  certificates: [certificate.parse({ no: '晋检2026-0417', from: '2025-11-30', until: '2026-11-29' })],
  calibrations: [
    calibration.parse({
      kind: 'calibration',
      date: '2026-11-04',
      gas: 'CH4',
      standard: { amount: '1.00', unit: '%VOL' },
      asFound: '1.06',
      asLeft: '1.01',
      by: '韩立新',
      certificateNo: 'BQ-2026-118',
    }),
  ],
};

export const sampleInspection: InspectionReport = {
  mine: '山西沁源某某煤业有限公司',
  kind: 'planned',
  hydroType: 'complex',
  date: isoDate.parse('2026-11-23'),
  planNo: '2026-117',
  period: { from: isoDate.parse('2026-11-01'), to: isoDate.parse('2026-11-30') },
  openedAt: minute(0),
  signedAt: minute(300),
  accompanying: ['孙建平（安全矿长）', '周立（总工程师）'],
  officers: [
    { name: '赵志强', certificateNo: '晋04-0117' },
    { name: '李海生', certificateNo: '晋04-0142' },
  ],
  places: [
    { placeId: ids.placeId.parse('1'.repeat(32)), name: '3203运输巷掘进工作面', code: 'headingFace', from: minute(25) },
    { placeId: ids.placeId.parse('2'.repeat(32)), name: '3203采煤工作面回风巷', code: 'faceReturn', from: minute(66) },
    { placeId: ids.placeId.parse('3'.repeat(32)), name: '中央变电所', code: 'other', from: null },
  ],
  groups: [
    { title: '三专：人员、队伍、设备', items: [team, rigs] },
    { title: '两探：物探、钻探', items: [lead, rock, casing, probed] },
    { title: '一撤：撤人', items: [drill] },
    { title: '瓦斯', items: [methane] },
  ],
  draft: [],
  findings: [
    {
      findingId: ids.entityId.parse('f'.repeat(32)),
      itemId: lead.itemId,
      question: lead.question,
      place: lead.place,
      fact: '3203运输巷掘进工作面前方老空不清，探水超前距24.5 m，小于30 m。',
      severity: 'major',
      citations: [cite({ ...water, article: '第48条' })],
      state: '待整改',
      savedAt: minute(75),
      decision: '责令立即停止掘进，补打探水钻孔，经验收合格后方可恢复。',
    },
    {
      findingId: ids.entityId.parse('d'.repeat(32)),
      itemId: methane.itemId,
      question: methane.question,
      place: methane.place,
      fact: '回风流甲烷超量程。',
      severity: 'general',
      citations: [cite({})],
      decision: null,
      state: '已报告',
      savedAt: minute(80),
    },
  ],
  sites: sampleSites,
  zones: sampleZones,
  gas: sampleGas,
  gaps: [
    {
      itemId: casing.itemId,
      question: casing.question,
      place: casing.place,
      reason: '试验记录在地面调度室，井下查不到',
      by: '赵志强',
      at: minute(300),
    },
    {
      itemId: drill.itemId,
      question: drill.question,
      place: null,
      reason: '升井后补查演练记录',
      by: '赵志强',
      at: minute(300),
    },
  ],
  withdrawals: [sampleOrder],
  signoffs: [{ by: '赵志强', at: minute(300), gaps: 2 }],
  signatures: [
    {
      role: 'officer',
      name: '赵志强',
      certificateNo: '晋04-0117',
      savedAt: minute(298),
      refused: null,
      png: { base64: PNG, hash: ids.blobId.parse(hash('7')) },
    },
    {
      role: 'unitHead',
      name: '孙建平',
      certificateNo: '',
      savedAt: minute(300),
      png: null,
      refused: { reason: '对甲烷读数有异议', witness: '周立' },
    },
  ],
  readings: [
    {
      instrument: 'iTrans 2103-117',
      source: null,
      channel: 'ch1',
      gas: 'CH4',
      place: '3203采煤工作面回风巷',
      unit: '%VOL',
      count: 1204,
      min: amount('0.41'),
      max: amount('0.92'),
      overRange: 17,
      notMeasured: 42,
      notEvidence: overdue.reasons,
      gaps: [{ from: minute(72), to: minute(74), cause: '仪器三次没有应答' }],
    },
    {
      instrument: 'MHZ9041A 0032',
      source: { name: '0032-1123.csv', file: ids.blobId.parse(hash('5')), offsetMs: 188_000 },
      channel: 'CO',
      gas: 'CO',
      place: null,
      unit: 'ppm',
      count: 12,
      min: null,
      max: null,
      overRange: 0,
      notMeasured: 12,
      gaps: [],
      notEvidence: [],
    },
  ],
  alarms: [
    {
      instrument: 'iTrans 2103-117',
      place: '3203采煤工作面回风巷',
      facts: alarmFacts.parse({
        instrument: hash('8').slice(0, 32),
        channel: 'ch1',
        gas: 'CH4',
        place: null,
        level: 2,
        gravest: 1,
        why: 'reached',
        actions: ['stop-work', 'withdraw', 'treat'],
        strictest: false,
        times: 2,
        limit: { value: '1.0', unit: '%VOL', comparator: '>', citations: [] },
        raised: { at: minute(40), value: { quality: 'ok', amount: '1.02', unit: '%VOL' } },
        peak: { at: minute(43), value: { quality: 'over_range', unit: '%VOL', detail: '' } },
        last: { at: minute(49), value: { quality: 'ok', amount: '0.61', unit: '%VOL' } },
        acknowledged: [{ at: minute(41), by: '赵远山<b>', value: { quality: 'ok', amount: '1.02', unit: '%VOL' } }],
        shelved: [],
        moved: [],
        ended: { at: minute(50), how: 'cleared', by: null },
      }),
    },
  ],
  instruments: [
    {
      name: 'iTrans 2103-117',
      principle: 'catalytic',
      channels: [
        {
          channel: 'ch1',
          gas: 'CH4',
          ...gradeInstrument(papers, 'CH4', isoDate.parse('2026-11-23')),
          marks: { count: 1263, notEvidence: 1263, reasons: overdue.reasons },
        },
      ],
    },
    {
      name: 'MHZ9041A 0032',
      principle: null,
      channels: [
        {
          channel: 'CO',
          gas: 'CO',
          certificate: null,
          calibration: null,
          error: null,
          marks: { count: 0, notEvidence: 0, reasons: [] },
        },
      ],
    },
  ],
};

export const sampleBundle: BundleReport = {
  inspections: [sampleInspection],
  plans: [
    {
      mine: '后岭煤业',
      no: 'JC-2026-034',
      period: { from: isoDate.parse('2026-11-20'), to: isoDate.parse('2026-11-30') },
      owed: 86,
      officers: ['赵远山', '王晓岚'],
      cancelled: null,
    },
    {
      mine: '东沟煤矿',
      no: 'JC-2026-035',
      period: { from: isoDate.parse('2026-11-20'), to: isoDate.parse('2026-11-30') },
      owed: 68,
      officers: ['李树新'],
      cancelled: { reason: '矿井停产', by: '高志平', at: minute(10) },
    },
  ],
  record: {
    principal: 'team03-dev1@jingxun',
    ranges: [{ log, fromSeq: 1, toSeq: 148 }],
    logHash: ids.sha256Hex.parse(hash('9')),
    stateHash: ids.sha256Hex.parse(hash('b')),
  },
};
