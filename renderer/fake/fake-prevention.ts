import type { z } from 'zod';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { ok } from '../../vocabulary/result.ts';
import { days, fakeHash, fakeId, fakeNow } from './fake-ids.ts';
import type { SceneName } from './scene.ts';

type Methods = typeof recorderPort.methods;
type Prevention = z.input<Methods['prevention/list']['reply']>;

const day = (before: number): string => new Date(fakeNow - days(before)).toISOString().slice(0, 10);
const recorded = (seed: string) => ({ entryId: fakeId(seed), author: '赵远山', savedAt: fakeNow, disputed: false });
const mine = '青石沟煤矿';

const check = (
  level: Prevention['checks'][number]['level'],
  before: number,
  unit: string,
): Prevention['checks'][number] => ({
  ...recorded(`${level}${before}`),
  mine,
  level,
  checkedOn: day(before),
  unit,
  checkers: '张明、李强',
  area: level === 'team' ? '15105掘进' : '',
  hazards:
    before % 20 === 1
      ? [
          {
            content: '局扇开关缺护罩',
            place: '15105回风顺槽',
            level: 'general',
            responsible: '机电队　李强',
            measure: '补装护罩',
            deadline: day(before - 3),
            closedOn: before > 40 ? day(before - 2) : null,
          },
        ]
      : [],
  source: '',
});

const checks: Prevention['checks'] = [
  ...Array.from({ length: 110 }, (_, at) => at + 1)
    .filter((before) => ![8, 9, 33].includes(before))
    .map((before) => check('team', before, '掘进一队')),
  ...[1, 8, 15, 22, 36, 43, 50, 57, 64, 71, 78, 85, 92, 99, 106].map((before) => check('workshop', before, '掘进区')),
  ...[20, 81, 112].map((before) => check('mine', before, mine)),
  check('group', 60, '青石沟集团'),
].sort((a, b) => (a.checkedOn < b.checkedOn ? 1 : -1));

const risk = (
  colour: Prevention['risks'][number]['colour'],
  text: string,
  at: Prevention['risks'][number]['at'],
  review: number,
) => ({
  ...recorded(text),
  mine,
  colour,
  risk: text,
  place: '15采区',
  control: '先探后掘，超前距不小于30 m',
  person: '总工程师',
  reviewOn: day(review),
  at,
});
const risks: Prevention['risks'] = [
  risk('red', '15105前方老空积水', { x: 320, y: 280 }, -8),
  risk('orange', '15107顶板破碎', { x: 610, y: 420 }, 4),
  risk('yellow', '主排水泵房备用泵检修', null, -20),
  risk('blue', '地面塌陷坑', null, -40),
];

const kept = (entryId: string | null) =>
  ok({ entryId: entryId ?? fakeId('kept'), event: fakeHash('kept'), seq: 1291, savedAt: fakeNow });

/** 双重预防 of a scene, in memory. */
export function fakePreventionHandlers(scene: SceneName): Partial<Handlers<Methods>> {
  const isEmpty = scene === 'empty' || scene === 'calm';
  return {
    'prevention/list': () =>
      ok({
        checks: isEmpty ? [] : checks,
        risks: isEmpty ? [] : risks,
        map: isEmpty
          ? null
          : {
              ...recorded('map'),
              mine,
              label: '风险分布图.png',
              picture: { blob: fakeHash('map'), mime: 'image/png' },
            },
      }),
    'prevention/check': ({ entryId }) => kept(entryId),
    'prevention/risk': ({ entryId }) => kept(entryId),
    'prevention/map': () => kept(null),
    'prevention/remove': ({ entryId }) => kept(entryId),
  };
}
