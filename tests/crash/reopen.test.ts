import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answerOnce, testRecord } from '../../db/backup/test-record.ts';
import { authorityKey } from '../../db/bundles/bundle-fixture.ts';
import { openRecord } from '../../db/record.ts';
import { allowedSignersFile } from '../../db/ssh/allowed-signers.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { teamBundle, teamLog } from '../bench/team-bundle.ts';
import { shelf } from '../fault/stage.ts';

const root = shelf();
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A million in `npm run torture`, where the time counts; a small one in `npm test`, where only the way is looked at. */
const isBig = scaled(1) > 1;
const TEAMS = isBig ? 10 : 2;
const ANSWERS = isBig ? 100_000 : 1500;
const AT_MOST_S = 5;

test(`a record of ${isBig ? '1,000,000' : 'some thousand'} events that was killed at work opens again and goes on`, async () => {
  const one = await testRecord('big', undefined, root, allowedSignersFile([authorityKey.publicKey]));
  for (let team = 0; team < TEAMS; team += 1) {
    const file = await teamBundle(root, team, teamLog({ team, answers: ANSWERS }));
    const done = orThrow(await one.record.importBundle(file));
    expect(done.refusal).toBeNull();
    rmSync(file);
  }
  for (let item = 0; item < 20; item += 1) orThrow(answerOnce(one.record, item));
  const { events } = one.record.state();
  expect(events).toBeGreaterThan(TEAMS * ANSWERS);
  // The folder as a killed process leaves it, with its journal.
  const killed = join(root, 'killed');
  cpSync(one.world.folder, killed, { recursive: true });
  one.record.close();
  const from = performance.now();
  const { record } = orThrow(await openRecord({ ...one.world, folder: killed }, { by: 'keys', keys: one.keys }));
  orThrow(answerOnce(record, 21));
  const seconds = (performance.now() - from) / 1000;
  console.log(`reopened with ${events} events and answered in ${seconds.toFixed(2)} s`);
  expect(record.stores.events.count()).toBeGreaterThan(events);
  record.close();
  if (isBig) expect(seconds).toBeLessThan(AT_MOST_S);
}, 0);
