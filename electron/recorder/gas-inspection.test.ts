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

/** A gas inspection of a return and of a place without figures, and a water one beside it. */
async function working() {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  const { client } = recorder;
  const places = [
    { code: 'faceReturn' as const, name: '15103 回风巷' },
    { code: 'face' as const, name: '15103 工作面' },
    { code: 'other' as const, name: '调度室' },
  ];
  const opened = await client.ask('inspection/open', { ...INSPECTION, packs: ['gas'], places });
  const { inspectionId } = orThrow(opened);
  const sheet = async () => orThrow(await client.ask('inspection/sheet', { inspectionId }));
  const give = async (place: string, facts: Record<string, string>, outcome: 'pass' | 'fail') => {
    const placeId = (await sheet()).places.find(({ name }) => name === place)?.placeId ?? null;
    const ask = { inspectionId, itemId: itemId.parse('gas.air.ch4'), placeId, facts, outcome };
    return client.ask('answer/give', { ...ask, reason: '', override: '', note: '' });
  };
  return { client, inspectionId, sheet, give };
}

test('a gas inspection owes the rows of gas alone, methane where there is a figure for it', async () => {
  const { sheet } = await working();
  const { rows, places } = await sheet();
  expect(rows.filter(({ itemId: item }) => !item.startsWith('gas.'))).toEqual([]);
  const nameOf = (id: string | null) => places.find(({ placeId }) => placeId === id)?.name ?? null;
  const at = (item: string) => rows.filter((row) => row.itemId === item).map((row) => nameOf(row.placeId));
  expect(at('gas.air.ch4')).toEqual(['15103 回风巷', '15103 工作面']);
  expect(at('gas.air.co')).toEqual(['15103 回风巷', '15103 工作面', '调度室']);
  expect(at('gas.checks.frequency')).toEqual(['15103 工作面']);
});

test('one figure at two places has two verdicts, and only the number is taken from the person', async () => {
  const { give } = await working();
  const atReturn = orThrow(await give('15103 回风巷', { ch4_pct: '1.0' }, 'pass'));
  expect(atReturn.verdict).toMatchObject({ status: 'pass', facts: { location: 'faceReturn', ch4_pct: '1.0' } });
  const atFace = orThrow(await give('15103 工作面', { ch4_pct: '1.0' }, 'fail'));
  expect(atFace.verdict).toMatchObject({ status: 'fail', actions: ['investigate', 'treat', 'stop-electric-drill'] });
  const lied = await give('15103 工作面', { ch4_pct: '1.0', location: 'faceReturn' }, 'pass');
  expect(lied).toMatchObject({ ok: false, fault: { code: 'bad_facts', path: 'location' } });
});

test('a place added later keeps the checklists of the inspection', async () => {
  const { client, inspectionId, sheet } = await working();
  orThrow(await client.ask('place/add', { inspectionId, code: 'headingFace', name: '15105 掘进' }));
  const { rows } = await sheet();
  expect(rows.filter(({ itemId: item }) => item === 'gas.air.ch4')).toHaveLength(3);
  expect(rows.filter(({ itemId: item }) => item.startsWith('water.'))).toEqual([]);
});

test('an inspection that names no checklist is one of water', async () => {
  const { client } = await working();
  const { inspectionId } = orThrow(await client.ask('inspection/open', INSPECTION));
  const { rows } = orThrow(await client.ask('inspection/sheet', { inspectionId }));
  expect(rows.filter(({ itemId: item }) => item.startsWith('gas.'))).toEqual([]);
});
