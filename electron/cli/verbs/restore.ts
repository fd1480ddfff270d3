import { findBackups } from '../../../db/backup/find-backups.ts';
import { nodeFiles } from '../../../db/files/node-files.ts';
import { restoreRecord } from '../../../db/record.ts';
import { fail, ok } from '../../../vocabulary/result.ts';
import { recordWorld } from '../../record-world.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { readPassphrase } from '../passphrase.ts';
import type { Verb } from '../verb.ts';

/**
 * `restore --from DIR --data DIR [--backup NAME]`: puts a backup, the newest if none is named, in the place of a data folder. What was there keeps
 * its bytes under another name; the record goes on under a new log.
 */
export const verb: Verb = {
  name: 'restore',
  usage: {
    zh: 'restore --from 备份处 --data 文件夹 [--backup 名称]　从备份恢复，原文件夹改名保留',
    en: 'restore --from DIR --data DIR [--backup NAME] — put a backup back; the old folder is kept under another name',
  },
  async run(argv, io) {
    const text = { type: 'string' } as const;
    const args = readArguments(argv, { from: text, data: text, backup: text });
    if (!args.ok) return args;
    const { values, positionals } = args.value;
    const from = mustHave('from', values.from);
    const data = mustHave('data', values.data);
    if (!from.ok) return from;
    if (!data.ok) return data;
    if (positionals.length > 0) return fail({ code: 'bad_arguments', detail: 'restore --from DIR --data DIR' });
    const found = findBackups(nodeFiles, from.value);
    if (!found.ok) return found;
    const { backup: name } = values;
    const backup = found.value.find((one) => name === undefined || one.folder.endsWith(name));
    if (!backup) return fail({ code: 'backup_absent', path: from.value });
    const passphrase = await readPassphrase(io);
    if (!passphrase.ok) return passphrase;
    const onProgress = (done: number, total: number) => io.progress(`${done} / ${total}`);
    const opening = { by: 'passphrase', passphrase: passphrase.value } as const;
    const done = await restoreRecord(recordWorld(data.value, io.env), backup, opening, { onProgress });
    if (!done.ok) return done;
    const { events, logHash, stateHash, at } = backup.manifest;
    io.out({ ok: true, from: backup.folder, at, events, logHash, stateHash, ...done.value });
    return ok(0);
  },
};
