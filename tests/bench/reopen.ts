import { cpSync } from 'node:fs';
import path from 'node:path';
import { answerOnce, testWorld } from '../../db/backup/test-record.ts';
import { sqliteKey } from '../../db/keys/derive-key.ts';
import { openRecord } from '../../db/record.ts';
import { openDatabase } from '../../db/sqlite/open-database.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { killedRecord } from './killed-record.ts';
import { type Contender, timeWork } from './measure.ts';
import type { Workload } from './workload.ts';

const TEAMS = 10;

/** Each opening has the journal to read, so each has a folder that nobody has opened since. */
function freshCopy(fixtures: string, folder: string): ReturnType<typeof testWorld> {
  cpSync(path.join(fixtures, 'killed'), folder, { recursive: true });
  return testWorld(folder, 'reopened');
}

/** The limit: the same file opened with its key, its journal read, one row of it found. */
const openAlone: Contender = async ({ folder, fixtures }) => {
  const world = freshCopy(fixtures, folder);
  // The keys are taken out of another copy, so that this one is as the killed process left it.
  const { record, keys } = orThrow(
    await openRecord(freshCopy(fixtures, path.join(folder, 'keys')), { by: 'keychain' }),
  );
  record.close();
  return timeWork(() => {
    const file = path.join(world.folder, 'record.db');
    const db = orThrow(openDatabase({ path: file, key: sqliteKey(keys.databaseKey), mustExist: true }));
    db.prepare('SELECT id FROM all_events ORDER BY n DESC LIMIT 1').get();
    db.close();
  });
};

/** The product, from the killed process's folder to the next durable answer. */
const openAndAnswer: Contender = async ({ folder, fixtures }) => {
  const world = freshCopy(fixtures, folder);
  let events = 0;
  const figures = await timeWork(async () => {
    const { record } = orThrow(await openRecord(world, { by: 'keychain' }));
    orThrow(answerOnce(record, 21));
    events = record.stores.events.count();
    record.close();
  });
  return { ...figures, events };
};

const LIMIT = 'the encrypted file opened, one row read (limit)';
const PRODUCT = 'the product opens and answers';

/** W7: a record that was killed at work is opened again. */
export const reopen: Workload = {
  title: 'W7 reopening: a record that was killed at work, to the next durable answer',
  size: 1_000_000,
  rounds: 3,
  prepare: async (fixtures, size) =>
    void (await killedRecord(path.join(fixtures, 'killed'), TEAMS, Math.ceil(size / TEAMS))),
  contenders: { [LIMIT]: openAlone, [PRODUCT]: openAndAnswer },
  columns: { ms: 'ms', 'CPU ms': 'cpuMs', events: 'events', 'RSS above idle MB': 'rssBytes' },
  against: LIMIT,
  goals: [
    { name: PRODUCT, figure: 'ms', most: 5000, against: null },
    { name: PRODUCT, figure: 'rssBytes', most: 150e6, against: null },
  ],
};
