import { z } from 'zod';
import { inspectionId } from '../../../vocabulary/ids.ts';
import { fail, ok } from '../../../vocabulary/result.ts';
import { isoDate } from '../../../vocabulary/time.ts';
import { rejudge } from '../../recorder/rejudge.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import type { Verb } from '../verb.ts';

const options = {
  data: { type: 'string' },
  date: { type: 'string' },
  inspection: { type: 'string' },
  packs: { type: 'string', default: 'inUse' },
} as const;
const wish = z.strictObject({
  date: isoDate,
  packs: z.enum(['inUse', 'shipped']),
  inspection: inspectionId.optional(),
});

/** `rejudge --data DIR --date YYYY-MM-DD`: one line per verdict that would be another, then the counts. Writes no event. */
export const verb: Verb = {
  name: 'rejudge',
  usage: {
    zh: 'rejudge --data 文件夹 --date 年-月-日 [--inspection 检查] [--packs inUse|shipped]　换一天或换规则包重判，列出会变的结论，不动原记录',
    en: 'rejudge --data DIR --date YYYY-MM-DD [--inspection ID] [--packs inUse|shipped] — which verdicts another day or other packs would change; the record is untouched',
  },
  async run(argv, io) {
    const args = readArguments(argv, options);
    if (!args.ok) return args;
    const { data: folder, ...rest } = args.value.values;
    const data = mustHave('data', folder);
    const asked = wish.safeParse(rest);
    if (!data.ok) return data;
    if (!asked.success || args.value.positionals.length > 0)
      return fail({ code: 'bad_arguments', detail: 'rejudge --data DIR --date YYYY-MM-DD' });
    const { date, packs, inspection } = asked.data;
    const done = await withData(data.value, io, (record) => {
      let [judged, changed] = [0, 0];
      const ids = inspection
        ? [inspection]
        : record.rows('inspections').map((row) => inspectionId.parse(row.inspection));
      for (const id of ids) {
        const again = rejudge(record, { of: { inspectionId: id }, date, packs });
        if (!again.ok) return again;
        for (const row of again.value.rows) io.out({ inspection: id, ...row });
        judged += again.value.judged;
        changed += again.value.changed;
      }
      return ok({ date, judged, changed });
    });
    if (!done.ok) return done;
    io.out(done.value);
    return ok(0);
  },
};
