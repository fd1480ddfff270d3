import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { FieldKey } from '../../rules/assessment/fields.ts';
import { companyLimit } from '../../rules/packs/company.ts';
import { reading } from '../../vocabulary/reading.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { testPoint } from '../../vocabulary/test-point.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import type { AssessmentRow, UnitDraft } from '../ports/assessment-models.ts';
import { create, download, enrol, INSPECTION, startTestRecorder, type TestRecorder, upload } from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

async function working(existing?: string): Promise<TestRecorder> {
  const recorder = await startTestRecorder(existing);
  started.push(recorder);
  if (existing === undefined) await create(recorder);
  return recorder;
}

const UNIT: UnitDraft = { mine: INSPECTION.mine, face: '15103 综采工作面', name: '预抽单元2', year: 2026, quarter: 4 };

const openUnit = async ({ client }: TestRecorder, more: Partial<UnitDraft> = {}) =>
  orThrow(await client.ask('assessment/open', { ...UNIT, ...more, inspectionId: null })).assessmentId;
const stateOf = async ({ client }: TestRecorder) => orThrow(await client.ask('assessment/state', {}));
const put = async (
  { client }: TestRecorder,
  assessmentId: AssessmentRow['assessmentId'],
  facts: Partial<Record<FieldKey, FactValue>>,
) => {
  for (const [field, value] of Object.entries(facts))
    orThrow(
      await client.ask('assessment/put', {
        assessmentId,
        figure: { field: field as FieldKey, value: value ?? null, believed: false, reading: null },
      }),
    );
};
const valuesIn = (row: AssessmentRow | undefined) =>
  Object.fromEntries((row?.figures ?? []).map(({ field, value }) => [field, value]));

const DESORBABLE = {
  residualPressure_MPa: '0.5',
  langmuirA_m3PerT: '30',
  langmuirB_perMPa: '1.0',
  ash_pct: '10',
  moisture_pct: '1.5',
  porosity_m3PerM3: '0.05',
  coalDensity_tPerM3: '1.4',
  dailyOutput_t: '6500',
} as const;

