import type { z } from 'zod';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import type { inspectionTeam } from '../../electron/ports/team-models.ts';
import { findItem } from '../../rules/checklist/registry.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { fakeHash, fakeId, fakeNow, minutes } from './fake-ids.ts';
import type { SceneName } from './scene.ts';

type Methods = typeof recorderPort.methods;
type Reply<K extends keyof Methods> = z.input<Methods[K]['reply']>;
type Unit = Reply<'completeness/overview'>['units'][number];
type Owed = Reply<'completeness/rows'>['rows'][number];
type Plan = Reply<'plan/list'>[number];

const officer = (name: string, certificateNo: string, team = '省督查三组') => ({
  personId: fakeId(name),
  name,
  certificateNo,
  team,
});
const zhao = { ...officer('赵远山', '14-0312-0087'), personId: fakeId('me') };
const wang = officer('王晓岚', '14-0312-0103');

const headings = ['15105回风顺槽', '15107运输顺槽', '15109切眼'].map((name, at) => ({
  placeId: fakeId(`heading${at}`),
  code: 'headingFace' as const,
  name: `${name}掘进工作面`,
}));
const sites = ['15105超前探放水', '15107超前探放水'].map((name, at) => ({
  placeId: fakeId(`site${at}`),
  code: 'headingFace' as const,
  kind: 'probeSite' as const,
  name,
}));

const teamOf = (planned: boolean): z.input<typeof inspectionTeam> => ({
  planId: planned ? fakeId('plan1') : null,
  period: planned ? { from: '2026-11-20', to: '2026-11-30' } : null,
  officers: [zhao, wang],
  assignments: planned
    ? [
        { officer: zhao.personId, part: { group: 'exploration' } },
        { officer: zhao.personId, part: { place: headings[0]?.placeId ?? '' } },
        { officer: wang.personId, part: { group: 'people' } },
        { officer: wang.personId, part: { place: headings[1]?.placeId ?? '' } },
      ]
    : [],
});

/** The team of the inspection of the pictures: opened without a lead's plan. */
export const fakeTeam = teamOf(false);

const plans: readonly Plan[] = [
  {
    planId: fakeId('plan1'),
    inspectionId: fakeId('planned1'),
    no: 'JC-2026-034',
    kind: 'special',
    mine: '后岭煤业',
    hydroType: 'complex',
    packs: ['water'],
    period: { from: '2026-11-20', to: '2026-11-30' },
    places: [...headings, ...sites],
    team: teamOf(true),
    cancelled: null,
    openedAt: null,
    signedAt: null,
  },
];

const counts = (owed: number, settled: number, unclear: number, excluded: number, explained = 0) => ({
  owed,
  settled,
  unclear,
  excluded,
  missing: owed - settled - unclear - excluded,
  explained,
});
const unit = (id: string, more: Partial<Unit> & Pick<Unit, 'completeness'>): Unit => ({
  inspectionId: fakeId(id),
  planId: fakeId(`plan of ${id}`),
  planNo: 'JC-2026-031',
  kind: 'planned',
  mine: '青石沟煤矿',
  team: '省督查三组',
  month: '2026-11',
  period: { from: '2026-11-01', to: '2026-11-30' },
  state: 'open',
  cancelled: null,
  tooFast: 0,
  ...more,
});
const october = { month: '2026-10', period: { from: '2026-10-01', to: '2026-10-31' }, state: 'signed' } as const;

const units: readonly Unit[] = [
  unit('inspection1', { completeness: counts(68, 38, 2, 1), planId: null, planNo: '', kind: 'special', tooFast: 2 }),
  unit('planned1', { completeness: counts(86, 0, 0, 0), mine: '后岭煤业', state: 'notStarted', planNo: 'JC-2026-034' }),
  unit('other', { completeness: counts(52, 47, 1, 3, 1), mine: '石盘煤矿', team: '省督查一组', state: 'signed' }),
  unit('cancelled', {
    completeness: counts(68, 0, 0, 68),
    mine: '东沟煤矿',
    team: '省督查一组',
    state: 'cancelled',
    cancelled: { reason: '矿井停产，移到下月', by: '高志平', at: fakeNow },
  }),
  unit('old1', { completeness: counts(68, 66, 0, 2), ...october }),
  unit('old2', { completeness: counts(68, 60, 2, 1, 3), mine: '石盘煤矿', ...october }),
  unit('old3', {
    completeness: counts(60, 0, 0, 0),
    mine: '南窑煤矿',
    ...october,
    state: 'notStarted',
    team: '省督查二组',
  }),
];

