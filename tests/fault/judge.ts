import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBackups } from '../../db/backup/find-backups.ts';
import { answerOnce } from '../../db/backup/test-record.ts';
import { memorySource } from '../../db/files/byte-source.ts';
import { nodeFiles } from '../../db/files/node-files.ts';
import { createRecord, type EventRecord, openRecord, recordExists } from '../../db/record.ts';
import { sayFault } from '../../vocabulary/fault.ts';
import { orThrow, type Result } from '../../vocabulary/result.ts';
import { type Stage, waitingInSpool } from './scenarios.ts';

/** What is wrong after a run, in words; nothing where everything held. The disk is good again by now. */
export async function judge(name: string, stage: Stage, done: Result<unknown>, sticky: boolean): Promise<string[]> {
  const wrong = [...sentenceOf(done)];
  const { record } = stage.test;
  if (record.stores.db.open) {
    // A disk that failed once and is well again: the same program goes on with the same record.
    const next = answerOnce(record, 7, 'after');
    if (next.ok) stage.acknowledged.add(next.value.id);
    else if (!sticky) wrong.push(`does not go on: ${JSON.stringify(next.fault)}`);
    record.close();
  }
  const world = { ...stage.test.world, files: nodeFiles };
  const opened = await openRecord(world, { by: 'keys', keys: stage.test.keys });
  if (!opened.ok) return [...wrong, `does not open again: ${JSON.stringify(opened.fault)}`];
  try {
    wrong.push(...(await lost(opened.value.record, stage)));
    wrong.push(...(await particular(name, stage, opened.value.record, done)));
  } finally {
    opened.value.record.close();
  }
  return wrong;
}

function* sentenceOf(done: Result<unknown>): Generator<string> {
  if (done.ok) return;
  const { zh, en } = sayFault(done.fault);
  if (zh === '' || en === '' || /[{}]/.test(zh + en)) yield `no sentence for ${JSON.stringify(done.fault)}: ${zh}`;
}

async function lost(record: EventRecord, stage: Stage): Promise<string[]> {
  const held = new Set<string>([...record.stores.events.all()].map((event) => event.id));
  const gone = [...stage.acknowledged].filter((id) => !held.has(id));
  const { damaged } = orThrow(await record.check());
  const before = record.state().stateHash;
  orThrow(record.rebuild());
  const half = record.state().stateHash === before ? [] : ['a rebuild gives another state'];
  const waiting = stage.spooled.size > 0 ? await waitingInSpool(stage) : new Set<string>();
  const dropped = [...stage.spooled].filter((batch) => !waiting.has(batch));
  return [
    ...gone.map((id) => `acknowledged event ${id} is gone`),
    ...damaged.map((place) => `damaged: ${place}`),
    ...dropped.map((batch) => `spooled batch ${batch} is gone`),
    ...half,
  ];
}

/** What only this kind of work can do wrong. */
async function particular(name: string, stage: Stage, record: EventRecord, done: Result<unknown>): Promise<string[]> {
  const { test, bundle } = stage;
  if (name === 'export')
    return sameAs(existsSync(join(test.folder, 'stick', 'mine.jxb')), done.ok, 'a bundle lies there');
  if (name === 'backup') {
    const found = orThrow(findBackups(nodeFiles, join(test.folder, 'stick'))).length > 0;
    return sameAs(found, done.ok, 'a backup lies there');
  }
  if (name === 'import') {
    const again = orThrow(await record.importFrom(memorySource(bundle), 'other.jxb'));
    const photos = record.rows('evidence').length;
    return again.refusal || photos !== 1 ? [`the import does not come through: ${JSON.stringify(again)}`] : [];
  }
  if (name === 'create') return madeAgain(stage, done);
  return [];
}

const sameAs = (is: boolean, should: boolean, what: string): string[] =>
  is === should ? [] : [`${what}: ${is}, and it was said: ${should}`];

/** A folder that was begun is opened, or made once more. */
async function madeAgain({ test }: Stage, done: Result<unknown>): Promise<string[]> {
  const world = { ...test.world, files: nodeFiles, folder: join(test.folder, 'new') };
  const exists = recordExists(nodeFiles, world.folder);
  if (!exists && done.ok) return ['what was made is not there'];
  const keychain = { by: 'keychain' } as const;
  const opened = exists ? await openRecord(world, keychain) : await createRecord(world, { passphrase: null });
  if (!opened.ok) return [`cannot be opened or made: ${JSON.stringify(opened.fault)}`];
  opened.value.record.close();
  return [];
}