describe('a unit of gas drainage', () => {
  test('keeps each figure as it is given, and one unit after the other', async () => {
    const bench = await working();
    const id = await openUnit(bench);
    await put(bench, id, { mineEmission_m3PerMin: '62', residualPressure_MPa: '0.50', hasOutburstSeam: true });
    const second = await openUnit(bench, { name: '预抽单元3' });
    const { rows } = await stateOf(bench);
    expect(rows.map(({ name }) => name)).toEqual(['预抽单元2', '预抽单元3']);
    expect(valuesIn(rows[0])).toEqual({
      mineEmission_m3PerMin: '62',
      residualPressure_MPa: '0.50',
      hasOutburstSeam: true,
    });
    // what is one figure for the whole mine need not be typed again
    expect(valuesIn(rows[1])).toEqual({ mineEmission_m3PerMin: '62', hasOutburstSeam: true });
    expect(rows[1]?.figures[0]?.source).toEqual({ from: 'copied', of: id });
    expect(second).not.toBe(id);
    expect(rows[0]?.date).toBe('2026-11-23');
  });

  test('is still there after the process died', async () => {
    const bench = await working();
    const id = await openUnit(bench);
    await put(bench, id, { residualPressure_MPa: '0.5' });
    bench.kill();
    const again = await working(bench.folder);
    orThrow(await again.client.ask('session/unlock', { passphrase: 'correct horse' }));
    expect(valuesIn((await stateOf(again)).rows[0])).toEqual({ residualPressure_MPa: '0.5' });
  });

  test('takes back one deed after the other, each by events of its own', async () => {
    const bench = await working();
    const id = await openUnit(bench);
    await put(bench, id, { residualPressure_MPa: '0.5' });
    await put(bench, id, { residualPressure_MPa: '0.6' });
    expect((await stateOf(bench)).undo).toMatchObject({
      kind: 'figure',
      what: 'residualPressure_MPa',
      unit: '预抽单元2',
    });
    const undo = async () => orThrow(await bench.client.ask('assessment/undo', {}));
    await undo();
    expect(valuesIn((await stateOf(bench)).rows[0])).toEqual({ residualPressure_MPa: '0.5' });
    await undo();
    expect(valuesIn((await stateOf(bench)).rows[0])).toEqual({ residualPressure_MPa: null });
    expect(await undo()).toMatchObject({ kind: 'unit' });
    expect((await stateOf(bench)).rows).toEqual([]);
    expect(await undo()).toBeNull();
  });

  test('is judged by its largest test point; a point is corrected, taken off and brought back', async () => {
    const bench = await working();
    const id = await openUnit(bench);
    await put(bench, id, { ...DESORBABLE, dailyOutput_t: '800' });
    const blank = { place: '', at_m: null, date: null, content_m3PerT: null, pressure_MPa: null };
    const say = async (no: number, pressure_MPa: string, removed = false) =>
      orThrow(
        await bench.client.ask('assessment/point', {
          assessmentId: id,
          point: testPoint.parse({ ...blank, no, pressure_MPa }),
          removed,
        }),
      );
    await say(2, '0.40');
    await say(1, '1.90');
    const points = async () => (await stateOf(bench)).rows[0]?.points.map(({ no, pressure_MPa }) => [no, pressure_MPa]);
    expect(await points()).toEqual([
      [1, '1.90'],
      [2, '0.40'],
    ]);
    const conclude = () => bench.client.ask('assessment/conclude', { assessmentId: id, note: '' });
    const outcome = async () => (await stateOf(bench)).rows[0]?.conclusion;
    orThrow(await conclude());
    expect(await outcome()).toMatchObject({ outcome: 'fail', outdated: false });
    bench.pass(1000);
    await say(1, '1.90', true);
    expect(await outcome()).toMatchObject({ outdated: true });
    expect(await points()).toEqual([[2, '0.40']]);
    orThrow(await bench.client.ask('assessment/undo', {}));
    expect(await points()).toHaveLength(2);
  });

  test('taken off with its reason stays in the record and can be brought back', async () => {
    const bench = await working();
    const id = await openUnit(bench);
    orThrow(await bench.client.ask('assessment/remove', { assessmentId: id, reason: '单元划分重了' }));
    const { rows, undo } = await stateOf(bench);
    expect(rows).toEqual([]);
    expect(undo).toMatchObject({ kind: 'removed', unit: UNIT.name });
    orThrow(await bench.client.ask('assessment/undo', {}));
    expect((await stateOf(bench)).rows.map(({ name }) => name)).toEqual([UNIT.name]);
  });

  test('is concluded with every verdict as it stood, and says when a figure came after it', async () => {
    const bench = await working();
    const id = await openUnit(bench);
    await put(bench, id, DESORBABLE);
    orThrow(await bench.client.ask('assessment/conclude', { assessmentId: id, note: '现场复核' }));
    const [row] = (await stateOf(bench)).rows;
    expect(row?.conclusion).toMatchObject({ outcome: 'fail', severity: 'general', note: '现场复核', outdated: false });
    bench.pass(1000);
    await put(bench, id, { dailyOutput_t: '6000' });
    expect((await stateOf(bench)).rows[0]?.conclusion?.outdated).toBe(true);
    await bench.client.ask('assessment/undo', {});
    await bench.client.ask('assessment/undo', {});
    expect((await stateOf(bench)).rows[0]?.conclusion).toBeNull();
  });

  test("keeps with its result what the mine's own figures said, however they change later", async () => {
    const bench = await working();
    const id = await openUnit(bench);
    await put(bench, id, { ...DESORBABLE, dailyOutput_t: '5000' });
    const limit = companyLimit.parse({
      family: 'drainage',
      key: 'desorbable',
      value: '5',
      title: '示例煤矿抽采管理规定',
      article: '第3条',
      from: '2026-01-01',
    });
    orThrow(await bench.client.ask('company/put', { mine: UNIT.mine, limit }));
    orThrow(await bench.client.ask('assessment/conclude', { assessmentId: id, note: '' }));
    const kept = [{ sub: 'desorbable', verdict: { status: 'fail', source: 'company', results: { limit_m3PerT: 5 } } }];
    expect((await stateOf(bench)).rows[0]?.conclusion?.byCompany).toMatchObject(kept);
    orThrow(await bench.client.ask('company/remove', { mine: UNIT.mine, family: 'drainage', key: 'desorbable' }));
    expect((await stateOf(bench)).rows[0]?.conclusion?.byCompany).toMatchObject(kept);
  });

  test('becomes a finding of the open inspection of its mine, with the articles of the rule', async () => {
    const bench = await working();
    const id = await openUnit(bench);
    await put(bench, id, DESORBABLE);
    const raise = (severity: 'general' | 'major') =>
      bench.client.ask('assessment/raise', { assessmentId: id, sub: 'desorbable', fact: '可解吸瓦斯量超过', severity });
    expect(await raise('general')).toMatchObject({
      ok: false,
      fault: { code: 'no_inspection_of_mine', mine: UNIT.mine },
    });
    const { inspectionId } = orThrow(await bench.client.ask('inspection/open', INSPECTION));
    const first = orThrow(await raise('general'));
    const second = orThrow(await raise('major'));
    expect(second).toMatchObject({ findingId: first.findingId, inspectionId, itemId: 'gas.desorbable.limit' });
    const sheet = orThrow(await bench.client.ask('inspection/sheet', { inspectionId }));
    expect(sheet.findings).toMatchObject([{ severity: 'major', fact: '可解吸瓦斯量超过' }]);
    expect((await stateOf(bench)).rows[0]?.findings).toEqual([
      { rule: 'gas.desorbable.limit', findingId: first.findingId },
    ]);
    expect((await bench.client.ask('report/preview', { inspectionId })).ok).toBe(true);
  });

  test('grades a reading that is put into a field', async () => {
    const bench = await working();
    const id = await openUnit(bench);
    const one = reading.parse({
      instrument: 'ab'.repeat(16),
      channel: 'ch4',
      gas: 'CH4',
      time: { wall: Date.UTC(2026, 10, 23, 1), mono: 1, boot: 'cd'.repeat(16) },
      value: { quality: 'ok', amount: '0.62', unit: '%VOL' },
    });
    const figure = { field: 'returnCH4_pct', value: '0.62', believed: false, reading: one } as const;
    orThrow(await bench.client.ask('assessment/put', { assessmentId: id, figure }));
    const source = (await stateOf(bench)).rows[0]?.figures[0]?.source;
    expect(source).toMatchObject({ from: 'reading', grade: { grade: 'notEvidence' } });
  });
});

