import { systemClock } from '../../../drivers/transports/system-clock.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { releaseRows } from '../../recorder/packs.ts';
import { takeRelease } from '../../recorder/take-release.ts';
import { answerNo } from '../answer-no.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import { readText } from '../read-file.ts';
import type { CliIo, Verb } from '../verb.ts';

const USAGE = 'pack take --data DIR FILE | pack list --data DIR';

/** The file was read, and the answer is no. */
const refusals: ReadonlySet<Fault['code']> = new Set([
  'bad_pack',
  'pack_changes_used',
  'pack_not_newer',
  'pack_overlap',
  'pack_unsigned',
  'pack_wrong_signer',
]);

/** `pack take --data DIR FILE`: takes a signed release of rule packs; `pack list --data DIR`: one line per release held, and whether it is in force. */
export const verb: Verb = {
  name: 'pack',
  usage: {
    zh: 'pack take --data 文件夹 文件 / pack list --data 文件夹　收省级签名的规则包，列出已收的规则包和现用的',
    en: 'pack take --data DIR FILE / pack list --data DIR — take a release of rule packs signed by the province, list those held and the one in force',
  },
  async run([name = '', ...rest], io) {
    const args = readArguments(rest, { data: { type: 'string' } });
    if (!args.ok) return args;
    const data = mustHave('data', args.value.values.data);
    if (!data.ok) return data;
    const [file, ...more] = args.value.positionals;
    if (name === 'take' && file !== undefined && more.length === 0) return take(data.value, file, io);
    if (name === 'list' && file === undefined) return list(data.value, io);
    return fail({ code: 'bad_arguments', detail: USAGE });
  },
};

async function take(folder: string, file: string, io: CliIo): Promise<Result<number>> {
  const text = readText(file);
  if (!text.ok) return text;
  const done = await withData(folder, io, (record) => {
    const author = record.identity.person;
    const given = { text: text.value, wall: systemClock.wall() };
    const taken = takeRelease(record, given, (draft) => record.append({ ...draft, author }));
    return taken.ok ? ok(releaseRows(record.releases())) : taken;
  });
  if (!done.ok) return refusals.has(done.fault.code) ? answerNo(io, done.fault) : done;
  const inForce = done.value.find((one) => one.inForce);
  io.out({
    ok: true,
    file,
    number: inForce?.number ?? null,
    issued: inForce?.issued ?? null,
    signer: inForce?.signer ?? null,
  });
  return ok(0);
}

async function list(folder: string, io: CliIo): Promise<Result<number>> {
  const rows = await withData(folder, io, (record) => ok(releaseRows(record.releases())));
  if (!rows.ok) return rows;
  for (const row of rows.value) io.out(row);
  io.out({ ok: true, releases: rows.value.length, inForce: rows.value.find((one) => one.inForce)?.number ?? null });
  return ok(0);
}
