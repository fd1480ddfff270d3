import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packsInUse } from '../../../rules/packs/in-use.ts';
import { packs } from '../../../rules/packs/registry.ts';
import { rules25 } from '../../../rules/packs/safety-rules.ts';
import { itemId } from '../../../vocabulary/ids.ts';
import { orThrow } from '../../../vocabulary/result.ts';
import {
  create,
  enrol,
  INSPECTION,
  PASSPHRASE,
  SIGNERS,
  signedRelease,
  startTestRecorder,
  type TestRecorder,
} from '../../recorder/test-recorder.ts';
import { runVerb } from '../run-verb.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingxun-pack-verb-'));
const at = (name: string) => join(folder, name);
let recorder: TestRecorder;
let inspection = '';

async function run(...argv: string[]) {
  let out = '';
  const env = {
    LANG: 'C',
    JINGXUN_PASSPHRASE_FILE: at('passphrase'),
    JINGXUN_STATE_DIR: join(recorder.folder, 'state'),
  };
  const code = await runVerb(argv, { out: (text) => (out += text), err: () => undefined, env });
  const lines = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { code, lines, last: lines.at(-1) };
}

/** From 2099 on, 0.8 % in a return airway: what an answer of 0.9 % passes by now and fails by then. */
const limits = rules25.limits.map((limit) => (limit.key === 'ch4.return' ? { ...limit, value: '0.8' } : limit));
const release = (number: number) =>
  JSON.stringify({
    number,
    issued: '2026-11-01',
    packs: [{ ...rules25, id: 'rules99', effectiveFrom: '2099-01-01', limits }],
    ends: [{ id: 'rules25', effectiveTo: '2098-12-31' }],
  });

const file = (name: string, text: string) => {
  writeFileSync(at(name), text);
  return at(name);
};
const rejudged = (...more: string[]) =>
  run('rejudge', '--data', recorder.dataFolder, '--date', '2099-06-01', '--inspection', inspection, ...more);

beforeAll(async () => {
  recorder = await startTestRecorder();
  file('passphrase', `${PASSPHRASE}\n`);
  file('signers', SIGNERS);
  await create(recorder);
  await enrol(recorder, 'team03-tablet1@jingxun');
  const { client } = recorder;
  const places = [{ code: 'faceReturn' as const, name: '15103 回风巷' }];
  const { inspectionId } = orThrow(await client.ask('inspection/open', { ...INSPECTION, packs: ['gas'], places }));
  const sheet = orThrow(await client.ask('inspection/sheet', { inspectionId }));
  const row = { inspectionId, itemId: itemId.parse('gas.air.ch4'), placeId: sheet.places[0]?.placeId ?? null };
  const answer = { facts: { ch4_pct: '0.9' }, outcome: 'pass' as const, reason: '', override: '', note: '' };
  orThrow(await client.ask('answer/give', { ...row, ...answer }));
  inspection = inspectionId;
  await recorder.close();
});
afterAll(async () => {
  await recorder.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('a file that is no release of the province is a no, and nothing is taken', async () => {
  const take = async (name: string, text: string) => {
    const { code, last } = await run('pack', 'take', '--data', recorder.dataFolder, file(name, text));
    return [code, last.fault.code];
  };
  expect(await take('letter', 'no json')).toEqual([1, 'pack_unsigned']);
  expect(await take('lead', signedRelease(release(3), 'lead'))).toEqual([1, 'pack_wrong_signer']);
  expect(await take('changed', signedRelease(release(3), 'province', release(4)))).toEqual([1, 'pack_unsigned']);
  expect(await take('short', signedRelease('{"number":1}'))).toEqual([1, 'bad_pack']);
  const absent = await run('pack', 'take', '--data', recorder.dataFolder, at('nowhere'));
  expect([absent.code, absent.last.fault.code]).toEqual([2, 'file_absent']);
  for (const argv of [
    ['pack'],
    ['pack', 'take', '--data', 'x'],
    ['pack', 'list', '--data', 'x', 'y'],
    ['pack', 'give'],
  ])
    expect([argv, (await run(...argv)).last.fault.code]).toEqual([argv, 'bad_arguments']);
  expect((await run('pack', 'list', '--data', recorder.dataFolder)).lines).toEqual([
    { ok: true, releases: 0, inForce: null },
  ]);
});

test('a release taken by the command line judges there, and two machines compare only when both have it', async () => {
  const merge = (name: string, bundle: string) =>
    run('merge', '--data', at(name), '--signers', at('signers'), at(bundle));
  const version = async (name: string) => (await run('state', '--data', at(name))).last.stateVersion;
  const exportTo = (name: string) => run('export', '--data', recorder.dataFolder, '--out', at(name));

  expect((await exportTo('before.jxb')).code).toBe(0);
  expect([(await merge('one', 'before.jxb')).code, (await merge('other', 'before.jxb')).code]).toEqual([0, 0]);
  expect(await version('one')).toBe(await version('other'));
  expect((await rejudged()).last).toMatchObject({ judged: 1, changed: 0 });

  const taken = await run('pack', 'take', '--data', recorder.dataFolder, file('three', signedRelease(release(3))));
  expect([taken.code, taken.last]).toMatchObject([0, { ok: true, number: 3, signer: 'province-01@jingxun' }]);
  const listed = await run('pack', 'list', '--data', recorder.dataFolder);
  expect(listed.lines).toMatchObject([
    { number: 3, inForce: true },
    { releases: 1, inForce: 3 },
  ]);
  const again = await run('pack', 'take', '--data', recorder.dataFolder, at('three'));
  expect([again.code, again.last.fault.code]).toEqual([1, 'pack_not_newer']);

  const byThree = await rejudged('--packs', 'inUse');
  expect(byThree.last).toEqual({ date: '2099-06-01', judged: 1, changed: 1 });
  expect(byThree.lines[0]).toMatchObject({ inspection, itemId: 'gas.air.ch4', before: 'pass', after: 'fail' });
  expect((await rejudged('--packs', 'shipped')).last).toMatchObject({ judged: 1, changed: 0 });
  expect(packsInUse()).toBe(packs);

  expect((await exportTo('after.jxb')).code).toBe(0);
  const merged = await merge('one', 'after.jxb');
  expect(merged.code).toBe(0);
  expect(merged.last.stateVersion).not.toBe(await version('other'));
  expect((await run('pack', 'list', '--data', at('one'))).last).toMatchObject({ inForce: 3 });
  expect((await merge('other', 'after.jxb')).last.stateVersion).toBe(merged.last.stateVersion);
});

test('rejudge says what it cannot do: a wrong date, an unknown inspection, no folder', async () => {
  const code = async (...argv: string[]) => (await run('rejudge', ...argv)).last.fault.code;
  expect(await code('--date', '2026-01-15')).toBe('bad_arguments');
  expect(await code('--data', recorder.dataFolder, '--date', '2026-13-15')).toBe('bad_arguments');
  expect(await code('--data', recorder.dataFolder, '--date', '2026-01-15', '--packs', 'mine')).toBe('bad_arguments');
  expect(await code('--data', recorder.dataFolder, '--date', '2026-01-15', '--inspection', 'f'.repeat(32))).toBe(
    'not_found',
  );
  expect(await code('--data', at('nowhere'), '--date', '2026-01-15')).toBe('data_absent');
});