describe('figures from a file of the mine', () => {
  const file = { name: '10月抽采月报.csv', mime: 'text/csv', bytes: Buffer.from('矿井,单元').toString('base64') };
  const draft = (value: string) => ({
    inspectionId: null,
    file,
    units: [
      { ...UNIT, figures: [{ field: 'residualPressure_MPa' as const, value, cell: 'E3' }], points: [] },
      {
        ...UNIT,
        name: '预抽单元3',
        figures: [{ field: 'dailyOutput_t' as const, value: '6500', cell: 'F4' }],
        points: [],
      },
    ],
  });

  test('open units and fill fields, say which cell, and are taken back as one', async () => {
    const bench = await working();
    const id = await openUnit(bench);
    await put(bench, id, { residualPressure_MPa: '0.6' });
    const done = orThrow(await bench.client.ask('assessment/import', draft('0.5')));
    expect(done.figures).toBe(2);
    const { rows, undo } = await stateOf(bench);
    expect(rows.map(valuesIn)).toEqual([{ residualPressure_MPa: '0.5' }, { dailyOutput_t: '6500' }]);
    expect(rows[0]?.figures[0]?.source).toMatchObject({ from: 'import', name: file.name, cell: 'E3' });
    expect(undo).toMatchObject({ kind: 'import', what: file.name });
    expect(await bench.client.ask('assessment/undo', {})).toMatchObject(ok({ kind: 'import' }));
    expect((await stateOf(bench)).rows.map(valuesIn)).toEqual([{ residualPressure_MPa: '0.6' }]);
  });

  test('bring test points in, and each of them once', async () => {
    const bench = await working();
    const point = {
      no: 1,
      place: '回风巷',
      at_m: '30',
      date: null,
      content_m3PerT: '5.1',
      pressure_MPa: null,
      cell: 'E2',
    };
    const ask = (content_m3PerT: string) => {
      const of = draft('0.5');
      const points = [testPoint.extend({ cell: z.string() }).parse({ ...point, content_m3PerT })];
      return bench.client.ask('assessment/import', { ...of, units: [{ ...UNIT, figures: [], points }] });
    };
    expect(orThrow(await ask('5.1')).figures).toBe(1);
    expect(orThrow(await ask('5.1')).figures).toBe(0);
    expect(orThrow(await ask('5.2')).figures).toBe(1);
    const [row] = (await stateOf(bench)).rows;
    expect(row?.points).toMatchObject([{ no: 1, content_m3PerT: '5.2', source: { from: 'import', cell: 'E2' } }]);
    orThrow(await bench.client.ask('assessment/undo', {}));
    expect((await stateOf(bench)).rows[0]?.points).toMatchObject([{ content_m3PerT: '5.1' }]);
  });

  test('write nothing twice', async () => {
    const bench = await working();
    orThrow(await bench.client.ask('assessment/import', draft('0.5')));
    const again = orThrow(await bench.client.ask('assessment/import', draft('0.5')));
    expect(again.figures).toBe(0);
    expect((await stateOf(bench)).rows).toHaveLength(2);
  });
});

