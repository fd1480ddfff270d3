import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { type EntityId, entityId, type InspectionId, instrumentId, type PlaceId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { create, download, enrol, INSPECTION, startTestRecorder, type TestRecorder, upload } from './test-recorder.ts';

const SAMPLE = readFileSync(new URL('../../tests/shared-cases/samples/vendor-b-gb18030.csv', import.meta.url));
const ANSWERS = { zone: '+08:00' };
const instrument = instrumentId.parse('a'.repeat(32));
/** 23 November 2026, 09:00 in Beijing: when the test's clock begins. */
const START = Date.UTC(2026, 10, 23, 1);
const MINUTE = 60_000;

const running: TestRecorder[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) {
    await one.close();
    await one.remove();
  }
});

async function begin() {
  const recorder = await startTestRecorder();
  running.push(recorder);
  await create(recorder);
  return recorder;
}
const register = (recorder: TestRecorder, serialNumber = 'A-20417') =>
  recorder.client.ask('instrument/put', {
    instrumentId: instrument,
    driver: '',
    model: '四参数演示仪',
    serialNumber,
    settings: {},
    certificateNo: '',
    certificateUntil: null,
  });

/** An inspection with two places: the second is entered ten minutes after the first. */
async function twoPlaces(recorder: TestRecorder) {
  const { client } = recorder;
  const { inspectionId } = orThrow(await client.ask('inspection/open', INSPECTION));
  const [first] = orThrow(await client.ask('inspection/sheet', { inspectionId })).places;
  if (!first) throw new Error('no place');
  recorder.pass(MINUTE);
  orThrow(await client.ask('place/enter', { inspectionId, placeId: first.placeId }));
  recorder.pass(10 * MINUTE);
  const added = { inspectionId, code: 'headingReturn', name: '回风巷' } as const;
  const { placeId: second } = orThrow(await client.ask('place/add', added));
  orThrow(await client.ask('place/enter', { inspectionId, placeId: second }));
  recorder.pass(20 * MINUTE);
  return { inspectionId, first: first.placeId, second };
}

const clockText = (ms: number) => new Date(ms + 8 * 60 * MINUTE).toISOString().slice(0, 19).replace('T', ' ');
/** One row a minute from the given minute after the start, methane rising by 0.01. */
const minuteLog = (from: number, count: number) =>
  new TextEncoder().encode(
    ['时间,CH4(%LEL),CO(ppm)']
      .concat(Array.from({ length: count }, (_, nth) => `${clockText(START + (from + nth) * MINUTE)},${nth}.5,${nth}`))
      .join('\n'),
  );

async function open(recorder: TestRecorder, bytes: Uint8Array, name = 'log.csv') {
  const id = await upload(recorder, name, bytes);
  return orThrow(await recorder.client.ask('log/open', { upload: id }));
}
async function answered(recorder: TestRecorder, bytes: Uint8Array) {
  const { draft } = await open(recorder, bytes);
  return orThrow(await recorder.client.ask('log/read', { draft, settings: ANSWERS }));
}
const measure = async ({ client }: TestRecorder, offsetMs: number) => {
  const at = epochMs.parse(START + 5 * MINUTE);
  const shown = clockText(at + offsetMs).replace(' ', 'T');
  return orThrow(
    await client.ask('clock/measure', { instrumentId: instrument, at, shown, zone: '+08:00', photo: null }),
  ).measurement;
};
const choice = (inspectionId: InspectionId | null, measurement: EntityId | null) => ({
  instrumentId: instrument,
  inspectionId,
  measurement,
});
const rowsAt = (match: { places: readonly { placeId: PlaceId; rows: number }[] } | null) =>
  Object.fromEntries(match?.places.map(({ placeId, rows }) => [placeId, rows]) ?? []);

