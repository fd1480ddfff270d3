import { afterEach, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { type Outline, waterZone, zoneChange, zoneWork } from '../../vocabulary/zone.ts';
import { create, INSPECTION, startTestRecorder, type TestRecorder } from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});
async function fresh() {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  return recorder.client.ask;
}

const { mine } = INSPECTION;
const box = (x: number, size: number): Outline => [
  [x, 0],
  [x + size, 0],
  [x + size, size],
  [x, size],
];
const zone = (name: string, zoneType: string, outline_dm: Outline | null) =>
  waterZone.parse({
    mine,
    name,
    zoneType,
    waterKind: 'floor',
    seam: '15号煤层',
    waterPressure_MPa: '3',
    aquicludeThickness_m: '60',
    inrushCoefficient_MPaPerM: null,
    demonstrationNo: '',
    approver: '总工程师',
    approved_date: null,
    validUntil_date: null,
    evidence: '',
    outline_dm,
  });
const work = (name: string, outline_dm: Outline) => zoneWork.parse({ mine, name, outline_dm });
const change = (from: string, to: string, date: string) =>
  zoneChange.parse({ from, to, date, reason: '底板注浆改造', evidence: '验收报告', approver: '总工程师' });

test('a face inside a deferred zone counts against the row of the inspection, until the zone is changed with its evidence', async () => {
  const ask = await fresh();
  const { inspectionId } = orThrow(await ask('inspection/open', INSPECTION));
  const count = async () => orThrow(await ask('inspection/sheet', { inspectionId })).zones;
  const list = async () => orThrow(await ask('zone/list', { mine }));
  const { areaId } = orThrow(await ask('zone/put', { areaId: null, zone: zone('二采区', 'deferred', box(0, 500)) }));
  expect(await count()).toBeNull();
  orThrow(await ask('zone/put-work', { areaId: null, work: work('15103', box(100, 100)) }));
  expect(await count()).toEqual({ deferred: 1, forbidden: 0 });
  orThrow(await ask('zone/change', { areaId, change: change('deferred', 'mineable', '2026-11-20') }));
  expect(await count()).toEqual({ deferred: 0, forbidden: 0 });
  expect((await list()).zones).toMatchObject([
    {
      now: 'mineable',
      zone: { zoneType: 'deferred' },
      changes: [{ from: 'deferred', to: 'mineable', reason: '底板注浆改造' }],
    },
  ]);
  expect((await list()).works).toMatchObject([{ work: { name: '15103' }, inside: [areaId] }]);
});

test('a change that does not begin where the zone is, or leads nowhere, is refused', async () => {
  const ask = await fresh();
  const { areaId } = orThrow(await ask('zone/put', { areaId: null, zone: zone('一采区', 'mineable', null) }));
  const refused = { ok: false, fault: { code: 'bad_facts' } };
  expect(await ask('zone/change', { areaId, change: change('deferred', 'mineable', '2026-11-20') })).toMatchObject(
    refused,
  );
  expect(await ask('zone/change', { areaId, change: change('mineable', 'mineable', '2026-11-20') })).toMatchObject(
    refused,
  );
});

test('the latest day decides what a zone is; what was taken back no longer counts, and nothing is said while a zone is not drawn', async () => {
  const ask = await fresh();
  const list = async () => orThrow(await ask('zone/list', { mine }));
  const { areaId } = orThrow(await ask('zone/put', { areaId: null, zone: zone('一采区', 'forbidden', box(0, 500)) }));
  orThrow(await ask('zone/change', { areaId, change: change('forbidden', 'deferred', '2026-10-01') }));
  orThrow(await ask('zone/change', { areaId, change: change('deferred', 'mineable', '2026-11-01') }));
  const made = (await list()).zones[0];
  expect(made).toMatchObject({ now: 'mineable', changes: [{ date: '2026-10-01' }, { date: '2026-11-01' }] });
  orThrow(await ask('area/remove', { areaId, entry: `zoneChange:${made?.changes[1]?.changeId}` }));
  expect((await list()).zones[0]?.now).toBe('deferred');
  const { areaId: face } = orThrow(await ask('zone/put-work', { areaId: null, work: work('15103', box(0, 10)) }));
  expect((await list()).count).toEqual({ deferred: 1, forbidden: 0 });
  orThrow(await ask('zone/put', { areaId: null, zone: zone('二采区', 'forbidden', null) }));
  expect((await list()).count).toBeNull();
  orThrow(await ask('area/remove', { areaId: face, entry: 'zoneWork' }));
  expect((await list()).works).toEqual([]);
});

test('the plan is kept as a picture with its scale, and the newest is shown', async () => {
  const ask = await fresh();
  const picture = { mime: 'image/png', bytes: Buffer.from('plan').toString('base64') };
  const map = {
    mine,
    width_px: 2000,
    height_px: 1000,
    scale: { a_px: [0, 0] as [number, number], b_px: [300, 400] as [number, number], distance_m: 250 },
  };
  orThrow(await ask('zone/put-map', { areaId: null, map, picture }));
  const { map: kept } = orThrow(await ask('zone/list', { mine }));
  expect(kept?.map).toMatchObject({ width_px: 2000, scale: { distance_m: 250 }, picture: { mime: 'image/png' } });
  const blob = kept?.map.picture.blob;
  if (!blob) throw new Error('no picture');
  expect(Buffer.from(orThrow(await ask('blob/read', { blob })).bytes, 'base64').toString()).toBe('plan');
});
