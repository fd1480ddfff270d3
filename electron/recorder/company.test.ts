import { afterEach, expect, test } from 'vitest';
import { type CompanyLimit, companyLimit } from '../../rules/packs/company.ts';
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
