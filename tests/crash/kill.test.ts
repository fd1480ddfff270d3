import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBackups } from '../../db/backup/find-backups.ts';
import { answerOnce, photoOnce, removeRecord, type TestRecord, testRecord } from '../../db/backup/test-record.ts';
import { readBundle } from '../../db/bundles/read-bundle.ts';
import { memorySource } from '../../db/files/byte-source.ts';
import { nodeFiles } from '../../db/files/node-files.ts';
import { type EventRecord, openRecord } from '../../db/record.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { roundOf, scaled } from '../../vocabulary/test-scale.ts';
import { bundleOf } from '../fault/scenarios.ts';
import { shelf } from '../fault/stage.ts';
import { diceOf } from '../simulator/dice.ts';

const root = shelf();
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Five kinds of work, twenty kills each: 100 in `npm test`, as many others in each round of `npm run torture`. */
const KILLS = scaled(20);
/** A process dies after so many things it said at most, and some moments later. */
const SAID_AT_MOST = 12;
const MOMENTS = 12;

let template: TestRecord;
const bundleIds = new Map<string, readonly string[]>();

beforeAll(async () => {
  await buildWorker();
  template = await testRecord('killed', undefined, root);
  template.record.close();
  await makeBundles();
}, 120_000);

const worker = join(root, 'worker', 'worker.mjs');

/** In one file it starts four times as fast, and it is started a hundred times. */
async function buildWorker(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, '..', '..'),
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(import.meta.dirname, 'worker.ts'),
      outDir: join(root, 'worker'),
      minify: false,
      rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  // Where packages that are not in the file are looked for.
  symlinkSync(join(import.meta.dirname, '..', '..', 'node_modules'), join(root, 'node_modules'));
}

/** What another machine handed in on twelve days. */
async function makeBundles(): Promise<void> {
  const other = await testRecord('other', undefined, root);
  mkdirSync(join(root, 'bundles'));
  for (let day = 0; day < 12; day += 1) {
    for (let item = 0; item < 40; item += 1) orThrow(answerOnce(other.record, item, `day ${day}`));
    orThrow(photoOnce(other.record, Buffer.alloc(20_000, day), day));
    const name = `${String(day).padStart(2, '0')}.jxb`;
    writeFileSync(join(root, 'bundles', name), await bundleOf(other.record));
    bundleIds.set(
      name,
      [...other.record.stores.events.all()].map((event) => event.id),
    );
  }
  removeRecord(other);
}

interface Machine {
  readonly folder: string;
  readonly acknowledged: Set<string>;
  readonly files: Set<string>;
  readonly backups: Set<string>;
}

function newMachine(name: string): Machine {
  const folder = join(root, name);
  cpSync(template.folder, folder, { recursive: true });
  cpSync(join(root, 'bundles'), join(folder, 'bundles'), { recursive: true });
  return { folder, acknowledged: new Set(), files: new Set(), backups: new Set() };
}

/** Starts a process at a kind of work, kills it without warning, and keeps what it had said by then. */
async function workAndKill(
  { folder, acknowledged, files, backups }: Machine,
  kind: string,
  seed: number,
): Promise<void> {
  const dice = diceOf(seed);
  const enough = 1 + dice.below(SAID_AT_MOST);
  const moment = dice.below(MOMENTS);
  const child = spawn(process.execPath, [worker, folder, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'compiled') },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
    // Not in the moment of an acknowledgement, when nothing is under way, but somewhat later.
    if (said.split('\n').length > enough && !child.killed) setTimeout(() => child.kill('SIGKILL'), moment);
  });
  const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
  expect(signal, 'it was killed and did not fail by itself').toBe('SIGKILL');
  // The last piece may be half a line.
  for (const line of said.split('\n').slice(0, -1)) {
    const [word, what = ''] = line.split(' ');
    if (word === 'event') acknowledged.add(what);
    if (word === 'file') files.add(what);
    if (word === 'backup') backups.add(what);
    if (word === 'bundle') for (const id of bundleIds.get(what) ?? []) acknowledged.add(id);
  }
}

async function isWhole(machine: Machine, record: EventRecord, kill: number): Promise<void> {
  const held = new Set<string>([...record.stores.events.all()].map((event) => event.id));
  expect([...machine.acknowledged].filter((id) => !held.has(id))).toEqual([]);
  expect(orThrow(await record.check()).damaged).toEqual([]);
  await filesAreWhole(machine, record);
  // An event without its rows, or rows without their event, would show here; the counting above sees all but what was never derived.
  if (kill % 5 !== 4) return;
  const { stateHash } = record.state();
  orThrow(record.rebuild());
  expect(record.state().stateHash).toBe(stateHash);
}

/** What has its name on the stick is whole, and what was acknowledged has its name. */
async function filesAreWhole({ folder, files, backups }: Machine, record: EventRecord): Promise<void> {
  const stick = join(folder, 'stick');
  if (!existsSync(stick) || !record.signers) return;
  const bundles = readdirSync(stick).filter((name) => name.endsWith('.jxb'));
  expect([...files].filter((path) => !existsSync(path))).toEqual([]);
  for (const name of bundles) {
    const read = await readBundle(memorySource(readFileSync(join(stick, name))), record.signers);
    expect(read, name).toMatchObject({ ok: true });
    rmSync(join(stick, name));
  }
  files.clear();
  const found = orThrow(findBackups(nodeFiles, stick)).map((backup) => backup.folder);
  // Old ones are thinned out; the last that was acknowledged stays.
  const last = [...backups].at(-1);
  if (last) expect(found).toContain(last);
  for (const backup of found.slice(0, 1)) {
    const world = { ...template.world, folder: join(folder, 'looked-at') };
    cpSync(backup, world.folder, { recursive: true });
    const opened = orThrow(await openRecord(world, { by: 'keychain' }));
    opened.record.close();
    rmSync(world.folder, { recursive: true });
  }
}

test.concurrent.each(['write', 'import', 'export', 'rebuild', 'backup'])(
  'killed again and again at its work, the record has all that was acknowledged and nothing half done: %s',
  async (kind) => {
    const machine = newMachine(kind);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await workAndKill(machine, kind, roundOf() * KILLS + kill);
      const world = {
        ...template.world,
        folder: join(machine.folder, 'data'),
        stateFolder: join(machine.folder, 'state'),
      };
      const { record } = orThrow(await openRecord(world, { by: 'keychain' }));
      try {
        await isWhole(machine, record, kill);
      } finally {
        record.close();
      }
    }
    expect(machine.acknowledged.size).toBeGreaterThan(KILLS);
  },
  0,
);
