import type { z } from 'zod';
import type { mineAreas } from '../../electron/ports/area-models.ts';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { judgeChain, judgeCycles } from '../../rules/gas/judge-chain.ts';
import { judge } from '../../rules/judge.ts';
import type { OutburstStep } from '../../vocabulary/area.ts';
import { fail, ok, orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { fakeHash, fakeId, fakeNow, minutes } from './fake-ids.ts';
import type { SceneName } from './scene.ts';

type Areas = z.input<typeof mineAreas>;
type Sheet = Areas['areas'][number]['sheet'];

const date = isoDate.parse('2026-11-23');
const recorded = { author: '赵远山', savedAt: fakeNow - minutes(300), disputed: false };

const sheet = (name: string, more: Partial<Sheet> = {}): Sheet => ({
  mine: '青石沟煤矿',
  name,
  seam: '15号煤层',
  areaType: 'planning',
  bounds: '东至F3断层，西至采区边界',
  plannedMiningStart_date: '2029-06-01',
  originalContent_m3PerT: '12.30',
  originalPressure_MPa: '1.12',
  surfaceWells_n: 6,
  holeMetres_m: null,
  drainedPure_m3: '1862000',
  drainedThisMonth_m3: '42000',
  residualContent_m3PerT: null,
  residualPressure_MPa: null,
  responsible: '王总工',
  source: '矿井抽采台账',
  figures_date: '2026-10-31',
  papers: [],
  ...more,
});

const handover: Areas['areas'][number]['handovers'][number] = {
  handoverId: fakeId('handover1'),
  from: 'planning',
  to: 'preparation',
  date: '2024-05-20',
  index: 'met',
  criterion: '集团抽采管理规定，含量不大于8 m³/t',
  handedBy: '地测部',
  takenBy: '抽采队',
  note: '',
  papers: [],
  ...recorded,
};

const step = (name: OutburstStep['step'], result: OutburstStep['result']) => ({
  step: name,
  result,
  date,
  by: '防突队',
  note: '',
  papers: [],
  ...recorded,
});

const index = (at: number, K1: string): Areas['chains'][number]['indices'][number] => {
  const facts = { K1_mLPerGMin05: K1, S_kgPerM: '4.2', wetCoalUncovering: false, anomaly: false };
  const rule = 'gas.outburst.faceIndex';
  return {
    indexId: fakeId(`index${at}`),
    areaId: fakeId('chain2'),
    mine: '青石沟煤矿',
    where: '15105回风顺槽掘进工作面',
    rule,
    date: `2026-11-2${at}`,
    at: fakeNow,
    facts,
    verdict: orThrow(judge(rule, facts, { date })),
    note: '',
    papers: [],
    ...recorded,
  };
};

function areasOfMine(): Areas {
  const regional = [step('prediction', 'danger'), step('measures', 'done'), step('effectCheck', 'effective')];
  const local = [step('prediction', 'noDanger'), step('protection', 'notDone')].map((one) => ({ ...one, date }));
  const indices = [index(2, '0.31'), index(1, '0.52')];
  const chain = { mine: '青石沟煤矿', seam: '15号煤层', responsible: '防突科', region: null };
  return {
    areas: [
      { areaId: fakeId('area1'), sheet: sheet('二采区'), now: 'planning', handovers: [], ...recorded },
      {
        areaId: fakeId('area2'),
        sheet: sheet('一采区西翼', { residualContent_m3PerT: '7.42', holeMetres_m: '18600' }),
        now: 'preparation',
        handovers: [handover],
        ...recorded,
      },
      {
        areaId: fakeId('area3'),
        sheet: sheet('15103工作面', { residualContent_m3PerT: '5.32', residualPressure_MPa: '0.50' }),
        now: 'production',
        handovers: [
          handover,
          {
            ...handover,
            handoverId: fakeId('handover2'),
            from: 'preparation',
            to: 'production',
            index: 'notGiven',
            criterion: '',
            date: '2026-03-02',
          },
        ],
        ...recorded,
      },
    ],
    chains: [
      {
        areaId: fakeId('chain1'),
        chain: { ...chain, chain: 'regional', name: '一采区西翼' },
        steps: regional,
        indices: [],
        verdict: judgeChain('regional', regional, date),
        cycles: null,
        ...recorded,
      },
      {
        areaId: fakeId('chain2'),
        chain: { ...chain, chain: 'local', name: '15105回风顺槽掘进', region: fakeId('chain1') },
        steps: local,
        indices,
        verdict: judgeChain('local', local, date),
        cycles: judgeCycles(indices, date),
        ...recorded,
      },
    ],
  };
}

const nothing: Areas = { areas: [], chains: [] };

/** Areas, chains and indices of a mine, which stay as they are whatever is kept. */
export function fakeAreaHandlers(scene: SceneName): Partial<Handlers<typeof recorderPort.methods>> {
  const saved = () => ok({ event: fakeHash('area'), seq: 1291, savedAt: fakeNow, areaId: fakeId('area1') });
  return {
    'area/list': () =>
      scene === 'faults' ? fail({ code: 'data_corrupt' }) : ok(scene === 'calm' ? nothing : areasOfMine()),
    'area/put': saved,
    'area/handover': saved,
    'area/remove': saved,
    'chain/put': saved,
    'chain/step': saved,
    'chain/index': ({ index: { rule, facts } }) => {
      const judged = judge(rule, facts, { date });
      return judged.ok
        ? ok({ event: fakeHash('area'), seq: 1291, savedAt: fakeNow, areaId: fakeId('area1'), verdict: judged.value })
        : judged;
    },
  };
}
