import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { openDatabase } from '../../db/sqlite/open-database.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { type BenchRow, inTemporaryFolder, median, type Spread, spreadOf, timeCalls } from './measure.ts';
import { newRecord } from './open-record.ts';

const COMMITS = 1000;
const ROUNDS = 3;

/** The limit: one encrypted row of the same size a commit, WAL with synchronous=FULL, nothing else. */
function rawInsert(folder: string): Spread {
  const db = orThrow(
    openDatabase({ path: path.join(folder, 'raw.db'), key: randomBytes(32).toString('hex'), mustExist: false }),
  );
  db.exec('CREATE TABLE answer (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO answer (body) VALUES (?)');
  const body = 'x'.repeat(280);
  const times = timeCalls(COMMITS, () => insert.run(body));
  db.close();
  return spreadOf(times);
}

/** The product: an answer checked, chained, hashed, projected and durable. */
async function appendAnswers(folder: string): Promise<Spread> {
  const record = await newRecord(folder);
  const inspection = randomBytes(16).toString('hex');
  const author = record.identity.person;
  const body = { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note: '' };
  const times = timeCalls(COMMITS, (index) => {
    const subject = `inspection/${inspection}/answer:water.people.plan-${index}`;
    orThrow(record.append({ author, type: 'answer', subject, body }));
  });
  record.close();
  return spreadOf(times);
}

/** W1: one acknowledged answer against one raw INSERT, rounds interleaved, medians of the rounds. */
export async function benchAppend(): Promise<readonly BenchRow[]> {
  const raw: Spread[] = [];
  const product: Spread[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await inTemporaryFolder(async (folder) => void raw.push(rawInsert(folder)));
    await inTemporaryFolder(async (folder) => void product.push(await appendAnswers(folder)));
  }
  const of = (list: readonly Spread[], key: keyof Spread) => median(list.map((spread) => spread[key]));
  const row = (key: keyof Spread, goal: string): BenchRow => ({
    workload: 'W1 append',
    contender: `one answer, ${key}, against a raw encrypted INSERT`,
    figure: `${of(product, key).toFixed(3)} ms against ${of(raw, key).toFixed(3)} ms`,
    ratio: `${(of(product, key) / of(raw, key)).toFixed(2)}×`,
    goal,
  });
  return [row('p50', '≤ 1.6×'), row('p99', '≤ 3×')];
}
