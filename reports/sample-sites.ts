import { judge } from '../rules/judge.ts';
import { zoneFigures } from '../rules/sites/zone-figures.ts';
import { decimalString } from '../vocabulary/quantity.ts';
import { orThrow } from '../vocabulary/result.ts';
import { isoDate } from '../vocabulary/time.ts';
import type { ReportSite, ReportZone } from './inspection-report.ts';

// A heading with its probe, a pump room and a zone, for the sample of the report; the verdicts are those of the rules.

const date = isoDate.parse('2026-11-23');
const field = (key: string, label: string, value: string | null, unit: string | null) => ({ key, label, value, unit });

export const sampleSites: readonly ReportSite[] = [
  {
    kind: 'probeSite',
    name: '3203运输巷2#探放水点',
    parent: '3203运输巷掘进工作面',
    disputed: false,
    facts: [field('probeTarget', '探什么', '老空不清', null), field('expectedPressure_MPa', '预计水压', '0.8', 'MPa')],
    parts: [
      {
        kind: 'hole',
        columns: [
          { label: '名称', unit: null },
          { label: '深度', unit: 'm' },
          { label: '现场见到', unit: null },
        ],
        rows: [
          ['1#', '92.5', true],
          ['2#', '88', false],
        ],
      },
    ],
    verdicts: [
      {
        title: '终孔间距',
        facts: [field('horizontalSpacing_m', '水平间距', null, 'm')],
        verdict: orThrow(judge('water.drill.spacing', { horizontalSpacing_m: '3.6', thickSeam: false }, { date })),
      },
    ],
  },
  {
    kind: 'pumpRoom',
    name: '采区泵房',
    parent: null,
    disputed: true,
    facts: [],
    parts: [{ kind: 'sump', columns: [{ label: '名称', unit: null }], rows: [['采区水仓']] }],
    verdicts: [
      {
        title: '采区水仓',
        facts: [field('normalInflow_m3PerH', '正常涌水量', null, 'm³/h')],
        verdict: orThrow(
          judge(
            'water.sump.capacity',
            { sumpKind: 'district', normalInflow_m3PerH: '100', effectiveVolume_m3: '350' },
            { date },
          ),
        ),
      },
    ],
  },
];

const figures = zoneFigures({ waterKind: 'floor', ...amounts('4.2', '60') }, date);

function amounts(pressure: string, thickness: string) {
  return {
    waterPressure_MPa: decimalString.parse(pressure),
    aquicludeThickness_m: decimalString.parse(thickness),
  };
}

export const sampleZones: readonly ReportZone[] = [
  {
    name: '15号煤东区',
    type: 'mineable',
    water: 'floor',
    seam: '15号煤',
    pressure_MPa: '4.2',
    thickness_m: '60',
    computed_MPaPerM: figures.computed,
    given_MPaPerM: '0.05',
    papers: ['论证2026-3', '总工程师周立'],
    validUntil: isoDate.parse('2027-12-31'),
    changes: [{ day: isoDate.parse('2026-05-01'), was: 'deferred', becomes: 'mineable', why: ['注浆改造完成'] }],
    works: ['3203采煤工作面'],
    disputed: false,
    best: figures.best,
    citations: figures.verdict?.citations ?? [],
  },
];
