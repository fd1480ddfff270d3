import { afterEach, describe, expect, test } from 'vitest';
import { type AlarmFacts, alarmFacts } from '../../vocabulary/alarm.ts';
import { entityId, type InspectionId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { create, INSPECTION, PASSPHRASE, startTestRecorder, type TestRecorder } from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

async function working(): Promise<TestRecorder> {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  return recorder;
}

const volume = (amount: string) => ({ quality: 'ok' as const, amount, unit: '%VOL' as const });
const factsOf = (more: object = {}): AlarmFacts =>
  alarmFacts.parse({
    instrument: 'a'.repeat(32),
    channel: 'ch1',
    gas: 'CH4',
    place: { placeId: null, code: 'faceAirflow', name: null },
    level: 1,
    gravest: 1,
    why: 'reached',
    limit: { value: '1.5', unit: '%VOL', comparator: '>=', citations: [] },
    actions: ['stop-work', 'cut-power', 'withdraw', 'treat'],
    strictest: false,
    raised: { at: 1000, value: volume('1.52') },
    peak: { at: 1000, value: volume('1.52') },
    last: { at: 1000, value: volume('1.52') },
    times: 1,
    acknowledged: [],
    shelved: [],
    moved: [],
    ended: null,
    ...more,
  });
const id = (letter: string) => entityId.parse(letter.repeat(32));
const acked = { acknowledged: [{ at: 2000, by: '赵远山', value: volume('1.52') }] };
const cleared = { ended: { at: 9000, how: 'cleared', by: null } };

const noted = async (
  { client }: TestRecorder,
  alarm: string,
  facts: AlarmFacts,
  inspectionId: InspectionId | null = null,
) => orThrow(await client.ask('alarm/note', { alarm: id(alarm), inspectionId, facts }));
const listed = async ({ client }: TestRecorder, own: boolean, inspectionId: InspectionId | null = null) =>
  orThrow(await client.ask('alarm/list', { inspectionId, own }));
const lastEntry = async ({ client }: TestRecorder) => orThrow(await client.ask('session/state', {})).saved?.seq;

describe('an alarm in the record', () => {
  test('stands with who acknowledged it and when it ended, and is no longer open then', async () => {
    const recorder = await working();
    await noted(recorder, '1', factsOf());
    await noted(recorder, '1', factsOf(acked));
    expect(await listed(recorder, true)).toMatchObject([{ alarm: id('1'), facts: factsOf(acked) }]);
    await noted(recorder, '1', factsOf({ ...acked, ...cleared }));
    expect(await listed(recorder, true)).toEqual([]);
    expect(await listed(recorder, false)).toMatchObject([
      { facts: { acknowledged: [{ by: '赵远山' }], ended: { at: 9000 } } },
    ]);
  });
  test('is written once however often the screen says it', async () => {
    const recorder = await working();
    await noted(recorder, '1', factsOf());
    const before = await lastEntry(recorder);
    await noted(recorder, '1', factsOf());
    expect(await lastEntry(recorder)).toBe(before);
  });
  test('is one alarm where two windows hear the same channel, and neither loses the other’s acknowledging', async () => {
    const recorder = await working();
    await noted(recorder, '1', factsOf(acked));
    const second = await noted(recorder, '2', factsOf({ raised: { at: 1400, value: volume('1.53') } }));
    expect(second).toMatchObject({ alarm: id('1'), facts: { raised: { at: 1000 }, acknowledged: [{ by: '赵远山' }] } });
    expect(await listed(recorder, false)).toHaveLength(1);
  });
  test('that came after the one before had ended is another', async () => {
    const recorder = await working();
    await noted(recorder, '1', factsOf(cleared));
    await noted(recorder, '2', factsOf());
    expect((await listed(recorder, false)).map(({ alarm }) => alarm).sort()).toEqual([id('1'), id('2')]);
  });
  test('belongs to the inspection that was open, and to this device where there was none', async () => {
    const recorder = await working();
    const { inspectionId } = orThrow(await recorder.client.ask('inspection/open', INSPECTION));
    await noted(recorder, '1', factsOf(), inspectionId);
    await noted(recorder, '2', factsOf({ channel: 'ch2' }), null);
    expect(await listed(recorder, false, inspectionId)).toMatchObject([{ alarm: id('1'), inspectionId }]);
    expect(await listed(recorder, false)).toHaveLength(2);
  });
  test('is refused while the record is locked, and taken when it is said again', async () => {
    const recorder = await working();
    orThrow(await recorder.client.ask('session/lock', {}));
    const ask = { alarm: id('1'), inspectionId: null, facts: factsOf() };
    expect(await recorder.client.ask('alarm/note', ask)).toMatchObject({ ok: false, fault: { code: 'locked' } });
    orThrow(await recorder.client.ask('session/unlock', { passphrase: PASSPHRASE }));
    orThrow(await recorder.client.ask('alarm/note', ask));
    expect(await listed(recorder, true)).toHaveLength(1);
  });
});
