import { fail, ok } from '../../../vocabulary/result.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import type { Verb } from '../verb.ts';

/** `backup --data DIR --to DIR`: copies the record to a second place, opens the copy and checks it. Seals first. */
export const verb: Verb = {
  name: 'backup',
  usage: {
    zh: 'backup --data 文件夹 --to 文件夹　备份到第二处，并打开核对',
    en: 'backup --data DIR --to DIR — copy the record to a second place, open the copy and check it',
  },
  async run(argv, io) {
    const text = { type: 'string' } as const;
    const args = readArguments(argv, { data: text, to: text });
    if (!args.ok) return args;
    const { values, positionals } = args.value;
    const data = mustHave('data', values.data);
    const to = mustHave('to', values.to);
    if (!data.ok) return data;
    if (!to.ok) return to;
    if (positionals.length > 0) return fail({ code: 'bad_arguments', detail: 'backup --data DIR --to DIR' });
    const onProgress = (done: number, total: number) => io.progress(`${done} / ${total}`);
    const done = await withData(data.value, io, (record) => record.backUp(to.value, { onProgress }));
    if (!done.ok) return done;
    const { folder, manifest, thinned } = done.value;
    const { events, blobs, logHash, stateHash } = manifest;
    io.out({ ok: true, folder, events, blobs, logHash, stateHash, thinned });
    return ok(0);
  },
};
