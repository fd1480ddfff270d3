import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { fail, orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { nodeFiles } from '../files/node-files.ts';
import { parseStoredBody } from '../log/stored-event.ts';
import { openRecord, restoreRecord } from '../record.ts';
import { backupsToKeep, findBackups, thinBackups } from './find-backups.ts';
import { answerOnce, photoOnce, removeRecord, reopenRecord, type TestRecord, testRecord } from './test-record.ts';

const made: TestRecord[] = [];
afterEach(() => {
  for (const one of made.splice(0)) removeRecord(one);
});
async function recordWithPhoto(name: string): Promise<TestRecord> {
  const one = await testRecord(name);
  made.push(one);
  orThrow(answerOnce(one.record, 1));
  orThrow(photoOnce(one.record, Buffer.alloc(100_000, 'photo'), 1));
  return one;
}
const DAY = 86_400_000;

describe('a backup', () => {
  test('is made while answers go on, holds what was there when it began, and comes back under a new log that continues the old one', async () => {
    const one = await recordWithPhoto('backup');
    const stick = join(one.folder, 'stick');
    const progress: number[] = [];
    let late = 0;
    const running = one.record.backUp(stick, {
      onProgress: (done, total) => {
        progress.push(done / total);
        if (late < 3) orThrow(answerOnce(one.record, 10 + late++));
      },
    });
    const done = orThrow(await running);
    expect(late).toBe(3);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    const before = one.record.state();
    expect(before.events).toBe(done.manifest.events + 3);

    const other = { ...one.world, folder: join(one.folder, 'put-back'), stateFolder: join(one.folder, 'other-state') };
    const [found] = orThrow(findBackups(nodeFiles, stick));
    if (!found) throw new Error('no backup is found');
    const restored = orThrow(await restoreRecord(other, found, { by: 'keys', keys: one.keys }));
    expect(restored).toMatchObject({ blobs: 1, missing: 0, setAside: null });
    const { record } = orThrow(await openRecord(other, { by: 'keys', keys: one.keys }));
    try {
      expect(record.state()).toMatchObject({ logHash: done.manifest.logHash, stateHash: done.manifest.stateHash });
      expect(orThrow(await record.check())).toMatchObject({ damaged: [], blobs: 1 });
      const next = orThrow(answerOnce(record, 2));
      const old = one.record.identity.log;
      expect(next.log).not.toBe(old);
      const [opened] = record.stores.events.ofLog(next.log);
      expect(parseStoredBody(opened?.body ?? '{}').continues).toMatchObject({ log: old });
      // Everything in it was sealed before it was made, so that nothing of it waits for a log that nobody writes any more.
      const waiting = [...record.stores.events.all()].filter((row) => row.ownView && row.log === old);
      expect(waiting).toEqual([]);
    } finally {
      record.close();
    }
  });

  test('in the place of a damaged folder keeps the bytes of that folder', async () => {
    const one = await recordWithPhoto('damaged');
    const { folder } = one.world;
    orThrow(await one.record.backUp(join(one.folder, 'stick')));
    one.record.close();
    const path = join(folder, 'record.db');
    const broken = readFileSync(path).fill(7, 4096, 9000);
    writeFileSync(path, broken);
    const [found] = orThrow(findBackups(nodeFiles, join(one.folder, 'stick')));
    if (!found) throw new Error('no backup is found');
    const { setAside } = orThrow(await restoreRecord(one.world, found, { by: 'keys', keys: one.keys }));
    expect(readFileSync(join(setAside ?? '', 'record.db')).equals(broken)).toBe(true);
    await reopenRecord(one);
    expect(orThrow(await one.record.check()).damaged).toEqual([]);
  });

  test('that was changed on the stick, or cut off, is not put back and nothing here is touched', async () => {
    const one = await recordWithPhoto('changed');
    const stick = join(one.folder, 'stick');
    const { folder } = orThrow(await one.record.backUp(stick));
    one.record.close();
    const [found] = orThrow(findBackups(nodeFiles, stick));
    if (!found) throw new Error('no backup is found');
    const path = join(folder, 'record.db');
    const bytes = readFileSync(path);
    bytes[50_000] = (bytes[50_000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const refused = await restoreRecord(one.world, found, { by: 'keys', keys: one.keys });
    expect(refused).toMatchObject({ ok: false, fault: { code: 'data_corrupt' } });
    writeFileSync(join(folder, 'backup.json'), '{"format":');
    expect(orThrow(findBackups(nodeFiles, stick))).toEqual([]);
    expect(readdirSync(one.folder).sort()).toEqual(['data', 'state', 'stick']);
    await reopenRecord(one);
    expect(orThrow(await one.record.check()).damaged).toEqual([]);
  });

  test('cancelled or failing leaves no backup, and the record goes on', async () => {
    const one = await recordWithPhoto('cancelled');
    const stick = join(one.folder, 'stick');
    const stop = new AbortController();
    const done = await one.record.backUp(stick, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(done).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
    expect(orThrow(findBackups(nodeFiles, stick))).toEqual([]);
    orThrow(answerOnce(one.record, 3));
    orThrow(await one.record.backUp(stick));
    expect(orThrow(findBackups(nodeFiles, stick)).length).toBe(1);
  });

  test('of long ago is thinned out: the newest, the days of a week, the weeks of a month', () => {
    const now = epochMs.parse(1_700_000_000_000);
    const times = Array.from({ length: 200 }, (_, at) => epochMs.parse(now - at * (DAY / 2)));
    const kept = [...backupsToKeep(times, now)].map((at) => (now - at) / DAY);
    expect(kept.slice(0, 3)).toEqual([0, 0.5, 1]);
    expect(kept.length).toBeLessThan(3 + 7 + 5 + 1);
    expect(Math.max(...kept)).toBeGreaterThan(21);
    // A clock that stands in 1970 takes nothing of the newest away.
    expect([...backupsToKeep(times, epochMs.parse(0))].length).toBe(3);
  });

  test('that cannot be read at the moment is never taken for one that was not finished', async () => {
    const one = await recordWithPhoto('unreadable');
    const stick = join(one.folder, 'stick');
    const { folder } = orThrow(await one.record.backUp(stick));
    const refuses = (path: string) => path.endsWith('backup.json');
    const openForReading: typeof nodeFiles.openForReading = (path) =>
      refuses(path) ? fail({ code: 'io_failed', detail: path }) : nodeFiles.openForReading(path);
    const { fingerprint } = one.record.identity;
    thinBackups({ ...nodeFiles, openForReading }, stick, fingerprint, epochMs.parse(one.clock.now + 900 * DAY));
    expect(orThrow(findBackups(nodeFiles, stick)).map((backup) => backup.folder)).toEqual([folder]);
    rmSync(join(folder, 'backup.json'));
    thinBackups(nodeFiles, stick, fingerprint, epochMs.parse(one.clock.now));
    expect(existsSync(folder)).toBe(false);
  });

  test('thins only its own machine and what was never finished', async () => {
    const one = await recordWithPhoto('thin');
    const stick = join(one.folder, 'stick');
    for (let day = 0; day < 12; day += 1) {
      one.clock.now += DAY;
      orThrow(await one.record.backUp(stick));
    }
    const fingerprint = one.record.identity.fingerprint;
    const left = orThrow(findBackups(nodeFiles, stick)).length;
    expect(left).toBeLessThan(12);
    expect(left).toBeGreaterThanOrEqual(7);
    expect(thinBackups(nodeFiles, stick, 'SHA256:another', epochMs.parse(one.clock.now + 400 * DAY))).toBe(0);
    expect(orThrow(findBackups(nodeFiles, stick)).length).toBe(left);
    expect(thinBackups(nodeFiles, stick, fingerprint, epochMs.parse(one.clock.now + 400 * DAY))).toBe(left - 3);
  });
});

describe('the check of a record', () => {
  test('names an event and a blob that are not what their hashes say, and a row that nobody summed', async () => {
    const one = await recordWithPhoto('check');
    expect(orThrow(await one.record.check())).toMatchObject({ damaged: [], blobs: 1 });
    const { db } = one.record.stores;
    db.exec(`UPDATE all_events SET body = replace(body, 'pass', 'fail') WHERE type = 'answer'`);
    const [blob = ''] = one.record.stores.blobs.held();
    const path = join(one.world.folder, 'blobs', blob.slice(0, 2), blob);
    writeFileSync(path, readFileSync(path).fill(0, 40, 50));
    db.exec('UPDATE p_answers SET outcome = 3');
    const { damaged } = orThrow(await one.record.check());
    expect(damaged.filter((place) => place.startsWith('event ')).length).toBe(1);
    expect(damaged).toContain(`blob ${blob}`);
    expect(damaged).toContain('rows');
  });
});

describe('the sweep of blobs', () => {
  test('that waited until the record was closed does nothing', async () => {
    const one = await recordWithPhoto('closed');
    const running = one.record.check();
    const sweep = one.record.sweepBlobs();
    await running;
    one.record.close();
    expect(await sweep).toMatchObject({ ok: false, fault: { code: 'locked' } });
  });

  test('takes away what nothing names and never what anything names', async () => {
    const one = await recordWithPhoto('sweep');
    const orphan = orThrow(one.record.blobs.put(Buffer.from('an answer that was never given')));
    expect(orThrow(await one.record.sweepBlobs())).toEqual({ blobs: 0, unfinished: 0 });
    one.record.close();
    writeFileSync(join(one.world.folder, 'blobs', 'incoming.1-1.unfinished'), 'half');
    await reopenRecord(one);
    // Named by an event that is set apart, and by one that an import has staged.
    const { db, generation } = one.record.stores;
    db.exec("UPDATE all_events SET status = 'quarantined:revoked' WHERE type = 'evidence'");
    db.exec(`DELETE FROM blobs; UPDATE all_events SET batch = ${generation.shown + 1} WHERE type = 'evidence'`);
    expect(orThrow(await one.record.sweepBlobs())).toEqual({ blobs: 1, unfinished: 1 });
    expect(one.record.blobs.has(orphan)).toBe(false);
    expect(orThrow(one.record.blobs.list()).length).toBe(1);
    expect(existsSync(join(one.world.folder, 'blobs', 'incoming.1-1.unfinished'))).toBe(false);
  });
});
