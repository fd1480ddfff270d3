import type { EventRecord } from '../../../db/record.ts';
import { systemClock } from '../../../drivers/transports/system-clock.ts';
import { fail, ok } from '../../../vocabulary/result.ts';
import { bundlePages } from '../../recorder/documents.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import type { Verb } from '../verb.ts';

/** `export --data DIR --out FILE [--to RECIPIENT]…`: seals, packs and reads back one bundle. */
export const verb: Verb = {
  name: 'export',
  usage: {
    zh: 'export --data 文件夹 --out 文件 [--to 收件公钥]…　封存并打包',
    en: 'export --data DIR --out FILE [--to RECIPIENT]… — seal and pack a bundle',
  },
  async run(argv, io) {
    const text = { type: 'string' } as const;
    const args = readArguments(argv, { data: text, out: text, to: { type: 'string', multiple: true } });
    if (!args.ok) return args;
    const { values, positionals } = args.value;
    const data = mustHave('data', values.data);
    const out = mustHave('out', values.out);
    if (!data.ok) return data;
    if (!out.ok) return out;
    if (positionals.length > 0) return fail({ code: 'bad_arguments', detail: 'export --data DIR --out FILE' });
    const done = await withData(data.value, io, (record) => exportAll(record, out.value, values.to));
    if (!done.ok) return done;
    io.out({ ok: true, file: out.value, ...done.value });
    return ok(0);
  },
};

async function exportAll(record: EventRecord, file: string, recipients: readonly string[] | undefined) {
  const done = await record.exportFile(file, {
    pages: bundlePages(record, systemClock),
    ...(recipients ? { recipients } : {}),
  });
  if (!done.ok) return done;
  const { events, paths, logHash, stateHash, stateVersion, blobs } = done.value;
  return ok({ events, blobs, ranges: paths, logHash, stateHash, stateVersion });
}
