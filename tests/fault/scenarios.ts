import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBackups } from '../../db/backup/find-backups.ts';
import { answerOnce, photoOnce, reopenRecord, type TestRecord } from '../../db/backup/test-record.ts';
import { MemorySink } from '../../db/bundles/bundle-fixture.ts';
import { type BundleContent, type BundleSigner, writeBundle } from '../../db/bundles/write-bundle.ts';
import { memorySource } from '../../db/files/byte-source.ts';
import { createRecord, type EventRecord, openRecord, restoreRecord } from '../../db/record.ts';
import { openSpool } from '../../electron/listener/spool.ts';
import type { IntakeBatch } from '../../electron/ports/intake-port.ts';
import { bootId, entityId, instrumentId } from '../../vocabulary/ids.ts';
import { reading } from '../../vocabulary/reading.ts';
import { ok, orThrow, type Result } from '../../vocabulary/result.ts';

/** What a scenario works with: a record that was made without faults, in a folder of its own. */
export interface Stage {
  readonly test: TestRecord;
  /** A bundle of another machine, with a photo. */
  readonly bundle: Uint8Array;
  /** What was said to be durable: (log, seq, id) of events, or the name of a spooled batch. */
  readonly acknowledged: Set<string>;
  readonly spooled: Set<string>;
}

/** One kind of work under which the disk fails. Gives what it was told; a throw is a defect. */
export interface Scenario {
  readonly name: string;
  /** Without faults, before. */
  readonly before?: (stage: Stage) => Promise<void>;
  readonly run: (stage: Stage) => Promise<Result<unknown>>;
}

const said = (stage: Stage, done: Result<{ readonly id: string } | null>): Result<unknown> => {
  if (done.ok && done.value) stage.acknowledged.add(done.value.id);
  return done;
};

/** Tries everything and gives the first fault: what fails must not keep the rest from being tried. */
const all = (...steps: readonly (() => Result<unknown>)[]): Result<unknown> =>
  steps.map((step) => step()).find((done) => !done.ok) ?? ok(null);

const instrument = instrumentId.parse('d'.repeat(32));
function batchOf(at: number): IntakeBatch {
  const time = { wall: 1_700_000_000_000 + at * 1000, mono: at, boot: 'b'.repeat(32) };
  const value = { quality: 'ok', amount: '0.52', unit: '%VOL' };
  return {
    batch: entityId.parse(at.toString(16).padStart(32, '0')),
    driver: 'd',
    driverVersion: '1',
    settings: {},
    instrumentId: instrument,
    session: entityId.parse('1'.repeat(32)),
    boot: bootId.parse('b'.repeat(32)),
    readings: [reading.parse({ instrument, channel: 'CH4', gas: 'CH4', time, value })],
    raw: [{ wall_ms: time.wall, mono_first_ms: 0, mono_last_ms: 1, dir: 'rx' as const, hex: 'aa' }],
    gaps: [],
  };
}

export const pages = () => ok({ report: Buffer.from('<!doctype html>\n'), verifyText: Buffer.from('verify\n') });

/** All that a record holds, in the bytes of a bundle. */
export async function bundleOf(record: EventRecord): Promise<Uint8Array> {
  const sink = new MemorySink();
  const target = {
    write: (content: BundleContent, signer: BundleSigner) => writeBundle(content, signer, sink),
    readBack: () => ok(memorySource(sink.bytes())),
  };
  orThrow(await record.exportTo({ target, pages }));
  return sink.bytes();
}

const spoolKey = Buffer.alloc(32, 7);

