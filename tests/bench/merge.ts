import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { authorityKey, type FixtureLog } from '../../db/bundles/bundle-fixture.ts';
import { sha256 } from '../../db/log/sha256.ts';
import type { EventRecord } from '../../db/record.ts';
import type { SqliteDatabase } from '../../db/sqlite/open-database.ts';
import { allowedSignersFile } from '../../db/ssh/allowed-signers.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { type Contender, type Figures, timeWork } from './measure.ts';
import { newRecord } from './open-record.ts';
import { plainDatabase, sealedDatabase } from './raw-database.ts';
import { teamBundle, teamLog } from './team-bundle.ts';
import type { Workload } from './workload.ts';

const TEAMS = 10;
const TABLE = 'CREATE TABLE lines (team INTEGER, seq INTEGER, id TEXT, header TEXT, body TEXT, UNIQUE (team, seq))';

/** Ten teams with all their events, with a quarter of them, and with events that no projection follows. */
async function prepare(fixtures: string, size: number): Promise<void> {
  const answers = Math.floor(size / TEAMS);
  for (let team = 0; team < TEAMS; team += 1) {
    await writeTeam(path.join(fixtures, 'all'), team, teamLog({ team, answers }));
    await writeTeam(path.join(fixtures, 'quarter'), team, teamLog({ team, answers: Math.floor(answers / 4) }));
    await writeTeam(path.join(fixtures, 'bare'), team, teamLog({ team, answers, bare: true }));
  }
}

/** A team's log as a bundle, as lines, and as databases of bare rows. */
async function writeTeam(folder: string, team: number, log: FixtureLog): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await teamBundle(folder, team, log);
  const lines = createWriteStream(path.join(folder, `team${team}.ndjson`));
  for (const { header, body } of log.lines) if (!lines.write(`${header}\n${body}\n`)) await drained(lines);
  lines.end();
  await finished(lines);
  for (const [kind, open] of [
    ['sealed', sealedDatabase],
    ['plain', plainDatabase],
  ] as const) {
    const db = open(path.join(folder, `team${team}.${kind}.db`));
    db.exec(TABLE);
    const put = db.prepare('INSERT INTO lines VALUES (?, ?, ?, ?, ?)');
    db.transaction(() => log.lines.forEach((line, at) => void put.run(team, at, line.id, line.header, line.body)))();
    db.close();
  }
}

const drained = (stream: NodeJS.WritableStream): Promise<void> =>
  new Promise((resolve) => stream.once('drain', () => resolve()));

const countOf = (db: SqliteDatabase): number => Number(db.prepare('SELECT count(*) FROM lines').pluck().get());
const perEvent = (figures: Figures, events: number): Figures => ({
  ...figures,
  events,
  usPerEvent: ((figures.ms ?? Number.NaN) / events) * 1000,
  cpuUsPerEvent: ((figures.cpuMs ?? Number.NaN) / events) * 1000,
});

/** The limit: ten databases of bare lines, attached and united by key, nothing verified and nothing shown. */
const attach =
  (open: typeof sealedDatabase, kind: string, set: string): Contender =>
  async ({ folder, fixtures }) => {
    const target = open(path.join(folder, 'united.db'));
    target.exec(TABLE);
    const figures = await timeWork(() => {
      for (let team = 0; team < TEAMS; team += 1) {
        target.prepare('ATTACH ? AS source').run(path.join(fixtures, set, `team${team}.${kind}.db`));
        target.exec('INSERT OR IGNORE INTO main.lines SELECT * FROM source.lines');
        target.exec('DETACH source');
      }
    });
    const events = countOf(target);
    target.close();
    return perEvent(figures, events);
  };

