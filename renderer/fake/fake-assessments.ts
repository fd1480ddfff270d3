import type { AssessmentRow, AssessmentUndo, FigureRow } from '../../electron/ports/assessment-models.ts';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { createAssessor } from '../../rules/assessment/assess.ts';
import { fieldKey } from '../../rules/assessment/fields.ts';
import { valuesOf } from '../../rules/assessment/values.ts';
import { blobId, entityId, ruleId } from '../../vocabulary/ids.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import { fakeHash, fakeId, fakeNow } from './fake-ids.ts';
import type { SceneName } from './scene.ts';

const whole: Readonly<Record<string, FactValue>> = {
  unitWorking: false,
  hasOutburstSeam: true,
  maxFaceEmission_m3PerMin: '12.4',
  maxHeadingEmission_m3PerMin: '2.1',
  mineEmission_m3PerMin: '62.0',
  annualOutput_MtPerYear: '1.20',
  ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`base${at + 1}`, true])),
  pureFlow_m3PerMin: '30',
  pumpConcentration_pct: '25',
  localPressure_kPa: '92',
  suctionPressure_kPa: '40',
  runningPumpCapacity_m3PerMin: '505',
  sparePumpCapacity_m3PerMin: '260',
  largestRunningPump_m3PerMin: '260',
  drainageType: 'pre-drainage',
  holeSuction_kPa: '14.2',
  maxDrainageTime_d: '150',
  minDrainageTime_d: '110',
  inOutburstSeam: true,
  areaKind: 'block',
  areaLength_m: '200',
  areaWidth_m: '110',
  testPoints: 8,
  strikeLength_m: '1000',
  dipWidth_m: '180',
  strikeMarginH1_m: '13',
  strikeMarginH2_m: '0',
  dipMarginh1_m: '13',
  dipMarginh2_m: '13',
  influenceRadius_m: '2.5',
  seamThickness_m: '3.0',
  coalDensity_tPerM3: '1.40',
  originalContent_m3PerT: '11.5',
  drainedGas_m3: '3000000',
  residualPressure_MPa: '0.50',
  langmuirA_m3PerT: '30',
  langmuirB_perMPa: '1.0',
  ash_pct: '10',
  moisture_pct: '1.5',
  porosity_m3PerM3: '0.05',
  dailyOutput_t: '6500',
  blowoutOrStuckDrill: false,
  mostlyFromNeighbours: true,
  faceDrained_m3PerMin: '6.4',
  airSpeed_mPerS: '2.5',
  returnCH4_pct: '0.62',
  mineDrained_m3PerMin: '27.0',
  mineVentilated_m3PerMin: '35.6',
};

const figureOf = (field: string, value: FactValue): FigureRow => ({
  field: fieldKey.parse(field),
  value,
  source: { from: 'typed', believed: false },
  author: '王晓岚',
  savedAt: epochMs.parse(fakeNow - 600_000),
  others: [],
});

const unitOf = (
  name: string,
  year: number,
  quarter: number,
  facts: Readonly<Record<string, FactValue>>,
): AssessmentRow => ({
  assessmentId: entityId.parse(fakeId(`${name}${year}${quarter}`)),
  mine: '青石沟煤矿',
  face: '15103 综采工作面',
  name,
  year,
  quarter,
  date: isoDate.parse('2026-11-23'),
  inspectionId: null,
  openedAt: epochMs.parse(fakeNow - 3_600_000),
  points: [],
  figures: Object.entries(facts).map(([field, value]) => figureOf(field, value)),
  conclusion: null,
  findings: [],
});

const pressures = ['0.78', '0.75', '0.72', '0.68', '0.64', '0.60', '0.56', '0.54'] as const;

function fakeUnits(scene: SceneName): AssessmentRow[] {
  if (scene === 'empty' || scene === 'calm') return [];
  const earlier = pressures.map((residualPressure_MPa, at) => {
    const quarter = 2026 * 4 + 3 - pressures.length + at;
    return unitOf('预抽单元2', Math.floor(quarter / 4), (quarter % 4) + 1, { ...whole, residualPressure_MPa });
  });
  const second = unitOf('预抽单元2', 2026, 4, whole);
  return [
    unitOf('预抽单元1', 2026, 4, { ...whole, residualPressure_MPa: '0.42', faceVentilated_m3PerMin: '5.9' }),
    second,
    unitOf('预抽单元3', 2026, 4, { ...whole, residualPressure_MPa: '0.44', faceVentilated_m3PerMin: '5.9' }),
    unitOf('预抽单元4', 2026, 4, {}),
    ...earlier,
  ];
}

type Tell = (areas: readonly 'assessment'[]) => void;
const saved = () => ({ event: fakeHash('assessment'), seq: 1292, savedAt: Date.now() });

