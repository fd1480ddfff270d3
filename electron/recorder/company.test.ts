import { afterEach, expect, test } from 'vitest';
import { type CompanyLimit, companyLimit } from '../../rules/packs/company.ts';
import { itemId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { create, INSPECTION, PERSON, startTestRecorder, type TestRecorder } from './test-recorder.ts';

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
const own = (more: Partial<Record<keyof CompanyLimit, string>> = {}) =>
  companyLimit.parse({
    family: 'safety',
    key: 'ch4.return',
    value: '0.8',
    title: '示例煤矿瓦斯管理规定',
    article: '第12条',
    from: '2026-01-01',
    ...more,
  });

test('a stricter figure of a mine is kept with its document, by whom and when, for that mine alone', async () => {
  const ask = await fresh();
  const { savedAt } = orThrow(await ask('company/put', { mine, limit: own() }));
  expect(orThrow(await ask('company/list', { mine }))).toEqual([
    { limit: own(), by: PERSON.name, at: savedAt, disputed: false },
  ]);
  expect(orThrow(await ask('company/list', { mine: '另一座煤矿' }))).toEqual([]);
  orThrow(await ask('company/put', { mine, limit: own({ value: '0.7' }) }));
  expect(orThrow(await ask('company/list', { mine }))).toMatchObject([{ limit: { value: '0.7' } }]);
});

test('a figure that is not stricter, or stands beside no limit of the law, is refused and nothing is kept', async () => {
  const ask = await fresh();
  const put = (more: object) => ask('company/put', { mine, limit: own(more) });
  expect(await put({ value: '1.0' })).toMatchObject({ fault: { code: 'not_stricter', law: '1.0', unit: '%' } });
  expect(await put({ value: '1.2' })).toMatchObject({ fault: { code: 'not_stricter' } });
  expect(await put({ key: 'air.O2-intake', value: '19' })).toMatchObject({ fault: { code: 'not_stricter' } });
  expect(await put({ key: 'no-such' })).toMatchObject({ fault: { code: 'unknown_entry' } });
  expect(orThrow(await ask('company/list', { mine }))).toEqual([]);
  orThrow(await put({ key: 'air.O2-intake', value: '20.5' }));
});

test('taking back is a new event: the figure no longer counts and may come again', async () => {
  const ask = await fresh();
  const first = orThrow(await ask('company/put', { mine, limit: own() }));
  const named = { mine, family: 'safety', key: 'ch4.return' } as const;
  const back = orThrow(await ask('company/remove', named));
  expect(back.seq).toBeGreaterThan(first.seq);
  expect(orThrow(await ask('company/list', { mine }))).toEqual([]);
  expect(await ask('company/remove', named)).toMatchObject({ fault: { code: 'not_found' } });
  orThrow(await ask('company/put', { mine, limit: own() }));
  expect(orThrow(await ask('company/list', { mine }))).toHaveLength(1);
});

test('an answer keeps what the figures said beside the law, however they change later', async () => {
  const ask = await fresh();
  orThrow(await ask('company/put', { mine, limit: own() }));
  const places = [{ code: 'faceReturn' as const, name: '15103 回风巷' }];
  const { inspectionId } = orThrow(await ask('inspection/open', { ...INSPECTION, packs: ['gas'], places }));
  const sheet = async () => orThrow(await ask('inspection/sheet', { inspectionId }));
  const placeId = (await sheet()).places[0]?.placeId ?? null;
  const row = { inspectionId, itemId: itemId.parse('gas.air.ch4'), placeId };
  const give = (ch4_pct: string) =>
    ask('answer/give', { ...row, facts: { ch4_pct }, outcome: 'pass', reason: '', override: '', note: '' });
  const answer = async () => (await sheet()).rows.find((one) => one.itemId === row.itemId)?.answer;
  orThrow(await give('0.9'));
  const kept = { verdict: { status: 'pass', source: 'law' }, byCompany: { status: 'fail', source: 'company' } };
  expect(await answer()).toMatchObject(kept);
  orThrow(await ask('company/remove', { mine, family: 'safety', key: 'ch4.return' }));
  expect(await answer()).toMatchObject(kept);
  // an answer after the taking back has none, and taking that answer back brings the first with its verdict
  orThrow(await give('0.8'));
  expect(await answer()).toMatchObject({ verdict: { status: 'pass' }, byCompany: null });
  orThrow(await ask('answer/undo', { inspectionId }));
  expect(await answer()).toMatchObject(kept);
  expect(orThrow(await ask('answer/history', row)).map(({ byCompany }) => byCompany?.status ?? null)).toEqual([
    'fail',
    null,
    'fail',
  ]);
});
