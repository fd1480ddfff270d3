import { afterEach, expect, test } from 'vitest';
import { itemId, inspectionId as parseInspection } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { create, INSPECTION, startTestRecorder, type TestRecorder } from './test-recorder.ts';

const idOfNone = parseInspection.parse('f'.repeat(32));
const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

test('another day is judged beside the record: what would change is said, nothing is written', async () => {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  const { client } = recorder;
  const places = [{ code: 'faceReturn' as const, name: '15103 回风巷' }];
  const { inspectionId } = orThrow(await client.ask('inspection/open', { ...INSPECTION, packs: ['gas'], places }));
  const sheet = orThrow(await client.ask('inspection/sheet', { inspectionId }));
  const row = { inspectionId, itemId: itemId.parse('gas.air.ch4'), placeId: sheet.places[0]?.placeId ?? null };
  const answer = { ...row, facts: { ch4_pct: '1.2' }, outcome: 'fail' as const, reason: '', override: '', note: '' };
  orThrow(await client.ask('answer/give', answer));
  const history = async () => orThrow(await client.ask('answer/history', row));
  const before = await history();
  const again = async (date: string) =>
    orThrow(await client.ask('rules/rejudge', { of: { inspectionId }, date: isoDate.parse(date), packs: 'inUse' }));
  expect(await again(sheet.summary.date)).toEqual({ judged: 1, changed: 0, rows: [] });
  const earlier = await again('2026-01-15');
  expect(earlier).toMatchObject({ judged: 1, changed: 0, rows: [{ itemId: row.itemId, placeId: row.placeId }] });
  expect(earlier.rows[0]?.why).toEqual([{ what: 'edition', symbol: null, before: 'rules25@1', after: 'rules22@1' }]);
  expect(await again('2019-01-15')).toMatchObject({ changed: 1, rows: [{ before: 'fail', after: 'unknown' }] });
  expect(await history()).toEqual(before);
  const unknown = { of: { inspectionId: idOfNone }, packs: 'shipped' } as const;
  expect(await client.ask('rules/rejudge', { ...unknown, date: isoDate.parse('2026-01-15') })).toMatchObject({
    fault: { code: 'not_found' },
  });
});
