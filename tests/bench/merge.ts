import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { authorityKey, type FixtureLog } from '../../db/bundles/bundle-fixture.ts';
import type { EventRecord } from '../../db/record.ts';
import { openDatabase, type SqliteDatabase } from '../../db/sqlite/open-database.ts';
import { allowedSignersFile } from '../../db/ssh/allowed-signers.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { type BenchRow, inTemporaryFolder, median } from './measure.ts';
import { newRecord } from './open-record.ts';
import { teamBundle, teamLog } from './team-bundle.ts';

const TEAMS = 10;
const ANSWERS = 1500;
const ROUNDS = 3;

interface Merged {
  readonly events: number;
  readonly limitMs: number;
  readonly firstMs: number;
  readonly againMs: number;
  /** The longest time in which no other work got its turn. */
  readonly stallMs: number;
}

const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** The limit: ten encrypted databases of bare lines, attached and united by key, nothing verified and nothing shown. */
async function limit(folder: string, logs: readonly FixtureLog[]): Promise<number> {
  const key = randomBytes(32).toString('hex');
  const open = (name: string): SqliteDatabase => {
    const db = orThrow(openDatabase({ path: path.join(folder, name), key, mustExist: false }));
    db.exec('CREATE TABLE lines (team INTEGER, seq INTEGER, id TEXT, header TEXT, body TEXT, UNIQUE (team, seq))');
    return db;
  };
  logs.forEach((log, team) => {
    const db = open(`team${team}.db`);
    const put = db.prepare('INSERT INTO lines VALUES (?, ?, ?, ?, ?)');
    db.transaction(() => log.lines.forEach((line, at) => void put.run(team, at, line.id, line.header, line.body)))();
    db.close();
  });
  const target = open('united.db');
  const ms = await timed(() => {
    for (const team of logs.keys()) {
      target.prepare('ATTACH ? AS source').run(path.join(folder, `team${team}.db`)); // with the key of the first
      target.exec('INSERT OR IGNORE INTO main.lines SELECT * FROM source.lines');
      target.exec('DETACH source');
    }
  });
  target.close();
  return ms;
}

/** Takes all files in while somebody else waits for each turn. */
async function mergeAll(record: EventRecord, files: readonly string[]): Promise<{ ms: number; stallMs: number }> {
  let running = true;
  let stallMs = 0;
  let last = performance.now();
  const waiting = (): void => {
    const now = performance.now();
    stallMs = Math.max(stallMs, now - last);
    last = now;
    if (running) setImmediate(waiting);
  };
  setImmediate(waiting);
  const ms = await timed(async () => {
    for (const file of files) {
      const { refusal } = orThrow(await record.importBundle(file));
      if (refusal) throw new Error(`${file}: ${refusal.code}`);
    }
  });
  running = false;
  return { ms, stallMs };
}

const merge = (answers: number): Promise<Merged> =>
  inTemporaryFolder(async (folder) => {
    const logs = Array.from({ length: TEAMS }, (_, team) => teamLog(team, answers));
    const files: string[] = [];
    for (const [team, log] of logs.entries()) files.push(await teamBundle(folder, team, log));
    const limitMs = await limit(folder, logs);
    const record = await newRecord(folder);
    orThrow(record.setAuthority(allowedSignersFile([authorityKey.publicKey]), authorityKey.fingerprint));
    const first = await mergeAll(record, files);
    const again = await mergeAll(record, files);
    const events = record.state().events;
    record.close();
    return { events, limitMs, firstMs: first.ms, againMs: again.ms, stallMs: first.stallMs };
  });

/** W2: ten teams' bundles, verified and taken in with statuses, rows and hashes, against the bare union of the same lines. */
export async function benchMerge(): Promise<readonly BenchRow[]> {
  await merge(100); // warm
  const rounds: Merged[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await merge(ANSWERS));
  const twice = await merge(ANSWERS * 2);
  const of = (key: keyof Merged) => median(rounds.map((one) => one[key]));
  const perSecond = (events: number, ms: number) => `${Math.round((events / ms) * 1000).toLocaleString('en')} events/s`;
  const row = (contender: string, figure: string, ratio: string, goal: string): BenchRow => ({
    ...{ workload: 'W2 merge', contender, figure, ratio, goal },
  });
  const events = of('events');
  return [
    row(
      `${events.toLocaleString('en')} events of ${TEAMS} teams, with projections, against ATTACH and INSERT OR IGNORE`,
      `${perSecond(events, of('firstMs'))} against ${perSecond(events, of('limitMs'))}`,
      `${(of('firstMs') / of('limitMs')).toFixed(1)}×`,
      '≤ 4×',
    ),
    row(
      'the same bundles again',
      perSecond(events, of('againMs')),
      `${(of('againMs') / of('firstMs')).toFixed(2)}×`,
      '≤ 0.77×',
    ),
    row(
      'twice the events',
      perSecond(twice.events, twice.firstMs),
      `${(twice.firstMs / of('firstMs')).toFixed(2)}×`,
      '≤ 2.2×',
    ),
    row('longest wait of other work meanwhile', `${of('stallMs').toFixed(0)} ms`, '', '≤ 100 ms'),
  ];
}
