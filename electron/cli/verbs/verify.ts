import { join } from 'node:path';
import { openBundleFile } from '../../../db/bundles/bundle-file.ts';
import { readBundle } from '../../../db/bundles/read-bundle.ts';
import { type Receipt, readReceipt } from '../../../db/bundles/receipt.ts';
import { answerFor, type VerifyAt } from '../../../db/bundles/verify.ts';
import { nodeFiles } from '../../../db/files/node-files.ts';
import { readWhole } from '../../../db/files/write-atomically.ts';
import type { Signers } from '../../../db/ssh/allowed-signers.ts';
import { fingerprintOf } from '../../../db/ssh/public-key.ts';
import { type RevocationList, readKrl } from '../../../db/ssh/read-krl.ts';
import { verifySshsig } from '../../../db/ssh/sshsig.ts';
import { systemClock } from '../../../drivers/transports/system-clock.ts';
import { sayFault } from '../../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { answerNo } from '../answer-no.ts';
import { readArguments } from '../arguments.ts';
import { readSignersFile, readText, readTime } from '../read-file.ts';
import type { CliIo, Verb } from '../verb.ts';

const options = {
  signers: { type: 'string' },
  krl: { type: 'string' },
  at: { type: 'string' },
  receipts: { type: 'string' },
} as const;

interface Task {
  readonly path: string;
  readonly signers: Signers;
  readonly when: VerifyAt;
}

/** `verify FILE --signers FILE …`: yes with what is inside, or no with the reason. Nothing is written anywhere. */
export const verb: Verb = {
  name: 'verify',
  usage: {
    zh: 'verify 包 --signers 文件 [--krl 文件] [--at 时间] [--receipts 文件夹]　核验一个包：谁交的、有没有改过、缺哪些',
    en: 'verify FILE --signers FILE [--krl FILE] [--at TIME] [--receipts DIR] — check a bundle: whose, whether altered, what is missing',
  },
  async run(argv, io) {
    const task = readTask(argv, io);
    return task.ok ? verify(task.value, io) : task;
  },
};

/** Whatever is wrong with the bundle is an answer; only a file that is not there could not be asked. */
async function verify({ path, signers, when }: Task, io: CliIo): Promise<Result<number>> {
  const source = await openBundleFile(nodeFiles, path, null);
  if (!source.ok) return source.fault.code === 'file_absent' ? source : answerNo(io, { ...source.fault, path });
  const bundle = await readBundle(source.value, signers);
  source.value.close();
  const answer = bundle.ok ? answerFor(bundle.value, when) : bundle;
  if (!answer.ok) return answerNo(io, { ...answer.fault, path });
  io.out(answer.value);
  return ok(0);
}

function readTask(argv: readonly string[], io: CliIo): Result<Task> {
  const read = readArguments(argv, options);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0)
    return fail({ code: 'bad_arguments', detail: 'verify FILE --signers FILE' });
  if (!values.signers) return fail({ code: 'signers_needed' });
  const signers = readSignersFile(values.signers);
  if (!signers.ok) return signers;
  const at = values.at === undefined ? ok(systemClock.wall()) : readTime(values.at);
  if (!at.ok) return at;
  const krl = values.krl === undefined ? ok(null) : readList(values.krl, signers.value);
  if (!krl.ok) return krl;
  const receipts = values.receipts === undefined ? ok([]) : readReceipts(values.receipts, signers.value, io);
  if (!receipts.ok) return receipts;
  return ok({ path, signers: signers.value, when: { at: at.value, krl: krl.value, receipts: receipts.value } });
}

/** The list; where the authority's signature lies beside it, it must fit. */
function readList(path: string, { authorities }: Signers): Result<RevocationList> {
  const bytes = readWhole(nodeFiles, path);
  if (!bytes.ok) return bytes;
  if (nodeFiles.exists(`${path}.sig`)) {
    const sig = readText(`${path}.sig`);
    const verified = sig.ok ? verifySshsig(sig.value, 'jingxun-krl', bytes.value) : sig;
    if (!verified.ok) return verified;
    const { fingerprint, certificate } = verified.value;
    const ours = certificate === null && authorities.some((key) => fingerprintOf(key) === fingerprint);
    if (!ours) return fail({ code: 'unknown_signer', path });
  }
  return readKrl(bytes.value, path);
}

/** A receipt that is not to be believed is named and left out: it can only have added something. */
function readReceipts(folder: string, signers: Signers, io: CliIo): Result<readonly Receipt[]> {
  if (!nodeFiles.exists(folder)) return fail({ code: 'file_absent', path: folder });
  const names = nodeFiles.list(folder);
  if (!names.ok) return names;
  const receipts: Receipt[] = [];
  for (const name of names.value.filter((each) => each.endsWith('.json'))) {
    const text = readText(join(folder, name));
    const receipt = text.ok ? readReceipt(text.value, join(folder, name), signers) : text;
    if (receipt.ok) receipts.push(receipt.value);
    else io.say(sayFault({ ...receipt.fault, path: name }));
  }
  return ok(receipts);
}
