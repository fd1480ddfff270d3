import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemId } from '../../../vocabulary/ids.ts';
import { orThrow } from '../../../vocabulary/result.ts';
import { create, INSPECTION, PASSPHRASE, startTestRecorder, type TestRecorder } from '../../recorder/test-recorder.ts';
import { runVerb } from '../run-verb.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingxun-report-verb-'));
const at = (name: string) => join(folder, name);
let recorder: TestRecorder;
let inspection = '';
let assessment = '';

async function report(...argv: string[]) {
  let out = '';
  const env = {
    LANG: 'C',
    JINGXUN_PASSPHRASE_FILE: at('passphrase'),
    JINGXUN_STATE_DIR: join(recorder.folder, 'state'),
  };
  const verb = ['report', '--data', recorder.dataFolder, ...argv];
  const code = await runVerb(verb, { out: (text) => (out += text), err: () => undefined, env });
  return { code, last: JSON.parse(out.split('\n').filter(Boolean).at(-1) ?? '{}') };
}

beforeAll(async () => {
  recorder = await startTestRecorder();
  writeFileSync(at('passphrase'), `${PASSPHRASE}\n`);
  await create(recorder);
  const { client } = recorder;
  const places = [{ code: 'faceReturn' as const, name: '15103 回风巷' }];
  const opened = orThrow(await client.ask('inspection/open', { ...INSPECTION, packs: ['gas'], places }));
  inspection = opened.inspectionId;
  const { places: found } = orThrow(await client.ask('inspection/sheet', { inspectionId: opened.inspectionId }));
  const row = {
    inspectionId: opened.inspectionId,
    itemId: itemId.parse('gas.air.ch4'),
    placeId: found[0]?.placeId ?? null,
  };
  const answer = { facts: { ch4_pct: '1.2' }, outcome: 'fail' as const, reason: '', override: '', note: '' };
  orThrow(await client.ask('answer/give', { ...row, ...answer }));
  const unit = { mine: INSPECTION.mine, face: '15103 综采工作面', name: '预抽单元2', year: 2026, quarter: 4 };
  assessment = orThrow(await client.ask('assessment/open', { ...unit, inspectionId: null })).assessmentId;
  await recorder.close();
});
afterAll(async () => {
  await recorder.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('the paper of an inspection and of a drainage unit are written to the file that was asked for', async () => {
  const inspected = await report('--inspection', inspection, '--kind', 'inspection-html', '--out', at('record.html'));
  expect(inspected).toEqual({ code: 0, last: { ok: true, file: at('record.html') } });
  expect(readFileSync(at('record.html'), 'utf8')).toContain('15103 回风巷');
  expect(await report('--assessment', assessment, '--out', at('unit.html'))).toMatchObject({ code: 0 });
  expect(readFileSync(at('unit.html'), 'utf8')).toContain('预抽单元2');
});

test.each([
  ['both', () => ['--inspection', inspection, '--assessment', assessment, '--out', at('x.html')]],
  ['neither', () => ['--out', at('x.html')]],
  ['a kind of the other', () => ['--inspection', inspection, '--kind', 'assessment', '--out', at('x.html')]],
  ['a kind that is not', () => ['--inspection', inspection, '--kind', 'poem', '--out', at('x.html')]],
  ['another ending', () => ['--inspection', inspection, '--out', at('x.pdf')]],
  ['no file', () => ['--inspection', inspection]],
])('%s is told and writes nothing', async (_name, argv) => {
  expect(await report(...argv())).toMatchObject({ code: 2, last: { ok: false, fault: { code: 'bad_arguments' } } });
});

test('what the record does not hold, and a folder that is not there, are told', async () => {
  const absent = await report('--inspection', `${inspection.slice(0, -4)}0000`, '--out', at('x.html'));
  expect([absent.code, absent.last.fault.code]).toEqual([2, 'not_found']);
  const nowhere = await report('--inspection', inspection, '--out', at('nowhere/x.html'));
  expect([nowhere.code, nowhere.last.fault.code]).toEqual([2, 'file_absent']);
});
