import { afterEach, expect, test } from 'vitest';
import { itemId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { create, INSPECTION, startTestRecorder, type TestRecorder } from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

/** An inspection whose return holds too much methane, raised as a finding. */
async function withFinding() {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  const { client } = recorder;
  const places = [{ code: 'faceReturn' as const, name: '15103 回风巷' }];
  const opened = await client.ask('inspection/open', { ...INSPECTION, packs: ['gas'], places });
  const { inspectionId } = orThrow(opened);
  const sheet = orThrow(await client.ask('inspection/sheet', { inspectionId }));
  const row = { inspectionId, itemId: itemId.parse('gas.air.ch4'), placeId: sheet.places[0]?.placeId ?? null };
  const answer = { ...row, facts: { ch4_pct: '1.2' }, outcome: 'fail' as const, reason: '', override: '', note: '' };
  const { verdict } = orThrow(await client.ask('answer/give', answer));
  orThrow(await client.ask('finding/raise', { ...row, fact: '回风甲烷1.2%', severity: 'general' }));
  const report = async () => orThrow(await client.ask('report/preview', { inspectionId })).html;
  return { client, inspectionId, citations: verdict?.citations ?? [], report };
}

test('a report whose finding rests on an unread article is a draft until an officer types it', async () => {
  const { client, inspectionId, citations, report } = await withFinding();
  const waiting = async () => orThrow(await client.ask('signoff/articles', { inspectionId }));
  const open = citations.filter(({ article }) => article === null);
  expect(open.length).toBeGreaterThan(0);
  expect((await waiting()).map(({ document, entries }) => [document, entries])).toEqual(
    open.map(({ document, entries }) => [document, entries]),
  );
  expect(await report()).toContain('草稿');
  for (const { document, entries } of open)
    orThrow(await client.ask('article/put', { document, entries, article: '第193条' }));
  expect(await waiting()).toEqual([]);
  const filled = await report();
  expect(filled).not.toContain('草稿');
  expect(filled).toContain('第193条');
  const rows = orThrow(await client.ask('article/list', {}));
  expect(rows.map(({ article, disputed }) => [article, disputed])).toEqual(
    open.flatMap(({ entries }) => entries.map(() => ['第193条', false])),
  );
});

test('a withdrawal order is printed with the article that was typed, and as a draft before', async () => {
  const { client, inspectionId } = await withFinding();
  const { withdrawalId, citations } = orThrow(
    await client.ask('withdrawal/issue', {
      inspectionId,
      mine: INSPECTION.mine,
      trigger: { kind: 'sign', signs: ['red-stain'], alarm: null, item: null },
      foundAt: null,
      foundPlace: null,
      area: [{ placeId: null, name: '15103 回风巷' }],
      danger: '',
    }),
  );
  const printed = async () => orThrow(await client.ask('withdrawal/print', { withdrawalId })).html;
  const open = citations.filter(({ article }) => article === null);
  expect(open.length).toBeGreaterThan(0);
  expect(await printed()).toContain('草稿');
  for (const { document, entries } of open)
    orThrow(await client.ask('article/put', { document, entries, article: '第352条' }));
  expect(await printed()).toContain('第352条');
  expect(await printed()).not.toContain('草稿');
});

test('a later number of the same officer corrects the first', async () => {
  const { client } = await withFinding();
  const put = (article: string) => client.ask('article/put', { document: 'rules25', entries: ['ch4.return'], article });
  orThrow(await put('第139条'));
  orThrow(await put('第193条'));
  const rows = orThrow(await client.ask('article/list', {}));
  expect(rows).toMatchObject([{ document: 'rules25', entry: 'ch4.return', article: '第193条', disputed: false }]);
});

test('only an entry of a document whose article was not read takes one', async () => {
  const { client } = await withFinding();
  const put = (document: string, entry: string) =>
    client.ask('article/put', { document, entries: [entry], article: '第1条' });
  expect(await put('rules25', 'no-such')).toMatchObject({ fault: { code: 'unknown_entry' } });
  expect(await put('rules22', 'ch4.return')).toMatchObject({ fault: { code: 'article_known', article: '第172条' } });
  expect(orThrow(await client.ask('article/list', {}))).toEqual([]);
});
