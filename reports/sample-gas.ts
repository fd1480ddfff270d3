import { judgeChain } from '../rules/gas/judge-chain.ts';
import { outburstStep } from '../vocabulary/area.ts';
import { decimalString } from '../vocabulary/quantity.ts';
import { epochMs, isoDate } from '../vocabulary/time.ts';
import type { ReportGas } from './gas-areas.ts';

const recorded = { author: '王晓岚', savedAt: epochMs.parse(Date.UTC(2026, 10, 23, 2)), disputed: false };
const steps = [
  { step: 'prediction', result: 'danger' },
  { step: 'measures', result: 'done' },
].map((one) => outburstStep.parse({ ...one, date: '2026-11-20', by: '防突科', note: '', papers: [] }));

/** An area that was handed on, a chain that stops half way, a unit without a result. */
export const sampleGas: ReportGas = {
  areas: [
    {
      ...recorded,
      sheet: {
        mine: '山西沁源某某煤业有限公司',
        name: '三采区',
        seam: '15号',
        areaType: 'planning',
        bounds: '',
        plannedMiningStart_date: null,
        originalContent_m3PerT: decimalString.parse('11.5'),
        originalPressure_MPa: null,
        surfaceWells_n: 12,
        holeMetres_m: null,
        drainedPure_m3: decimalString.parse('3000000'),
        drainedThisMonth_m3: null,
        residualContent_m3PerT: decimalString.parse('7.9'),
        residualPressure_MPa: null,
        responsible: '',
        source: '抽采月报',
        figures_date: isoDate.parse('2026-10-31'),
        papers: [],
      },
      now: 'preparation',
      handovers: [
        {
          ...recorded,
          from: 'planning',
          to: 'preparation',
          date: isoDate.parse('2026-09-01'),
          index: 'notMet',
          criterion: '集团规定含量8 m³/t以下',
          handedBy: '',
          takenBy: '',
          note: '',
          papers: [],
        },
      ],
    },
  ],
  chains: [
    {
      ...recorded,
      chain: {
        mine: '山西沁源某某煤业有限公司',
        name: '15103工作面',
        seam: '15号',
        chain: 'local',
        responsible: '',
        region: null,
      },
      steps: steps.map((step) => ({ ...step, ...recorded })),
      indices: [],
      verdict: judgeChain('local', steps, isoDate.parse('2026-11-23')),
      cycles: null,
    },
  ],
  units: [{ face: '15103 综采工作面', name: '预抽单元2', year: 2026, quarter: 4, result: null }],
};