describe('a stored log', () => {
  test('is shown as it was read, with its questions and its instrument, before anything is kept', async () => {
    const recorder = await begin();
    orThrow(await register(recorder));
    const preview = await open(recorder, SAMPLE, 'vendor-b-gb18030.csv');
    expect(preview).toMatchObject({
      encoding: 'gb18030',
      delimiter: ';',
      headerLine: 4,
      questions: ['zone'],
      instrumentId: instrument,
      again: null,
      counts: { rows: 4, imported: 3, readings: 12, bad: 1, duplicates: 0 },
      badRows: [{ row: 8, reason: 'time' }],
    });
    expect(preview.firstLines[2]).toBe('使用单位;𠮷祥煤矿（演示）');
    expect(orThrow(await recorder.client.ask('log/list', {}))).toEqual([]);
    const refused = await recorder.client.ask('log/import', { draft: preview.draft, ...choice(null, null) });
    expect(refused).toMatchObject({ fault: { code: 'log_questions_open', questions: 'zone' } });
  });

  test('is matched by the corrected time, and every row is in a place or listed with why it is not', async () => {
    const recorder = await begin();
    orThrow(await register(recorder));
    const { inspectionId, first, second } = await twoPlaces(recorder);
    // The instrument is 3 minutes fast: its minutes 0 to 39 are ours -3 to 36.
    const { draft, counts } = await answered(recorder, minuteLog(0, 40));
    const measurement = await measure(recorder, 3 * MINUTE);
    const match = orThrow(await recorder.client.ask('log/match', { draft, ...choice(inspectionId, measurement) }));
    expect(rowsAt(match)).toEqual({ [first]: 10, [second]: 21 });
    expect(match.unmatched).toMatchObject([
      { reason: 'before', fromRow: 2, rows: 3 },
      { reason: 'no_place', fromRow: 5, rows: 1 },
      { reason: 'after', fromRow: 37, rows: 5 },
    ]);
    expect(match.matched + match.unmatchedRows).toBe(counts.rows);
    expect(match.places[0]?.gases).toMatchObject([
      { gas: 'CH4', unit: '%LEL', count: 10, min: '4.5', max: '13.5' },
      { gas: 'CO', unit: 'ppm', count: 10, min: '4', max: '13' },
    ]);
  });

  test('is kept with its readings in the report, by source, place and corrected time', async () => {
    const recorder = await begin();
    const { client } = recorder;
    orThrow(await register(recorder));
    const { inspectionId, second } = await twoPlaces(recorder);
    const { draft, file } = await answered(recorder, minuteLog(0, 40));
    const measurement = await measure(recorder, 3 * MINUTE);
    const done = orThrow(await client.ask('log/import', { draft, ...choice(inspectionId, measurement) }));
    expect(done).toMatchObject({
      again: false,
      row: { file, offsetMs: 180_000, how: 'typed' },
      match: { matched: 31 },
    });
    const minutes = orThrow(
      await client.ask('readings/minutes', {
        instrumentId: instrument,
        channel: 'ch4',
        from: epochMs.parse(START),
        to: epochMs.parse(START + 60 * MINUTE),
      }),
    );
    expect(minutes).toHaveLength(37);
    expect(minutes[0]).toMatchObject({ minute: START, mean: 3.5 });
    const [stored] = orThrow(await client.ask('log/extremes', { inspectionId, placeId: second }));
    expect(stored?.readings.map(({ value, time }) => [value.quality === 'ok' && value.amount, time.mono])).toEqual([
      ['33.5', 35],
      ['33', 35],
    ]);
    // A place that was added later does not move the opening, and what was measured before it stays in the report.
    expect(orThrow(await client.ask('inspection/sheet', { inspectionId })).summary.openedAt).toBe(START);
    const { html } = orThrow(await client.ask('report/preview', { inspectionId }));
    expect(html).toContain('log.csv');
    expect(html).toContain(file.slice(0, 16));
  });

  test('is added once, whatever its name, and also when it comes again in a bundle', async () => {
    const recorder = await begin();
    const { client } = recorder;
    await enrol(recorder, 'sx-t1@jingxun');
    orThrow(await register(recorder));
    const first = await answered(recorder, minuteLog(0, 5));
    orThrow(await client.ask('log/import', { draft: first.draft, ...choice(null, null) }));
    const before = orThrow(await client.ask('session/state', {})).saved;
    const again = await open(recorder, minuteLog(0, 5), 'another name.csv');
    expect(again.again).toMatchObject({ name: 'log.csv', instrumentId: instrument });
    const done = orThrow(await client.ask('log/import', { draft: again.draft, ...choice(null, null) }));
    expect(done).toMatchObject({ again: true, row: { name: 'log.csv' } });
    expect(orThrow(await client.ask('session/state', {})).saved).toEqual(before);

    const { name } = orThrow(await client.ask('bundle/export', { folder: null }));
    const other = await begin();
    await enrol(other, 'sx-t2@jingxun');
    const id = await upload(other, 'one.jxb', await download(recorder, name));
    orThrow(await other.client.ask('bundle/import', { upload: id }));
    const there = await open(other, minuteLog(0, 5));
    expect(there.again).toMatchObject({ name: 'log.csv' });
    expect(orThrow(await other.client.ask('log/import', { draft: there.draft, ...choice(null, null) })).again).toBe(
      true,
    );
    const minutes = await other.client.ask('readings/minutes', {
      instrumentId: instrument,
      channel: 'ch4',
      from: epochMs.parse(START),
      to: epochMs.parse(START + 60 * MINUTE),
    });
    expect(orThrow(minutes).map(({ count }) => count)).toEqual([1, 1, 1, 1, 1]);
  });

  test.each([
    ['the same offset asks nobody', 180_000, 180_000, 0],
    ['another offset is a conflict under the name of the file', 180_000, 181_000, 1],
  ])('taken in on two machines: %s', async (_, here, there, conflicts) => {
    const [one, two] = [await begin(), await begin()];
    for (const [nth, machine] of [one, two].entries()) {
      await enrol(machine, `sx-t${nth}@jingxun`);
      orThrow(await register(machine));
      const name = `${nth}.csv`;
      const { draft } = await open(machine, minuteLog(0, 5), name);
      orThrow(await machine.client.ask('log/read', { draft, settings: ANSWERS }));
      const measurement = await measure(machine, nth === 0 ? here : there);
      orThrow(await machine.client.ask('log/import', { draft, ...choice(null, measurement) }));
    }
    const { name } = orThrow(await one.client.ask('bundle/export', { folder: null }));
    orThrow(await two.client.ask('bundle/import', { upload: await upload(two, 'one.jxb', await download(one, name)) }));
    const state = orThrow(await two.client.ask('exchange/state', {}));
    const ofLog = state.conflicts.filter(({ subject }) => subject.startsWith('stored-log/'));
    expect(ofLog).toHaveLength(conflicts);
    for (const conflict of ofLog) {
      expect(conflict.title).toMatch(/^[01]\.csv · 四参数演示仪 A-20417$/);
      expect(conflict.heads.map(({ summary }) => /钟差（秒） (\d+)/.exec(summary)?.[1]).sort()).toEqual(['180', '181']);
    }
    expect(orThrow(await two.client.ask('log/list', {}))).toHaveLength(1);
  });

  test('is matched anew by a better offset as a new event, and says what moved', async () => {
    const recorder = await begin();
    const { client } = recorder;
    orThrow(await register(recorder));
    const { inspectionId, first, second } = await twoPlaces(recorder);
    const { draft, file } = await answered(recorder, minuteLog(0, 40));
    orThrow(await client.ask('log/import', { draft, ...choice(inspectionId, null) }));
    const measurement = await measure(recorder, 3 * MINUTE);
    const ask = { file, ...choice(inspectionId, measurement) };
    const done = orThrow(await client.ask('log/rematch', ask));
    expect([rowsAt(done.before), rowsAt(done.after)]).toEqual([
      { [first]: 10, [second]: 21 },
      { [first]: 10, [second]: 21 },
    ]);
    // Three rows each at the edges of the two places and of the inspection.
    expect(done).toMatchObject({ moved: 9, row: { offsetMs: 180_000 } });
    const { saved } = orThrow(await client.ask('session/state', {}));
    expect(orThrow(await client.ask('log/rematch', ask)).moved).toBe(0);
    expect(orThrow(await client.ask('session/state', {})).saved).toEqual(saved);
    const minutes = await client.ask('readings/minutes', {
      instrumentId: instrument,
      channel: 'ch4',
      from: epochMs.parse(START - 60 * MINUTE),
      to: epochMs.parse(START + 60 * MINUTE),
    });
    expect(orThrow(minutes).map(({ count }) => count)).toEqual(Array.from({ length: 40 }, () => 1));
  });

  test('that is no log is refused and leaves nothing', async () => {
    const recorder = await begin();
    const id = await upload(recorder, 'photo.jpg', Uint8Array.of(0xff, 0xd8, 0, 1));
    expect(await recorder.client.ask('log/open', { upload: id })).toMatchObject({ fault: { code: 'log_not_text' } });
  });

  test('a draft nobody opened and an instrument nobody knows are not found', async () => {
    const recorder = await begin();
    const draft = entityId.parse('b'.repeat(32));
    expect(await recorder.client.ask('log/read', { draft, settings: {} })).toMatchObject({
      fault: { code: 'not_found' },
    });
    const { draft: own } = await answered(recorder, minuteLog(0, 2));
    expect(await recorder.client.ask('log/import', { draft: own, ...choice(null, null) })).toMatchObject({
      fault: { code: 'not_found', what: instrument },
    });
  });
});