const owed = (one: Unit, itemId: string, more: Partial<Owed>): Owed => ({
  inspectionId: one.inspectionId,
  planId: one.planId,
  mine: one.mine,
  team: one.team,
  month: one.month,
  itemId,
  placeId: null,
  place: null,
  standing: 'missing',
  status: 'unanswered',
  reason: '',
  by: null,
  at: null,
  signers: [],
  ...more,
});

const reasons = ['无老空', '未到雨季', '矿方未提供', '没有放水'] as const;

function rowsOf(one: Unit, itemIds: readonly string[]): Owed[] {
  const { completeness, state } = one;
  const signers = state === 'signed' ? ['赵远山', '王晓岚'] : [];
  const itemAt = (at: number) => itemIds[at % itemIds.length] ?? '';
  const row = (at: number, more: Partial<Owed>) => owed(one, itemAt(at), { place: null, signers, ...more });
  const said = (at: number) => ({
    reason: reasons[at % reasons.length] ?? '',
    by: at % 2 === 0 ? '赵远山' : '王晓岚',
    at: fakeNow - minutes(at * 7),
  });
  return [
    ...Array.from({ length: completeness.missing }, (_, at) =>
      row(at * 3, at < completeness.explained ? said(at) : {}),
    ),
    ...Array.from({ length: completeness.unclear }, (_, at) =>
      row(at * 5 + 1, { standing: 'unclear', status: 'unknown', ...said(at) }),
    ),
    ...Array.from({ length: completeness.excluded }, (_, at) =>
      row(at * 4 + 2, { standing: 'excluded', status: 'notApplicable', ...said(at) }),
    ),
  ];
}

const isAsked = (
  one: Unit,
  ask: { team?: string | undefined; month?: string | undefined; inspectionId?: string | undefined },
) =>
  (ask.team === undefined || one.team === ask.team) &&
  (ask.month === undefined || one.month === ask.month) &&
  (ask.inspectionId === undefined || one.inspectionId === ask.inspectionId);

/** Plans and completeness of a scene, in memory. */
export function fakePlanHandlers(scene: SceneName, itemIds: readonly string[]): Partial<Handlers<Methods>> {
  const water = itemIds.filter((id) => findItem(id) !== null);
  const shown = scene === 'empty' || scene === 'calm' ? [] : units;
  return {
    'plan/list': () => ok(scene === 'normal' || scene === 'full' ? [...plans] : []),
    'plan/make': () => ok({ planId: fakeId('made'), inspectionId: fakeId('planned1') }),
    'plan/cancel': () => ok({ event: fakeHash('cancel'), seq: 1291, savedAt: fakeNow }),
    'plan/start': () => ok({ inspectionId: fakeId('inspection1') }),
    'handover/give': () => ok({ event: fakeHash('handover'), seq: 1291, savedAt: fakeNow }),
    'completeness/overview': () =>
      scene === 'faults' ? fail({ code: 'data_corrupt' }) : ok({ today: '2026-11-23', units: [...shown] }),
    'completeness/rows': ({ standings, begunOnly, limit, ...ask }) => {
      const rows = shown
        .filter((one) => isAsked(one, ask) && !(begunOnly && (one.state === 'notStarted' || one.state === 'cancelled')))
        .flatMap((one) => rowsOf(one, water))
        .filter((row) => standings.includes(row.standing));
      return ok({ rows: rows.slice(0, limit), total: rows.length });
    },
    'completeness/fast': (ask) =>
      ok(
        shown
          .filter((one) => one.tooFast > 0 && isAsked(one, ask))
          .flatMap((one) =>
            [21, 34].map((took_s, at) => ({
              inspectionId: one.inspectionId,
              mine: one.mine,
              by: '赵远山',
              itemId: water[at * 9] ?? '',
              place: headings[at + 1]?.name ?? '',
              beforePlace: headings[at]?.name ?? '',
              placeId: headings[at + 1]?.placeId ?? null,
              at: fakeNow - minutes(30 + at * 8),
              took_s,
              needs_s: at === 0 ? 60 : 180,
              length_m: at === 0 ? null : 360,
            })),
          ),
      ),
  };
}
