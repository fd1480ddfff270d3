import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answerOnce, testWorld } from '../../db/backup/test-record.ts';
import { openRecord } from '../../db/record.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { killedRecord } from '../bench/killed-record.ts';
import { shelf } from '../fault/stage.ts';

const root = shelf();
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A million in `npm run torture`, where the time counts; a small one in `npm test`, where only the way is looked at. */
const isBig = scaled(1) > 1;
const TEAMS = isBig ? 10 : 2;
const ANSWERS = isBig ? 100_000 : 1500;
const AT_MOST_S = 5;

test(`a record of ${isBig ? '1,000,000' : 'some thousand'} events that was killed at work opens again and goes on`, async () => {
  const killed = join(root, 'killed');
  const events = await killedRecord(killed, TEAMS, ANSWERS);
  expect(events).toBeGreaterThan(TEAMS * ANSWERS);
  const from = performance.now();
  const { record } = orThrow(await openRecord(testWorld(killed, 'reopened'), { by: 'keychain' }));
  orThrow(answerOnce(record, 21));
  const seconds = (performance.now() - from) / 1000;
  console.log(`reopened with ${events} events and answered in ${seconds.toFixed(2)} s`);
  expect(record.stores.events.count()).toBeGreaterThan(events);
  record.close();
  if (isBig) expect(seconds).toBeLessThan(AT_MOST_S);
}, 0);