/** What plain code would do: every line parsed and summed, one row each, nothing judged. */
const plainCode: Contender = async ({ folder, fixtures }) => {
  const target = sealedDatabase(path.join(folder, 'united.db'));
  target.exec(TABLE);
  const put = target.prepare('INSERT OR IGNORE INTO lines VALUES (?, ?, ?, ?, ?)');
  const figures = await timeWork(async () => {
    for (let team = 0; team < TEAMS; team += 1) {
      target.exec('BEGIN');
      let header: string | null = null;
      let seq = 0;
      for await (const line of createInterface({
        input: createReadStream(path.join(fixtures, 'all', `team${team}.ndjson`)),
      })) {
        if (header === null) {
          header = line;
          continue;
        }
        JSON.parse(header);
        JSON.parse(line);
        sha256(line);
        put.run(team, seq, sha256(header), header, line);
        seq += 1;
        header = null;
      }
      target.exec('COMMIT');
    }
  });
  const events = countOf(target);
  target.close();
  return perEvent(figures, events);
};

/** Takes all files in while somebody else waits for each turn; the longest wait by the clock. */
async function takeAll(record: EventRecord, files: readonly string[]): Promise<Figures> {
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
  const figures = await timeWork(async () => {
    for (const file of files) {
      const { refusal } = orThrow(await record.importBundle(file));
      if (refusal) throw new Error(`${file}: ${refusal.code}`);
    }
  });
  running = false;
  return { ...figures, stallMs };
}

const product =
  (set: string): Contender =>
  async ({ folder, fixtures }) => {
    const from = path.join(fixtures, set);
    const files = readdirSync(from)
      .filter((name) => name.endsWith('.jxb'))
      .map((name) => path.join(from, name));
    const record = await newRecord(folder);
    orThrow(record.setAuthority(allowedSignersFile([authorityKey.publicKey]), authorityKey.fingerprint));
    const first = await takeAll(record, files);
    const again = await takeAll(record, files);
    const { events } = record.state();
    record.close();
    const { ms: againMs, cpuMs: againCpuMs } = again;
    return {
      ...perEvent(first, events),
      againUs: ((againMs ?? 0) / events) * 1000,
      againCpuUs: ((againCpuMs ?? 0) / events) * 1000,
    };
  };

const LIMIT = 'ATTACH and INSERT OR IGNORE, encrypted (limit)';
const POUCH = 'PouchDB bulkDocs, 20,000 events';
const AUTOMERGE = 'Automerge load, merge and save, 10,000 events';

/** W2: ten teams' bundles against the bare union of the same lines. */
export const merge: Workload = {
  title: 'W2 merge: the files of ten teams',
  size: 100_000,
  rounds: 3,
  prepare: async (fixtures, size) => {
    if (!existsSync(path.join(fixtures, 'all'))) await prepare(fixtures, size);
  },
  contenders: {
    [LIMIT]: attach(sealedDatabase, 'sealed', 'all'),
    'the same, not encrypted': attach(plainDatabase, 'plain', 'all'),
    'lines parsed and summed, encrypted': plainCode,
    'the product, log alone': product('bare'),
    'the product, with projections': product('all'),
    'the product, a quarter of it': product('quarter'),
  },
  peers: {
    [POUCH]: ['pouch.mjs', 'merge'],
    [AUTOMERGE]: ['automerge.mjs', 'merge'],
  },
  columns: {
    'µs an event': 'usPerEvent',
    'CPU µs an event': 'cpuUsPerEvent',
    'again, µs': 'againUs',
    'longest wait ms': 'stallMs',
    'RSS above idle MB': 'rssBytes',
  },
  against: LIMIT,
  plain: 'the same, not encrypted',
  goals: [
    { name: 'the product, log alone', figure: 'usPerEvent', most: 3 },
    { name: 'the product, with projections', figure: 'usPerEvent', most: 4 },
    { name: 'the product, log alone', figure: 'usPerEvent', most: 0.33, against: POUCH },
    { name: 'the product, log alone', figure: 'usPerEvent', most: 0.02, against: AUTOMERGE },
    { name: 'the product, with projections', figure: 'usPerEvent', most: 1.1, against: 'the product, a quarter of it' },
    { name: 'the product, with projections', figure: 'againUs', most: 0.77, against: 'usPerEvent' },
    { name: 'the product, with projections', figure: 'stallMs', most: 100, against: null },
    { name: 'the product, with projections', figure: 'rssBytes', most: 150e6, against: null },
  ],
};