export const scenarios: readonly Scenario[] = [
  {
    name: 'append',
    run: async (stage) =>
      all(
        () => said(stage, answerOnce(stage.test.record, 1)),
        () => stage.test.record.tidy(), // what is written from here on lies in room made beforehand
        () => said(stage, photoOnce(stage.test.record, Buffer.alloc(70_000, 'p'), 2)),
        () => said(stage, answerOnce(stage.test.record, 1, 'again')),
        () => said(stage, stage.test.record.seal()),
      ),
  },
  {
    name: 'readings',
    run: async (stage) =>
      all(
        () => stage.test.record.readings.keep(batchOf(1)),
        () => stage.test.record.readings.keep(batchOf(2)),
        () => stage.test.record.readings.fold({ all: true }),
      ),
  },
  {
    name: 'import',
    run: async ({ test, bundle, acknowledged }) => {
      const done = await test.record.importFrom(memorySource(bundle), 'other.jxb');
      if (done.ok) for (const event of test.record.stores.events.all()) acknowledged.add(event.id);
      return done.ok && done.value.refusal ? { ok: false, fault: done.value.refusal } : done;
    },
  },
  {
    name: 'export',
    before: async (stage) => void said(stage, photoOnce(stage.test.record, Buffer.alloc(70_000, 'p'), 2)),
    run: async ({ test }) => test.record.exportFile(join(test.folder, 'stick', 'mine.jxb'), { pages }),
  },
  {
    name: 'rebuild',
    before: async (stage) => void said(stage, answerOnce(stage.test.record, 4)),
    run: async ({ test }) => test.record.rebuild(),
  },
  {
    name: 'backup',
    before: async (stage) => void said(stage, photoOnce(stage.test.record, Buffer.alloc(70_000, 'p'), 2)),
    run: async ({ test }) => test.record.backUp(join(test.folder, 'stick')),
  },
  {
    name: 'restore',
    before: async ({ test }) => {
      orThrow(await test.record.backUp(join(test.folder, 'stick')));
      test.record.close();
    },
    run: async ({ test }) => {
      const found = findBackups(test.world.files, join(test.folder, 'stick'));
      const [backup] = found.ok ? found.value : [];
      if (!found.ok || !backup) return found;
      return restoreRecord(test.world, backup, { by: 'keys', keys: test.keys });
    },
  },
  {
    name: 'recovery',
    // What a killed process leaves: the journal still has to be folded in.
    before: async (stage) => {
      for (let item = 0; item < 5; item += 1) said(stage, answerOnce(stage.test.record, item));
      const { folder } = stage.test.world;
      cpSync(folder, `${folder}-killed`, { recursive: true });
      stage.test.record.close();
      for (const name of ['record.db', 'record.db-wal'])
        if (existsSync(join(`${folder}-killed`, name))) cpSync(join(`${folder}-killed`, name), join(folder, name));
    },
    run: async (stage) => {
      const opened = await openRecord(stage.test.world, { by: 'keys', keys: stage.test.keys });
      if (!opened.ok) return opened;
      const written = said(stage, answerOnce(opened.value.record, 9));
      opened.value.record.close();
      return written;
    },
  },
  {
    name: 'create',
    run: async ({ test }) => {
      const world = { ...test.world, folder: join(test.folder, 'new') };
      const made = await createRecord(world, { passphrase: null });
      if (!made.ok) return made;
      const written = answerOnce(made.value.record, 1);
      made.value.record.close();
      return written;
    },
  },
  {
    name: 'sweep',
    before: async (stage) => {
      said(stage, photoOnce(stage.test.record, Buffer.alloc(70_000, 'p'), 2));
      orThrow(stage.test.record.blobs.put(Buffer.from('an orphan')));
      stage.test.record.close();
      await reopenRecord(stage.test);
    },
    run: async ({ test }) => test.record.sweepBlobs(),
  },
  {
    name: 'spool',
    run: async (stage) => {
      const folder = join(stage.test.folder, 'spool');
      const spool = await openSpool(folder, spoolKey);
      if (!spool.ok) return spool;
      const results: Result<unknown>[] = [];
      for (const at of [1, 2, 3]) {
        const put = await spool.value.put(batchOf(at));
        if (put.ok) stage.spooled.add(batchOf(at).batch);
        results.push(put);
      }
      const first = await spool.value.oldest();
      if (first) {
        stage.spooled.delete(first.batch.batch);
        await spool.value.remove(first.name);
      }
      return results.find((one) => !one.ok) ?? ok(null);
    },
  },
];

/** Every batch that waits in the spool, by a listener that comes after. */
export async function waitingInSpool(stage: Stage): Promise<Set<string>> {
  const spool = orThrow(await openSpool(join(stage.test.folder, 'spool'), spoolKey));
  const found = new Set<string>();
  for (let next = await spool.oldest(); next; next = await spool.oldest()) {
    found.add(next.batch.batch);
    await spool.remove(next.name);
  }
  return found;
}
