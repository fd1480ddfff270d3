import { fail, ok } from '../../../vocabulary/result.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import type { Verb } from '../verb.ts';

/** `check --data DIR`: reads every event, row and blob again and counts the hashes anew. Writes nothing; 1 where something is damaged. */
export const verb: Verb = {
  name: 'check',
  usage: {
    zh: 'check --data 文件夹　逐条核对记录，重算哈希',
    en: 'check --data DIR — read everything again and count the hashes anew',
  },
  async run(argv, io) {
    const args = readArguments(argv, { data: { type: 'string' } });
    if (!args.ok) return args;
    const data = mustHave('data', args.value.values.data);
    if (!data.ok) return data;
    if (args.value.positionals.length > 0) return fail({ code: 'bad_arguments', detail: 'check --data DIR' });
    const onProgress = (done: number, total: number) => io.progress(`${done} / ${total}`);
    const done = await withData(data.value, io, (record) => record.check({ onProgress }));
    if (!done.ok) return done;
    io.out({ ok: done.value.damaged.length === 0, ...done.value });
    return ok(done.value.damaged.length === 0 ? 0 : 1);
  },
};
