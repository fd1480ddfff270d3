import { createAssessor, subIds } from '../../rules/assessment/assess.ts';
import { type FieldKey, fieldKey } from '../../rules/assessment/fields.ts';
import { assessGravest } from '../../rules/assessment/gravest.ts';
import { articlesMissing } from '../../rules/citations.ts';
import { sha256Hex } from '../../vocabulary/ids.ts';
import { testPoint } from '../../vocabulary/test-point.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import type { AssessmentFacts, FigureOrigin, JudgedUnit, ReportSub, ReportSubs } from './assessment-facts.ts';

const at = (hours: number) => epochMs.parse(Date.UTC(2026, 10, 23, 1) + hours * 3_600_000);
const typed: FigureOrigin = { from: 'typed', believed: false };

const values: Readonly<Partial<Record<FieldKey, FactValue>>> = {
  unitWorking: true,
  hasOutburstSeam: true,
  maxFaceEmission_m3PerMin: '12.4',
  mineEmission_m3PerMin: '62.0',
  base1: true,
  base2: true,
  base3: false,
  pureFlow_m3PerMin: '30',
  pumpConcentration_pct: '25',
  localPressure_kPa: '92',
  suctionPressure_kPa: '40',
  runningPumpCapacity_m3PerMin: '505',
  sparePumpCapacity_m3PerMin: '260',
  largestRunningPump_m3PerMin: '260',
  drainageType: 'pre-drainage',
  maxDrainageTime_d: '150',
  minDrainageTime_d: '110',
  inOutburstSeam: true,
  areaKind: 'block',
  areaLength_m: '200',
  areaWidth_m: '110',
  strikeLength_m: '1000',
  residualPressure_MPa: '0.50',
  langmuirA_m3PerT: '30',
  langmuirB_perMPa: '1.0',
  ash_pct: '10',
  moisture_pct: '1.5',
  porosity_m3PerM3: '0.05',
  coalDensity_tPerM3: '1.40',
  dailyOutput_t: '6500',
  blowoutOrStuckDrill: false,
  mostlyFromNeighbours: false,
  airSpeed_mPerS: '2.5',
  returnCH4_pct: '0.62',
};

const points = [
  ['1#回风侧', '30', '5.10', '0.42'],
  ['2#', '60', null, '0.76'],
  ['3#', null, '6.02', null],
].map(([place, at_m, content_m3PerT, pressure_MPa], index) => ({
  ...testPoint.parse({ no: index + 1, place, at_m, date: '2026-10-12', content_m3PerT, pressure_MPa }),
  origin: { from: 'import', name: '抽采达标评判月报.xlsx', cell: `测点!E${index + 2}` } as const,
  author: '王晓岚',
  savedAt: at(1),
  others: [],
}));

/** As the recorder would judge it, without a typed article and without figures of the mine's own. */
function judged(year: number, quarter: number, said: typeof values, measured: typeof points): JudgedUnit {
  const date = isoDate.parse('2026-11-23');
  const { subs, outcome, severity } = assessGravest(createAssessor(date), said, {}, measured);
  const printed: Record<string, ReportSub> = {};
  for (const id of subIds) printed[id] = { ...subs[id], byCompany: null };
  return { year, quarter, date, subs: printed as ReportSubs, outcome, severity };
}

const now = judged(2026, 4, values, points);

/** A unit half filled in: what fails, what passes, what is not known yet, and the quarter before. */
export const sampleAssessment: AssessmentFacts = {
  ...now,
  mine: '山西沁源某某煤业有限公司',
  face: '15103 综采工作面',
  name: '预抽单元2',
  figures: Object.entries(values).map(([field, value], index) => ({
    field: fieldKey.parse(field),
    value,
    origin: index === 3 ? { from: 'reading', isEvidence: false } : index === 4 ? { from: 'copied' } : typed,
    author: index % 2 === 0 ? '王晓岚' : '赵志强',
    savedAt: at(index / 10),
    others: field === 'dailyOutput_t' ? ['7000'] : [],
  })),
  points,
  contentFrom: 'pressure',
  conclusion: { author: '赵志强', savedAt: at(5), note: '现场复核' },
  majorHazard: null,
  before: judged(2026, 3, { ...values, residualPressure_MPa: '0.60' }, []),
  draft: articlesMissing(
    subIds.flatMap((id) => now.subs[id].verdict.citations),
    new Map(),
  ),
  record: {
    principal: 'team03-dev1@jingxun',
    ranges: [],
    logHash: sha256Hex.parse('ab'.repeat(32)),
    stateHash: sha256Hex.parse('cd'.repeat(32)),
  },
};
