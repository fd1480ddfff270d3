import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerOnce, photoOnce, removeRecord, type TestRecord, testRecord } from '../../db/backup/test-record.ts';
import type { FileSystem } from '../../db/files/file-system.ts';
import { openRecord } from '../../db/record.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { bundleOf, type Stage } from './scenarios.ts';

/** Faults are about calls, not about the disk: a folder in memory makes the sweep quick. */
export const shelf = (): string => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'jingxun-fault-'));

/** A record to begin every run from, and what another machine hands in. */
export interface Template {
  readonly folder: string;
  readonly test: TestRecord;
  readonly bundle: Uint8Array;
}

export async function makeTemplate(root: string): Promise<Template> {
  const other = await testRecord('other', undefined, root);
  for (let item = 0; item < 20; item += 1) orThrow(answerOnce(other.record, item));
  orThrow(photoOnce(other.record, Buffer.alloc(70_000, 'o'), 99));
  const bundle = await bundleOf(other.record);
  removeRecord(other);
  const test = await testRecord('mine', undefined, root);
  for (let item = 0; item < 4; item += 1) orThrow(answerOnce(test.record, item));
  test.record.close();
  return { folder: test.folder, test, bundle };
}

/** A fresh copy of the template, opened, on a disk of the caller's. */
export async function stageOf({ folder, test, bundle }: Template, place: string, files: FileSystem): Promise<Stage> {
  rmSync(place, { recursive: true, force: true });
  cpSync(folder, place, { recursive: true });
  const world = { ...test.world, files, folder: join(place, 'data'), stateFolder: join(place, 'state') };
  const { record } = orThrow(await openRecord(world, { by: 'keys', keys: test.keys }));
  const acknowledged = new Set<string>([...record.stores.events.all()].map((event) => event.id));
  return { test: { ...test, folder: place, world, record }, bundle, acknowledged, spooled: new Set() };
}
