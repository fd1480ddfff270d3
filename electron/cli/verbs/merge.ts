import { nodeFiles } from '../../../db/files/node-files.ts';
import { readWhole } from '../../../db/files/write-atomically.ts';
import type { EventRecord, ImportOutcome } from '../../../db/record.ts';
import { type RevocationList, readKrl } from '../../../db/ssh/read-krl.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { sayFault } from '../../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { applyPacks } from '../../recorder/packs.ts';
import { answerNo } from '../answer-no.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import { readText } from '../read-file.ts';
import type { CliIo, Verb } from '../verb.ts';

interface MergeWish {
  readonly data: string;
  readonly signers: string | null;
  readonly krl: RevocationList | null;
  readonly strict: boolean;
  readonly files: readonly string[];
}

/** `merge --data DIR [--signers FILE] [--krl FILE] [--strict] FILE…`: good bundles are merged, refused ones reported on their line. */
export const verb: Verb = {
  name: 'merge',
  usage: {
    zh: 'merge --data 文件夹 [--signers 文件] [--krl 文件] [--strict] 包…　核验并收包',
    en: 'merge --data DIR [--signers FILE] [--krl FILE] [--strict] FILE… — verify bundles and take them in',
  },
  async run(argv, io) {
    const wish = readWish(argv);
    if (!wish.ok) return wish;
    const done = await withData(
      wish.value.data,
      io,
      (record) => mergeAll(record, wish.value, io),
      wish.value.signers !== null,
    );
    if (!done.ok) return done;
    return done.value === null ? ok(0) : answerNo(io, done.value);
  },
};

function readWish(argv: readonly string[]): Result<MergeWish> {
  const text = { type: 'string' } as const;
  const args = readArguments(argv, { data: text, signers: text, krl: text, strict: { type: 'boolean' } });
  if (!args.ok) return args;
  const { values, positionals: files } = args.value;
  const data = mustHave('data', values.data);
  if (!data.ok) return data;
  if (files.length === 0) return fail({ code: 'bad_arguments', detail: 'merge --data DIR FILE…' });
  const absent = files.find((path) => !nodeFiles.exists(path));
  if (absent !== undefined) return fail({ code: 'file_absent', path: absent });
  // Read before the folder is made or opened: a wrong file must leave nothing behind.
  const signers = values.signers === undefined ? ok(null) : readText(values.signers);
  if (!signers.ok) return signers;
  const krl = values.krl === undefined ? ok(null) : readKrlFile(values.krl);
  if (!krl.ok) return krl;
  return ok({ data: data.value, signers: signers.value, krl: krl.value, strict: values.strict ?? false, files });
}

function readKrlFile(path: string): Result<RevocationList> {
  const bytes = readWhole(nodeFiles, path);
  return bytes.ok ? readKrl(bytes.value, path) : bytes;
}

/** Merges one file after the other and says the state; gives why the answer is no, or null. */
async function mergeAll(record: EventRecord, wish: MergeWish, io: CliIo): Promise<Result<Fault | null>> {
  const believed = wish.signers === null ? ok(null) : record.setAuthority(wish.signers);
  if (!believed.ok) return believed;
  let refusal: Fault | null = null;
  for (const file of wish.files) {
    const outcome = await record.importBundle(file, {
      onProgress: (at, total) => io.progress(`${file} ${at} / ${total}`),
    });
    if (!outcome.ok) return outcome;
    // a release may have come with it, and what follows is judged by it
    applyPacks(record);
    io.out(lineOf(outcome.value, wish.krl));
    refusal ??= outcome.value.refusal;
  }
  const { logHash, stateHash, stateVersion, events } = record.state();
  io.out({ ok: refusal === null, logHash, stateHash, stateVersion, events });
  const conflicts = record.conflicts().length;
  if (refusal === null && wish.strict && conflicts > 0) return ok({ code: 'conflict_open', conflicts });
  return ok(refusal);
}

function lineOf({ counts, refusal, carrier, ...outcome }: ImportOutcome, krl: RevocationList | null) {
  const { added, ...others } = counts;
  const listed = carrier !== null && krl?.revokes(carrier) === true && !outcome.remarks.includes('carrier_revoked');
  const remarks = listed ? [...outcome.remarks, 'carrier_revoked'] : outcome.remarks;
  const { file, signer, role, conflicts, gaps } = outcome;
  const line = { file, signer, role, new: added, ...others, conflicts, gaps, remarks };
  return refusal ? { ...line, fault: { ...refusal, ...sayFault(refusal) } } : line;
}
