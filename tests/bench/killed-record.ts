import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { answerOnce, removeRecord, testRecord } from '../../db/backup/test-record.ts';
import { authorityKey } from '../../db/bundles/bundle-fixture.ts';
import { allowedSignersFile } from '../../db/ssh/allowed-signers.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { teamBundle, teamLog } from './team-bundle.ts';

/** The answers after the last import, which stand in the journal alone. */
const LATEST = 20;

/** Makes in `folder` the record of so many teams as a process that was killed at work leaves it, with its journal; gives the number of its events. */
export async function killedRecord(folder: string, teams: number, answers: number): Promise<number> {
  const one = await testRecord('big', undefined, path.dirname(folder), allowedSignersFile([authorityKey.publicKey]));
  for (let team = 0; team < teams; team += 1) {
    const file = await teamBundle(one.folder, team, teamLog({ team, answers }));
    const done = orThrow(await one.record.importBundle(file));
    if (done.refusal !== null) throw new Error(`the bundle of team ${team} was refused`);
    rmSync(file);
  }
  for (let item = 0; item < LATEST; item += 1) orThrow(answerOnce(one.record, item));
  const { events } = one.record.state();
  cpSync(one.folder, folder, { recursive: true });
  removeRecord(one);
  return events;
}
