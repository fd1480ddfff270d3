import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { answerOnce, openKeychain, photoOnce } from '../../db/backup/test-record.ts';
import { nodeFiles } from '../../db/files/node-files.ts';
import { type EventRecord, openRecord } from '../../db/record.ts';
import { bootId } from '../../vocabulary/ids.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';

// A process that does one kind of work without pause and says what is durable, until it is killed.
const [root = '', kind = ''] = process.argv.slice(2);
const world = {
  folder: join(root, 'data'),
  stateFolder: join(root, 'state'),
  files: nodeFiles,
  rulesVersion: '1',
  clock: { wall: () => epochMs.parse(Date.now()), mono: () => monoMs.parse(performance.now()) },
  random: (bytes: number) => randomBytes(bytes),
  boot: bootId.parse(randomBytes(16).toString('hex')),
  keychain: openKeychain,
};

/** A synchronous write: what the parent has read was durable before the kill. */
const say = (word: string, what: string): void => void process.stdout.write(`${word} ${what}\n`);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const pages = () => ok({ report: Buffer.from('<!doctype html>\n'), verifyText: Buffer.from('verify\n') });

function write(record: EventRecord, at: number): void {
  const done = at % 5 === 4 ? photoOnce(record, randomBytes(3000), at) : answerOnce(record, at % 17, String(at));
  say('event', orThrow(done).id);
  if (at % 23 !== 22) return;
  const sealed = orThrow(record.seal());
  if (sealed) say('event', sealed.id);
}

const works: Readonly<Record<string, (record: EventRecord, at: number) => Promise<void>>> = {
  write: async (record, at) => {
    for (let count = 0; count < 16; count += 1) write(record, at * 16 + count);
    orThrow(record.tidy());
  },
  import: async (record, at) => {
    const files = readdirSync(join(root, 'bundles')).sort();
    const name = files[at % files.length] ?? '';
    const done = orThrow(await record.importBundle(join(root, 'bundles', name)));
    if (done.refusal) throw new Error(`refused: ${done.refusal.code}`);
    say('bundle', name);
    write(record, at);
  },
  export: async (record, at) => {
    write(record, at);
    const path = join(root, 'stick', `${process.pid}-${at}.jxb`);
    orThrow(await record.exportFile(path, { pages }));
    say('file', path);
  },
  rebuild: async (record, at) => {
    write(record, at);
    orThrow(record.rebuild());
  },
  backup: async (record, at) => {
    write(record, at);
    say('backup', orThrow(await record.backUp(join(root, 'stick'))).folder);
  },
};

const { record } = orThrow(await openRecord(world, { by: 'keychain' }));
const work = works[kind];
if (!work) throw new Error(`no such work: ${kind}`);
// Whoever is killed never comes to its end, where what was compiled would be kept for the next one.
flushCompileCache();
say('open', kind);
for (let at = 0; ; at += 1) {
  await work(record, at);
  await turn();
}