/** Units of gas drainage in memory. */
export function fakeAssessmentHandlers(scene: SceneName, tell: Tell): Partial<Handlers<typeof recorderPort.methods>> {
  let rows = fakeUnits(scene);
  let undo: AssessmentUndo | null = null;
  const become = (next: AssessmentRow[], said: AssessmentUndo | null) => {
    rows = next;
    undo = said;
    tell(['assessment']);
  };
  const change = (id: string, to: (row: AssessmentRow) => AssessmentRow, said: AssessmentUndo | null = undo) =>
    become(
      rows.map((row) => (row.assessmentId === id ? to(row) : row)),
      said,
    );
  return {
    'assessment/state': () => (scene === 'faults' ? fail({ code: 'data_corrupt' }) : ok({ rows, undo })),
    'assessment/open': ({ inspectionId: _, ...draft }) => {
      const fresh = { ...unitOf(draft.name, draft.year, draft.quarter, {}), ...draft };
      become([...rows, fresh], { kind: 'unit', assessmentId: fresh.assessmentId, unit: draft.name, what: '' });
      return ok({ assessmentId: fresh.assessmentId });
    },
    'assessment/remove': ({ assessmentId }) => {
      const unit = rows.find((row) => row.assessmentId === assessmentId)?.name ?? '';
      become(
        rows.filter((row) => row.assessmentId !== assessmentId),
        { kind: 'removed', assessmentId, unit, what: '' },
      );
      return ok(saved());
    },
    'assessment/point': ({ assessmentId, point, removed }) => {
      const kept = saved();
      const fresh = {
        ...point,
        source: { from: 'typed' } as const,
        author: '王晓岚',
        savedAt: epochMs.parse(kept.savedAt),
        others: [],
      };
      change(assessmentId, (row) => {
        const rest = row.points.filter(({ no }) => no !== point.no);
        return { ...row, points: [...rest, ...(removed ? [] : [fresh])].sort((a, b) => a.no - b.no) };
      });
      return ok(kept);
    },
    'assessment/put': ({ assessmentId, figure: { field, value } }) => {
      const kept = saved();
      const figure = { ...figureOf(field, value), savedAt: epochMs.parse(kept.savedAt) };
      const unit = rows.find((row) => row.assessmentId === assessmentId)?.name ?? '';
      change(
        assessmentId,
        (row) => ({ ...row, figures: [...row.figures.filter((one) => one.field !== field), figure] }),
        { kind: 'figure', assessmentId, unit, what: field },
      );
      return ok(kept);
    },
    'assessment/undo': () => {
      const last = undo;
      become(rows, null);
      return ok(last);
    },
    'assessment/conclude': ({ assessmentId, note }) => {
      const kept = saved();
      change(assessmentId, (row) => {
        const { outcome, severity } = createAssessor(row.date)(valuesOf(row.figures).values);
        const savedAt = epochMs.parse(kept.savedAt);
        return {
          ...row,
          conclusion: { outcome, severity, note, author: '赵远山', savedAt, outdated: false, byCompany: [] },
        };
      });
      return ok(kept);
    },
    'assessment/raise': ({ assessmentId, sub, fact, severity }) => {
      const findingId = entityId.parse(fakeId(`finding${sub}`));
      const unit = rows.find((row) => row.assessmentId === assessmentId);
      const rule = unit && createAssessor(unit.date)(valuesOf(unit.figures).values).subs[sub].verdict.rule;
      if (!rule) return fail({ code: 'not_found', what: assessmentId });
      change(assessmentId, (row) => ({ ...row, findings: [...row.findings, { rule: ruleId.parse(rule), findingId }] }));
      return ok({
        findingId,
        inspectionId: fakeId('inspection'),
        itemId: rule,
        placeId: null,
        fact,
        severity,
        state: 'raised',
        savedAt: fakeNow,
      });
    },
    'assessment/print': () => ok({ html: '<p>评判报告</p>', title: '评判报告' }),
    'assessment/import': ({ units, file }) => {
      const fresh = units.map(({ figures, points, ...unit }) => ({
        ...unitOf(unit.name, unit.year, unit.quarter, {}),
        ...unit,
        figures: figures.map(({ field, value }) => figureOf(field, value)),
        points: points.map(({ cell, ...point }) => ({
          ...point,
          source: { from: 'import' as const, file: blobId.parse(fakeHash('file')), name: file.name, cell },
          author: '王晓岚',
          savedAt: epochMs.parse(fakeNow),
          others: [],
        })),
      }));
      become([...rows, ...fresh], { kind: 'import', assessmentId: null, unit: '', what: file.name });
      const figures = units.reduce((sum, unit) => sum + unit.figures.length, 0);
      return ok({ assessmentIds: fresh.map(({ assessmentId }) => assessmentId), figures });
    },
  };
}
