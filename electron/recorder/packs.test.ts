import { afterEach, expect, test } from 'vitest';
import { judge } from '../../rules/judge.ts';
import { packsInUse } from '../../rules/packs/in-use.ts';
import { packs } from '../../rules/packs/registry.ts';
import { rules25 } from '../../rules/packs/safety-rules.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { create, enrol, PASSPHRASE, signedRelease, startTestRecorder, type TestRecorder } from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

async function enrolled() {
  const recorder = await startTestRecorder();
  started.push(recorder);
  await create(recorder);
  await enrol(recorder, 'team03-tablet1@jingxun');
  const take = (text: string) => recorder.client.ask('pack/take', { text });
  const state = async () => orThrow(await recorder.client.ask('pack/state', {}));
  return { recorder, take, state };
}

const limits = rules25.limits.map((limit) => (limit.key === 'ch4.return' ? { ...limit, value: '0.8' } : limit));
const release = (number: number, more: object = {}) =>
  JSON.stringify({
    number,
    issued: '2026-12-01',
    packs: [{ ...rules25, id: 'rules99', effectiveFrom: '2099-01-01', limits }],
    ends: [{ id: 'rules25', effectiveTo: '2098-12-31' }],
    ...more,
  });
const statusIn = (day: string) =>
  orThrow(judge('gas.ch4.action', { location: 'faceReturn', ch4_pct: '0.9' }, { date: isoDate.parse(day) })).status;

test('a release signed by the province judges from its day on, also after the record was closed and opened', async () => {
  const { recorder, take, state } = await enrolled();
  expect(statusIn('2099-06-01')).toBe('pass');
  orThrow(await take(signedRelease(release(3))));
  expect(statusIn('2099-06-01')).toBe('fail');
  expect(statusIn('2026-11-27')).toBe('pass');
  expect(await state()).toMatchObject({
    releases: [{ number: 3, signer: 'province-01@jingxun', inForce: true, refusal: null }],
    release: release(3),
  });
  orThrow(await recorder.client.ask('session/lock', {}));
  expect(packsInUse()).toBe(packs);
  orThrow(await recorder.client.ask('session/unlock', { passphrase: PASSPHRASE }));
  expect(statusIn('2099-06-01')).toBe('fail');
});

test('what is unsigned, changed, signed by another role, malformed, or not newer is refused with its sentence', async () => {
  const { take, state } = await enrolled();
  const codeOf = async (text: string) => {
    const taken = await take(text);
    return taken.ok ? 'taken' : taken.fault.code;
  };
  expect(await codeOf('no json')).toBe('pack_unsigned');
  expect(await codeOf(release(3))).toBe('pack_unsigned');
  expect(await codeOf(signedRelease(release(3), 'province', release(4)))).toBe('pack_unsigned');
  expect(await codeOf(signedRelease(release(3), 'lead'))).toBe('pack_wrong_signer');
  expect(await codeOf(signedRelease('{"number":1}'))).toBe('bad_pack');
  expect(await codeOf(signedRelease(release(3, { ends: [] })))).toBe('pack_overlap');
  expect(await codeOf(signedRelease(release(3, { packs: [{ ...rules25, limits }] })))).toBe('pack_changes_used');
  expect((await state()).releases).toEqual([]);
  expect(await codeOf(signedRelease(release(3)))).toBe('taken');
  expect(await codeOf(signedRelease(release(3, { issued: '2026-12-02' })))).toBe('pack_not_newer');
  expect(await codeOf(signedRelease(release(4)))).toBe('taken');
  expect((await state()).releases.map(({ number, inForce }) => [number, inForce])).toEqual([
    [3, false],
    [4, true],
  ]);
  expect(packsInUse()).not.toBe(packs);
});