describe('two tablets', () => {
  test('that say different things of one figure both stand, and the same figure asks nobody', async () => {
    const one = await working();
    await enrol(one, 'team01-dev1@jingxun');
    const id = await openUnit(one);
    const bundle = async (from: TestRecorder) => {
      const { name } = orThrow(await from.client.ask('bundle/export', { folder: null }));
      return { name, bytes: await download(from, name) };
    };
    const take = async (to: TestRecorder, { name, bytes }: Awaited<ReturnType<typeof bundle>>) =>
      orThrow(await to.client.ask('bundle/import', { upload: await upload(to, name, bytes) }));
    const other = await working();
    await enrol(other, 'team01-dev2@jingxun');
    await take(other, await bundle(one));
    await put(one, id, { residualPressure_MPa: '0.5', dailyOutput_t: '6500' });
    await put(other, id, { residualPressure_MPa: '0.8', dailyOutput_t: '6500' });
    await take(one, await bundle(other));
    const [row] = (await stateOf(one)).rows;
    const figureOf = (field: string) => row?.figures.find((figure) => figure.field === field);
    expect(
      [figureOf('residualPressure_MPa')?.value, ...(figureOf('residualPressure_MPa')?.others ?? [])].sort(),
    ).toEqual(['0.5', '0.8']);
    expect(figureOf('dailyOutput_t')?.others).toEqual([]);
    const { conflicts } = orThrow(await one.client.ask('exchange/state', {}));
    expect(conflicts.map(({ subject }) => subject)).toEqual([`assessment/${id}/figure:residualPressure_MPa`]);
    expect(conflicts[0]).toMatchObject({ title: '15103 综采工作面 预抽单元2 · 残余瓦斯压力（表压）', mine: UNIT.mine });
    expect(conflicts[0]?.heads.map(({ summary }) => summary).sort()).toEqual(['数值 0.5', '数值 0.8']);
  });
});
