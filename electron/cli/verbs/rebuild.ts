import { fail, ok } from '../../../vocabulary/result.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import type { Verb } from '../verb.ts';

/** `rebuild --data DIR`: makes every table anew from the log, then says the state. Writes no event. */
export const verb: Verb = {
  name: 'rebuild',
  usage: {
    zh: 'rebuild --data 文件夹　从记录重做所有表格，再显示状态',
    en: 'rebuild --data DIR — remake every table from the log, then show the state',
  },
  async run(argv, io) {
    const args = readArguments(argv, { data: { type: 'string' } });
    if (!args.ok) return args;
    const data = mustHave('data', args.value.values.data);
    if (!data.ok) return data;
    if (args.value.positionals.length > 0) return fail({ code: 'bad_arguments', detail: 'rebuild --data DIR' });
    const state = await withData(data.value, io, (record) => {
      const done = record.rebuild((at, total) => io.progress(`${at} / ${total}`));
      return done.ok ? ok(record.state()) : done;
    });
    if (!state.ok) return state;
    io.out(state.value);
    return ok(0);
  },
};
