import { afterEach, describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { create, INSPECTION, startTestRecorder, type TestRecorder } from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

/** An inspection with a heading, a probing site and a pump room. */
async function working() {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  const places = [
    ...INSPECTION.places,
    { code: 'headingFace' as const, kind: 'probeSite' as const, name: '1203 1#' },
    { code: 'other' as const, kind: 'pumpRoom' as const, name: '中央泵房' },
    { code: 'other' as const, name: '调度室' },
  ];
  const { inspectionId } = orThrow(await recorder.client.ask('inspection/open', { ...INSPECTION, places }));
  const sheet = async () => orThrow(await recorder.client.ask('inspection/sheet', { inspectionId }));
  const [heading, site, room, office] = (await sheet()).places.map(({ placeId }) => placeId);
  if (!heading || !site || !room || !office) throw new Error('four places');
  return { ask: recorder.client.ask, inspectionId, sheet, heading, site, room, office };
}
const hole = (name: string, depth_m: string) => ({
  name,
  bearing_deg: '-3.5',
  dip_deg: '0',
  depth_m,
  seenOnSite: true,
});

describe('a site', () => {
  test('keeps what was entered, its holes by their numbers, and a later entry corrects the one before', async () => {
    const { ask, inspectionId, sheet, heading, site } = await working();
    const about = { inspectionId, placeId: site };
    orThrow(await ask('site/put', { ...about, parent: heading, facts: { casing_m: '9' } }));
    orThrow(await ask('site/put', { ...about, parent: heading, facts: { casing_m: '12', thickSeam: true } }));
    const add = async (name: string, depth: string, partId = null) =>
      orThrow(await ask('site/put-part', { ...about, partId, kind: 'hole', facts: hole(name, depth) })).partId;
    await add('10', '60');
    const second = await add('2', '55');
    orThrow(await ask('site/put-part', { ...about, partId: second, kind: 'hole', facts: hole('2', '58') }));
    expect((await sheet()).sites).toMatchObject([
      {
        placeId: site,
        kind: 'probeSite',
        parent: heading,
        facts: { casing_m: '12', thickSeam: true },
        parts: [{ partId: second, facts: { name: '2', depth_m: '58' } }, { facts: { name: '10' } }],
        conflict: false,
      },
    ]);
    orThrow(await ask('site/remove-part', { inspectionId, partId: second }));
    expect((await sheet()).sites[0]?.parts.map(({ facts }) => facts.name)).toEqual(['10']);
  });

  test('shows a pump of a room of which nothing else was entered', async () => {
    const { ask, inspectionId, sheet, room } = await working();
    const facts = { name: '1#', pumpDuty: 'working', capacity_m3PerH: '280' };
    orThrow(await ask('site/put-part', { inspectionId, placeId: room, partId: null, kind: 'pump', facts }));
    expect((await sheet()).sites).toMatchObject([
      { placeId: room, kind: 'pumpRoom', savedAt: null, parts: [{ facts }] },
    ]);
  });

  test('refuses what its form does not ask, what is not of its kind, and places that have no form', async () => {
    const { ask, inspectionId, sheet, heading, site, office } = await working();
    const put = (placeId: typeof site, facts: Record<string, string | boolean | number>) =>
      ask('site/put', { inspectionId, placeId, parent: null, facts });
    const refused = { ok: false, fault: { code: 'bad_facts' } };
    expect(await put(site, { exits: 2 })).toMatchObject(refused);
    expect(await put(site, { casing_m: 'long' })).toMatchObject(refused);
    expect(await put(site, { casing_m: '-3' })).toMatchObject(refused);
    expect(await put(site, { probeTarget: 'mars' })).toMatchObject(refused);
    expect(await put(heading, { heading_date: '2026-02-30' })).toMatchObject(refused);
    expect(await put(office, {})).toMatchObject({ ok: false, fault: { code: 'not_found' } });
    expect((await sheet()).sites).toEqual([]);
  });
});
