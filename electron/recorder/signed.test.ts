import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { InspectionId, PlaceId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import type { PlanDraft } from '../ports/plan-models.ts';
import { create, download, enrol, PERSON, startTestRecorder, type TestRecorder, upload } from './test-recorder.ts';

// Two officers walk one planned inspection with a tablet each, and each signs for the own part.

const FIRST = PERSON;
const SECOND = { name: '王晓岚', certificateNo: 'SX-0302', team: '三组' };
const LEAD = { name: '组长', certificateNo: 'SX-0001', team: '三组' };
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
  officers: [FIRST, SECOND].map(({ name, certificateNo }) => ({ name, certificateNo })),
  assignments: [
    { officer: 0, part: { place: 0 } },
    { officer: 1, part: { place: 1 } },
  ],
};

const benches: TestRecorder[] = [];
async function device(principal: string, person = FIRST, role: 'inspector' | 'lead' = 'inspector') {
  const bench = await startTestRecorder();
  benches.push(bench);
  await create(bench, person);
  await enrol(bench, principal, role);
  return bench;
}
afterEach(async () => {
  for (const bench of benches.splice(0)) {
    await bench.close();
    await bench.remove();
  }
});

interface Carried {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function bundleOf(from: TestRecorder): Promise<Carried> {
  const { name } = orThrow(await from.client.ask('bundle/export', { folder: null }));
  return { name: path.basename(name), bytes: await download(from, name) };
}

async function take(to: TestRecorder, { name, bytes }: Carried): Promise<void> {
  const id = await upload(to, name, bytes);
  expect(orThrow(await to.client.ask('bundle/import', { upload: id })).refusal).toBeNull();
}

const sheetOf = async ({ client }: TestRecorder, inspectionId: InspectionId) =>
  orThrow(await client.ask('inspection/sheet', { inspectionId }));

/** Fails every row of one place, gives a reason for each row that is left, and signs. */
async function answerAndSign(
  bench: TestRecorder,
  inspectionId: InspectionId,
  placeId: PlaceId,
  { name, certificateNo }: typeof FIRST,
  reason: string,
): Promise<void> {
  const { client } = bench;
  const where = { inspectionId, facts: {}, reason: '', override: '', note: '' };
  for (const row of (await sheetOf(bench, inspectionId)).rows.filter((one) => one.placeId === placeId))
    orThrow(await client.ask('answer/give', { ...where, itemId: row.itemId, placeId, outcome: 'fail' }));
  const gaps = orThrow(await client.ask('signoff/check', { inspectionId })).map((block) => ({
    itemId: block.itemId,
    placeId: block.placeId,
    reason,
  }));
  const png = Buffer.from(name).toString('base64');
  const signatures = [
    { name, certificateNo, role: 'officer' as const, png, refused: null },
    { name: '王某', certificateNo: '', role: 'unitHead' as const, png, refused: null },
  ];
  bench.pass(60_000);
  orThrow(await client.ask('signoff/sign', { inspectionId, gaps, signatures }));
}

test('two signings of one inspection stand side by side, whichever is taken in first', async () => {
  const planner = await device('team03-plan@jingxun', LEAD, 'lead');
  const { planId, inspectionId } = orThrow(await planner.client.ask('plan/make', PLAN));
  const planned = await bundleOf(planner);
  const one = await device('team03-dev1@jingxun', FIRST);
  const two = await device('team03-dev2@jingxun', SECOND);
  for (const tablet of [one, two]) {
    await take(tablet, planned);
    orThrow(await tablet.client.ask('plan/start', { planId }));
  }
  const [heading, other] = (await sheetOf(one, inspectionId)).places;
  if (!heading || !other) throw new Error('the plan came without its places');
  await answerAndSign(one, inspectionId, heading.placeId, FIRST, '王晓岚在查');
  const ofOne = await bundleOf(one);

  // The other officer takes the signed part in and is not locked out of the own.
  await take(two, ofOne);
  const before = await sheetOf(two, inspectionId);
  expect(before.summary.signedAt).toBeNull();
  expect(before.signoffs).toMatchObject([{ by: FIRST.name, own: false }]);
  two.pass(3_600_000);
  await answerAndSign(two, inspectionId, other.placeId, SECOND, '没带图纸');
  const signedTwice = await two.client.ask('signoff/sign', {
    inspectionId,
    gaps: [],
    signatures: [
      { name: SECOND.name, certificateNo: SECOND.certificateNo, role: 'officer', png: 'AAAA', refused: null },
    ],
  });
  expect(signedTwice).toMatchObject({ ok: false, fault: { code: 'signed_already' } });
  const ofTwo = await bundleOf(two);

  const seen: unknown[] = [];
  for (const order of [
    [ofOne, ofTwo],
    [ofTwo, ofOne],
  ]) {
    const lead = await device(`team03-lead${seen.length}@jingxun`, LEAD, 'lead');
    for (const bundle of order) await take(lead, bundle);
    expect(orThrow(await lead.client.ask('exchange/state', {})).conflicts).toEqual([]);
    const { signoffs, signatures, summary } = await sheetOf(lead, inspectionId);
    expect(signoffs.map(({ by, own }) => ({ by, own }))).toEqual([
      { by: FIRST.name, own: false },
      { by: SECOND.name, own: false },
    ]);
    expect(summary.signedAt).toBe(signoffs[1]?.at);
    expect(signatures.map(({ name, role }) => `${role} ${name}`).sort()).toEqual(
      [`officer ${FIRST.name}`, `officer ${SECOND.name}`, 'unitHead 王某', 'unitHead 王某'].sort(),
    );
    const owed = orThrow(
      await lead.client.ask('completeness/rows', {
        standings: ['missing', 'unclear', 'excluded'],
        begunOnly: true,
        limit: 500,
      }),
    );
    // Rows of either heading are settled, and the reason of the officer who left them open is gone with that.
    expect(owed.rows.filter(({ placeId }) => placeId !== null)).toEqual([]);
    expect(new Set(owed.rows.map(({ reason, by }) => `${reason} ${by}`))).toEqual(
      new Set([`王晓岚在查；没带图纸 ${FIRST.name}、${SECOND.name}`]),
    );
    const { html } = orThrow(await lead.client.ask('report/preview', { inspectionId }));
    for (const { name } of [FIRST, SECOND]) expect(html).toContain(`${name}已签字`);
    seen.push({ signoffs, signatures, rows: owed.rows });
  }
  expect(seen[1]).toEqual(seen[0]);
});
