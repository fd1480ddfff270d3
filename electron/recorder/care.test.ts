import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { create, enrol, PASSPHRASE, startTestRecorder, type TestRecorder } from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

async function working(existing?: string): Promise<TestRecorder & { readonly stick: string }> {
  const recorder = await startTestRecorder(existing);
  started.push(recorder);
  if (!existing) {
    await create(recorder);
    await enrol(recorder, 'team01-dev1@jingxun');
  }
  const stick = path.join(recorder.folder, 'stick');
  mkdirSync(stick, { recursive: true });
  return { ...recorder, stick };
}

const DAY = 24 * 60 * 60 * 1000;

test('a second place is chosen once; then a copy is made on a press and every day, and its lack is told after a week', async () => {
  const { client, stick, pass, dataFolder } = await working();
  expect(orThrow(await client.ask('care/state', {}))).toMatchObject({ target: null, last: null, overdue: false });
  expect(await client.ask('care/choose', { target: dataFolder })).toMatchObject({ fault: { code: 'backup_place' } });
  expect(await client.ask('care/choose', { target: `${stick}-nowhere` })).toMatchObject({
    fault: { code: 'backup_place' },
  });
  expect(await client.ask('care/back-up', {})).toMatchObject({ fault: { code: 'backup_place' } });
  orThrow(await client.ask('care/choose', { target: stick }));
  const first = orThrow(await client.ask('care/back-up', {}));
  expect(first).toMatchObject({ daysWithout: 0, reachable: true, backups: [{ own: true }] });
  pass(DAY + 1000);
  await vi.waitFor(async () => expect(orThrow(await client.ask('care/state', {})).backups.length).toBe(2));
  expect(orThrow(await client.ask('care/state', {})).last?.at).toBe(Date.UTC(2026, 10, 23, 1) + DAY + 1000);
});

test('nobody has made a copy for a week', async () => {
  const { client, pass } = await working();
  pass(8 * DAY);
  expect(orThrow(await client.ask('care/state', {}))).toMatchObject({ daysWithout: 8, overdue: true });
});

test('the check says what it found, and a rebuild that it changed nothing', async () => {
  const { client } = await working();
  const check = orThrow(await client.ask('care/check', {}));
  expect(check.damaged).toEqual([]);
  expect(check.events).toBeGreaterThan(2);
  expect(orThrow(await client.ask('care/rebuild', {}))).toEqual({ stateHash: check.stateHash, same: true });
});

test('a record that cannot be read comes back from its copy, with its passphrase and not with another', async () => {
  const before = await working();
  orThrow(await before.client.ask('care/choose', { target: before.stick }));
  const { backups } = orThrow(await before.client.ask('care/back-up', {}));
  await before.close();
  const file = path.join(before.dataFolder, 'record.db');
  const broken = readFileSync(file).fill(7, 0, 20_000);
  writeFileSync(file, broken);
  const { client, folder } = await working(before.folder);
  expect(await client.ask('session/unlock', { passphrase: PASSPHRASE })).toMatchObject({
    fault: { code: 'data_corrupt' },
  });
  const found = orThrow(await client.ask('care/find', { target: before.stick }));
  expect(found).toEqual(backups);
  const [backup] = found;
  if (!backup) throw new Error('no backup');
  const ask = { folder: backup.folder, passphrase: 'not the passphrase' };
  expect(await client.ask('care/restore', ask)).toMatchObject({ fault: { code: 'wrong_passphrase' } });
  const done = orThrow(await client.ask('care/restore', { ...ask, passphrase: PASSPHRASE }));
  expect(done.session.phase).toBe('open');
  expect(readFileSync(path.join(done.setAside ?? folder, 'record.db')).equals(broken)).toBe(true);
  expect(orThrow(await client.ask('care/check', {})).damaged).toEqual([]);
  expect(await client.ask('care/find', { target: folder })).toMatchObject({ fault: { code: 'backup_absent' } });
});

test('a write that the power cut stopped halfway is told with it', async () => {
  const before = await working();
  const database = path.join(before.dataFolder, 'record.db');
  const [pages, journal] = [readFileSync(database), readFileSync(`${database}-wal`)];
  before.kill();
  // As they lay on the disk at that moment, but for the end of the last write.
  writeFileSync(database, pages);
  writeFileSync(`${database}-wal`, journal.subarray(0, journal.length - 100));
  const cut = await working(before.folder);
  orThrow(await cut.client.ask('session/unlock', { passphrase: PASSPHRASE }));
  cut.pass(31_000);
  await vi.waitFor(async () =>
    expect(orThrow(await cut.client.ask('care/state', {})).resumed).toMatchObject({ damaged: 0, cutWrite: true }),
  );
  await cut.close();
});

test('after a power cut every event is looked at beside the work, and it is said; after a proper end nothing is', async () => {
  const before = await working();
  before.kill();
  const cut = await working(before.folder);
  orThrow(await cut.client.ask('session/unlock', { passphrase: PASSPHRASE }));
  expect(orThrow(await cut.client.ask('care/state', {})).resumed).toBeNull();
  cut.pass(31_000);
  await vi.waitFor(async () =>
    expect(orThrow(await cut.client.ask('care/state', {})).resumed).toMatchObject({ damaged: 0, cutWrite: false }),
  );
  expect(orThrow(await cut.client.ask('care/state', {})).resumed?.events).toBeGreaterThan(2);
  await cut.close();
  const proper = await working(before.folder);
  orThrow(await proper.client.ask('session/unlock', { passphrase: PASSPHRASE }));
  proper.pass(31_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(orThrow(await proper.client.ask('care/state', {})).resumed).toBeNull();
});
