import type { EventRecord } from '../../../db/record.ts';
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
    const state = await withData(data.value, io, (record) => {
      const neverSealed = neverSealedIn(record);
      return ok({ ...record.state(), ...(neverSealed.length > 0 ? { neverSealed } : {}) });
    });
    if (!state.ok) return state;
    io.out(state.value);
    return ok(0);
  },
};

/** Entries that no seal will cover: whose, which, and what to do. */
const neverSealedIn = (record: EventRecord) =>
  record.logs().flatMap(({ log, own, principal, highest, neverSealed: n }) => {
    if (n === 0) return [];
    const [zhWhose, enWhose] = own ? ['本机', 'this device'] : [principal ?? log, principal ?? log];
    return [
      {
        log,
        principal,
        events: n,
        upTo: highest,
        zh: `${zhWhose}旧记录末尾${n}条没封存，也不会再封，别处不算数。把原来那份的包并进来，没有就补记。`,
        en: `The last ${n} of an old record of ${enWhose} are unsealed and stay so; they count nowhere else. Merge a bundle of the first record; where there is none, record them again.`,
      },
    ];
  });
