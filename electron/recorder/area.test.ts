import { afterEach, expect, test } from 'vitest';
import { type DrainageArea, drainageArea, outburstChain, outburstStep } from '../../vocabulary/area.ts';
import { entityId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { create, startTestRecorder, type TestRecorder } from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

async function working() {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  const list = async (mine = '示例煤矿') => orThrow(await recorder.client.ask('area/list', { mine }));
  return { ...recorder, list };
}

const day = (text: string) => isoDate.parse(text);
const sheet: DrainageArea = drainageArea.parse({
  mine: '示例煤矿',
  name: '15采区西翼',
  seam: '15号',
  areaType: 'planning',
  bounds: '',
  plannedMiningStart_date: '2029-01-01',
  originalContent_m3PerT: '12.30',
  originalPressure_MPa: null,
  surfaceWells_n: 6,
  holeMetres_m: null,
  drainedPure_m3: '1200000',
  drainedThisMonth_m3: null,
  residualContent_m3PerT: null,
  residualPressure_MPa: null,
  responsible: '总工',
  source: '抽采台账',
  figures_date: '2026-11-01',
  papers: [],
});
const handover = {
  from: 'planning' as const,
  to: 'preparation' as const,
  date: day('2026-11-10'),
  index: 'met' as const,
  criterion: '集团规定，含量不大于8 m³/t',
  handedBy: '地测部',
  takenBy: '抽采队',
  note: '',
  papers: [],
};

test('an area moves on by its hand-overs, and its figures keep what they were as written', async () => {
  const { client, list } = await working();
  const { areaId } = orThrow(await client.ask('area/put', { areaId: null, sheet, add: [] }));
  expect((await list()).areas).toMatchObject([{ areaId, now: 'planning', sheet: { originalContent_m3PerT: '12.30' } }]);
  const bytes = Buffer.from('minutes').toString('base64');
  const add = [{ label: '移交单', mime: 'application/pdf', bytes }];
  orThrow(await client.ask('area/handover', { areaId, handover, add }));
  const [moved] = (await list()).areas;
  expect(moved).toMatchObject({ now: 'preparation', handovers: [{ index: 'met', papers: [{ label: '移交单' }] }] });
  const blob = moved?.handovers[0]?.papers[0]?.blob ?? expect.fail('no paper');
  expect(orThrow(await client.ask('blob/read', { blob }))).toEqual({ mime: 'application/pdf', bytes });
  expect((await list('别的矿')).areas).toEqual([]);
});

test('hand-overs count in the order of their days, and one taken back no longer moves the area', async () => {
  const { client, list } = await working();
  const { areaId } = orThrow(await client.ask('area/put', { areaId: null, sheet, add: [] }));
  const later = { ...handover, from: 'preparation' as const, to: 'production' as const, date: day('2026-11-20') };
  orThrow(await client.ask('area/handover', { areaId, handover: later, add: [] }));
  orThrow(await client.ask('area/handover', { areaId, handover, add: [] }));
  const [area] = (await list()).areas;
  expect(area).toMatchObject({ now: 'production', handovers: [{ to: 'preparation' }, { to: 'production' }] });
  const last = area?.handovers[1]?.handoverId ?? expect.fail('no hand-over');
  orThrow(await client.ask('area/remove', { areaId, entry: `handover:${last}` }));
  expect((await list()).areas).toMatchObject([{ now: 'preparation', handovers: [{ to: 'preparation' }] }]);
});

const chain = (kind: 'regional' | 'local') =>
  outburstChain.parse({ mine: '示例煤矿', name: '15105面', seam: '15号', chain: kind, responsible: '', region: null });
const step = (name: string, result: string) =>
  outburstStep.parse({ step: name, result, date: '2026-11-20', by: '防突队', note: '', papers: [] });

test('a chain stands as its steps do, and a wrong result is refused', async () => {
  const { client, list } = await working();
  const { areaId } = orThrow(await client.ask('chain/put', { areaId: null, chain: chain('regional') }));
  const put = (name: string, result: string) => client.ask('chain/step', { areaId, step: step(name, result), add: [] });
  expect(await put('protection', 'done')).toMatchObject({ ok: false, fault: { code: 'bad_facts', path: 'step' } });
  expect(await put('prediction', 'done')).toMatchObject({ ok: false, fault: { code: 'bad_facts', path: 'result' } });
  orThrow(await put('prediction', 'noDanger'));
  expect((await list()).chains).toMatchObject([{ verdict: { status: 'unknown', reason: 'missing:verification' } }]);
  orThrow(await put('verification', 'danger'));
  expect((await list()).chains).toMatchObject([{ verdict: { status: 'fail', outcome: 'broken' }, cycles: null }]);
  orThrow(await put('verification', 'noDanger'));
  expect((await list()).chains).toMatchObject([{ verdict: { status: 'pass' }, steps: [{}, { result: 'noDanger' }] }]);
});

test('an index is judged by its rule on its day, and two clear cycles in a row free a face', async () => {
  const { client, list, pass } = await working();
  const { areaId } = orThrow(await client.ask('chain/put', { areaId: null, chain: chain('local') }));
  const index = (K1: string, date: string) => ({
    where: '15105掘进面',
    rule: 'gas.outburst.faceIndex',
    date: day(date),
    note: '',
    facts: { K1_mLPerGMin05: K1, wetCoalUncovering: false, anomaly: false },
  });
  const put = async (K1: string, date: string) => {
    pass(1000);
    return orThrow(await client.ask('chain/index', { areaId, index: index(K1, date), add: [] }));
  };
  expect((await put('0.5', '2026-11-20')).verdict).toMatchObject({ status: 'fail', outcome: 'danger-face' });
  expect((await put('0.49', '2026-11-21')).verdict.status).toBe('pass');
  expect((await list()).chains[0]?.cycles?.status).toBe('fail');
  await put('0.30', '2026-11-22');
  expect((await list()).chains[0]?.cycles?.status).toBe('pass');
  const wrong = { ...index('0.3', '2026-11-22'), rule: 'gas.ch4.action' };
  expect(await client.ask('chain/index', { areaId, index: wrong, add: [] })).toMatchObject({
    fault: { code: 'unknown_rule' },
  });
});

test('nothing hangs on what is not there', async () => {
  const { client } = await working();
  const areaId = entityId.parse('f'.repeat(32));
  expect(await client.ask('area/handover', { areaId, handover, add: [] })).toMatchObject({
    fault: { code: 'not_found' },
  });
  expect(await client.ask('chain/step', { areaId, step: step('measures', 'done'), add: [] })).toMatchObject({
    fault: { code: 'not_found' },
  });
  expect(await client.ask('area/remove', { areaId, entry: 'drainageArea' })).toMatchObject({
    fault: { code: 'not_found' },
  });
});
