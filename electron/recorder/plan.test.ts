import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkItems } from '../../rules/checklist/registry.ts';
import type { InspectionId, ItemId, PlaceId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import type { Outcome } from '../ports/inspection-models.ts';
import type { PlanDraft } from '../ports/plan-models.ts';
import { create, download, enrol, PERSON, startTestRecorder, type TestRecorder, upload } from './test-recorder.ts';

const SECOND = { name: '王晓岚', certificateNo: 'SX-0302' };
const PLAN: PlanDraft = {
  no: 'JC-2026-031',
  kind: 'planned',
  mine: '示例煤矿',
  hydroType: 'complex',
  packs: ['water'],
  period: { from: isoDate.parse('2026-11-20'), to: isoDate.parse('2026-11-30') },
  places: [
    { code: 'headingFace', name: '1203 掘进工作面', fromPrevious_m: null },
    { code: 'headingFace', name: '1205 掘进工作面', fromPrevious_m: 600 },
  ],
  officers: [{ name: PERSON.name, certificateNo: PERSON.certificateNo }, SECOND],
  assignments: [
    { officer: 0, part: { place: 0 } },
    { officer: 1, part: { place: 1 } },
    { officer: 1, part: { group: 'people' } },
  ],
};
const HEADING_ROWS = checkItems.filter(({ each }) => ['heading', 'probe', 'survey', 'workface'].includes(each)).length;
const OWED = checkItems.length + HEADING_ROWS;

const benches: TestRecorder[] = [];
async function device(principal: string, role: 'inspector' | 'lead' = 'inspector'): Promise<TestRecorder> {
  const bench = await startTestRecorder();
  benches.push(bench);
  await create(bench);
  await enrol(bench, principal, role);
  return bench;
}
afterEach(async () => {
  for (const bench of benches.splice(0)) {
    await bench.close();
    await bench.remove();
  }
});

const give = async (
  { client }: TestRecorder,
  inspectionId: InspectionId,
  itemId: ItemId,
  placeId: PlaceId | null,
  outcome: Outcome,
  reason = '',
) =>
  orThrow(
    await client.ask('answer/give', {
      inspectionId,
      itemId,
      placeId,
      outcome,
      facts: {},
      reason,
      override: '',
      note: '',
    }),
  );

async function carry(from: TestRecorder, to: TestRecorder): Promise<void> {
  const { name } = orThrow(await from.client.ask('bundle/export', { folder: null }));
  const id = await upload(to, path.basename(name), await download(from, name));
  expect(orThrow(await to.client.ask('bundle/import', { upload: id })).refusal).toBeNull();
}

const overview = async ({ client }: TestRecorder) => orThrow(await client.ask('completeness/overview', {}));

describe('a plan', () => {
  test('owes every row at every place before anybody has begun', async () => {
    const lead = await device('team03-lead@jingxun', 'lead');
    const { planId } = orThrow(await lead.client.ask('plan/make', PLAN));
    const { units } = await overview(lead);
    expect(units).toMatchObject([
      { planId, state: 'notStarted', month: '2026-11', team: PERSON.team, completeness: { owed: OWED, missing: OWED } },
    ]);
    const rows = orThrow(
      await lead.client.ask('completeness/rows', { standings: ['missing'], begunOnly: false, limit: 20 }),
    );
    expect(rows.total).toBe(OWED);
    expect(rows.rows).toHaveLength(20);
  });

  test('is refused to an inspector, and with one officer alone', async () => {
    const inspector = await device('team03-dev1@jingxun');
    expect(await inspector.client.ask('plan/make', PLAN)).toMatchObject({ fault: { code: 'role_denied' } });
    const lead = await device('team03-lead@jingxun', 'lead');
    const twice = { ...PLAN, officers: [PLAN.officers[0] ?? SECOND, PLAN.officers[0] ?? SECOND] };
    expect(await lead.client.ask('plan/make', twice)).toMatchObject({ fault: { code: 'bad_draft' } });
  });

  test('taken back is counted as left out, with the reason and who took it back', async () => {
    const lead = await device('team03-lead@jingxun', 'lead');
    const { planId } = orThrow(await lead.client.ask('plan/make', PLAN));
    orThrow(await lead.client.ask('plan/cancel', { planId, reason: '矿井停产' }));
    const ask = { standings: ['excluded' as const], begunOnly: false, limit: 200 };
    const { rows } = orThrow(await lead.client.ask('completeness/rows', ask));
    expect(rows).toHaveLength(OWED);
    for (const row of rows)
      expect(row).toMatchObject({ reason: '矿井停产', by: PERSON.name, signers: [PERSON.name], standing: 'excluded' });
    expect((await overview(lead)).units).toMatchObject([
      { state: 'cancelled', cancelled: { reason: '矿井停产' }, completeness: { owed: OWED, excluded: OWED } },
    ]);
    expect(await lead.client.ask('plan/start', { planId })).toMatchObject({ fault: { code: 'plan_cancelled' } });
  });

  test('that was begun cannot be taken back', async () => {
    const lead = await device('team03-lead@jingxun', 'lead');
    const { planId } = orThrow(await lead.client.ask('plan/make', PLAN));
    orThrow(await lead.client.ask('plan/start', { planId }));
    expect(await lead.client.ask('plan/cancel', { planId, reason: '不查了' })).toMatchObject({
      fault: { code: 'plan_begun' },
    });
  });
});

describe('one plan on two tablets', () => {
  test('is one inspection: places added on both stand, and two openings ask nobody', async () => {
    const lead = await device('team03-lead@jingxun', 'lead');
    const { planId } = orThrow(await lead.client.ask('plan/make', PLAN));
    const [one, two] = [await device('team03-dev1@jingxun'), await device('team03-dev2@jingxun')];
    for (const tablet of [one, two]) await carry(lead, tablet);
    two.pass(16 * 60 * 60 * 1000); // the second tablet begins after midnight
    for (const tablet of [one, two]) {
      const { inspectionId } = orThrow(await tablet.client.ask('plan/start', { planId }));
      const name = tablet === one ? '泵房' : '水仓';
      orThrow(await tablet.client.ask('place/add', { inspectionId, code: 'other', name }));
    }
    for (const tablet of [one, two]) await carry(tablet, lead);
    const [inspection] = orThrow(await lead.client.ask('inspection/list', {}));
    const { places, team, summary } = orThrow(
      await lead.client.ask('inspection/sheet', { inspectionId: inspection?.inspectionId ?? ('' as InspectionId) }),
    );
    expect(orThrow(await lead.client.ask('inspection/list', {}))).toHaveLength(1);
    expect(places.map(({ name }) => name).sort()).toEqual(
      ['1203 掘进工作面', '1205 掘进工作面', '水仓', '泵房'].sort(),
    );
    expect(orThrow(await lead.client.ask('exchange/state', {})).conflicts).toEqual([]);
    expect(team.officers.map(({ name }) => name)).toEqual([PERSON.name, SECOND.name]);
    expect(summary.date).toBe('2026-11-23');
  });

  test('the lead finds what nobody answered, what was left out and why, and who was too fast', async () => {
    const lead = await device('team03-lead@jingxun', 'lead');
    const { planId, inspectionId } = orThrow(await lead.client.ask('plan/make', PLAN));
    const tablet = await device('team03-dev1@jingxun');
    await carry(lead, tablet);
    orThrow(await tablet.client.ask('plan/start', { planId }));
    const { rows } = orThrow(await tablet.client.ask('inspection/sheet', { inspectionId }));
    const left = rows.at(-1);
    for (const row of rows.slice(0, -1)) {
      tablet.pass(row.placeId === null ? 1000 : 400_000);
      const isOut = row.itemId === 'water.withdrawal.drill';
      await give(
        tablet,
        inspectionId,
        row.itemId,
        row.placeId,
        isOut ? 'notApplicable' : 'fail',
        isOut ? '未到雨季' : '',
      );
    }
    const [first, second] = rows.filter(({ itemId }) => itemId === 'water.exploration.advance-board');
    tablet.pass(400_000);
    if (first) await give(tablet, inspectionId, first.itemId, first.placeId, 'fail');
    tablet.pass(299_000); // 600 m at 2 m/s are 300 s
    if (second) await give(tablet, inspectionId, second.itemId, second.placeId, 'fail');
    await carry(tablet, lead);
    const [unit] = (await overview(lead)).units;
    expect(unit).toMatchObject({
      state: 'open',
      completeness: { owed: OWED, settled: OWED - 2, excluded: 1, missing: 1, unclear: 0 },
      tooFast: 1,
    });
    const rowsOf = async (standing: 'missing' | 'excluded') =>
      orThrow(await lead.client.ask('completeness/rows', { standings: [standing], begunOnly: true, limit: 50 })).rows;
    expect(await rowsOf('missing')).toMatchObject([{ itemId: left?.itemId, placeId: left?.placeId }]);
    expect(await rowsOf('excluded')).toMatchObject([
      { itemId: 'water.withdrawal.drill', reason: '未到雨季', by: PERSON.name, signers: [] },
    ]);
    expect(orThrow(await lead.client.ask('completeness/fast', {}))).toMatchObject([
      { took_s: 299, needs_s: 300, length_m: 600, place: '1205 掘进工作面', beforePlace: '1203 掘进工作面' },
    ]);
    expect(orThrow(await lead.client.ask('completeness/fast', { team: '别组' }))).toEqual([]);
  });
});

test('a part that passes on is the other officer’s from then on', async () => {
  const lead = await device('team03-lead@jingxun', 'lead');
  const { planId, inspectionId } = orThrow(await lead.client.ask('plan/make', PLAN));
  const tablet = await device('team03-dev1@jingxun');
  await carry(lead, tablet);
  orThrow(await tablet.client.ask('plan/start', { planId }));
  const before = orThrow(await tablet.client.ask('inspection/sheet', { inspectionId })).team;
  const [zhao, wang] = before.officers;
  const [part] = before.assignments;
  if (!zhao || !wang || !part) throw new Error('the plan came without its people');
  orThrow(
    await tablet.client.ask('handover/give', { inspectionId, to: wang.personId, parts: [part.part], why: '接班' }),
  );
  const { assignments } = orThrow(await tablet.client.ask('inspection/sheet', { inspectionId })).team;
  expect(assignments).toHaveLength(before.assignments.length);
  expect(assignments.every(({ officer }) => officer === wang.personId)).toBe(true);
});
