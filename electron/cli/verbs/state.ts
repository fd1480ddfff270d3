import { fail, ok } from '../../../vocabulary/result.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import type { Verb } from '../verb.ts';

/** `state --data DIR`: hashes and counts of a record, to compare two machines. Writes no event. */
export const verb: Verb = {
  name: 'state',
  usage: { zh: 'state --data 文件夹　显示记录的状态和哈希', en: 'state --data DIR — the state and hashes of a record' },
  async run(argv, io) {
    const args = readArguments(argv, { data: { type: 'string' } });
    if (!args.ok) return args;
    const data = mustHave('data', args.value.values.data);
    if (!data.ok) return data;
    if (args.value.positionals.length > 0) return fail({ code: 'bad_arguments', detail: 'state --data DIR' });
    const state = await withData(data.value, io, (record) => ok(record.state()));
    if (!state.ok) return state;
    io.out(state.value);
    return ok(0);
  },
};
