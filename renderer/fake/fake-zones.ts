import type { z } from 'zod';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import type { mineZones } from '../../electron/ports/zone-models.ts';
import { ok } from '../../vocabulary/result.ts';
import type { Outline, ZoneType } from '../../vocabulary/zone.ts';
import { fakeHash, fakeId, fakeNow, minutes } from './fake-ids.ts';
import type { SceneName } from './scene.ts';

type Zones = z.input<typeof mineZones>;

const recorded = { author: '赵远山', savedAt: fakeNow - minutes(500), disputed: false };
const mine = '青石沟煤矿';

const zone = (
  name: string,
  zoneType: ZoneType,
  figures: readonly [string, string] | null,
  outline_dm: Outline | null,
) => ({
  areaId: fakeId(`zone${name}`),
  zone: {
    mine,
    name,
    zoneType,
    waterKind: 'floor' as const,
    seam: '15号煤层',
    waterPressure_MPa: figures?.[0] ?? null,
    aquicludeThickness_m: figures?.[1] ?? null,
    inrushCoefficient_MPaPerM: null,
    demonstrationNo: '青煤防治水〔2026〕7号',
    approver: '王总工',
    approved_date: '2026-03-01',
    validUntil_date: '2027-03-01',
    evidence: '底板灰岩水专项论证',
    outline_dm,
  },
  now: zoneType,
  changes: [] as Zones['zones'][number]['changes'],
  ...recorded,
});

const box = (x: number, y: number, width: number, height: number): Outline => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

const first = zone('一采区', 'deferred', ['3.2', '64'], box(0, 0, 6000, 5000));
const all: Zones = {
  zones: [
    {
      ...first,
      now: 'mineable',
      changes: [
        {
          from: 'deferred',
          to: 'mineable',
          date: '2026-06-10',
          reason: '底板注浆改造完成，再论证通过',
          evidence: '注浆工程验收报告，论证2026-11',
          approver: '王总工',
          changeId: fakeId('zonechange'),
          ...recorded,
        },
      ],
    },
    zone('二采区', 'deferred', ['4.8', '60'], box(6000, 0, 4000, 3000)),
    zone('F3断层煤柱', 'forbidden', null, box(6000, 3000, 4000, 2000)),
  ],
  works: [
    {
      areaId: fakeId('work1'),
      work: { mine, name: '15103综采工作面', outline_dm: box(1000, 1000, 3000, 900) },
      inside: [fakeId('zone一采区')],
      ...recorded,
    },
    {
      areaId: fakeId('work2'),
      work: { mine, name: '15107运输顺槽', outline_dm: box(5200, 2100, 2000, 300) },
      inside: [fakeId('zone一采区'), fakeId('zone二采区')],
      ...recorded,
    },
  ],
  map: null,
  count: { deferred: 1, forbidden: 0 },
};
const none: Zones = { zones: [], works: [], map: null, count: null };

const kept = () => ok({ event: fakeHash('zone'), seq: 1300, savedAt: fakeNow, areaId: fakeId('zone一采区') });

export const fakeZoneHandlers = (scene: SceneName): Partial<Handlers<typeof recorderPort.methods>> => ({
  'zone/list': () => ok(scene === 'calm' || scene === 'empty' ? none : all),
  'zone/put': kept,
  'zone/change': kept,
  'zone/put-work': kept,
  'zone/put-map': kept,
});
