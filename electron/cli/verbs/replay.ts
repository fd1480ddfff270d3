import { openBundleFile } from '../../../db/bundles/bundle-file.ts';
import { lookInside } from '../../../db/bundles/look-inside.ts';
import { readBundle } from '../../../db/bundles/read-bundle.ts';
import type { ByteSource } from '../../../db/files/byte-source.ts';
import { nodeFiles } from '../../../db/files/node-files.ts';
import { readWhole } from '../../../db/files/write-atomically.ts';
import { type BundleContents, bundleSource } from '../../../db/replay/bundle-source.ts';
import { inspectionInBundle, inspectionInRecord } from '../../../db/replay/inspection-scope.ts';
import { isZstd, unpackLines } from '../../../db/replay/raw-block.ts';
import { recordSource } from '../../../db/replay/record-source.ts';
import { replayEvidence } from '../../../db/replay/replay-evidence.ts';
import { replayCapture } from '../../../drivers/capture/replay-capture.ts';
import { resultLine } from '../../../drivers/capture/result-line.ts';
import { readLineFile } from '../../../drivers/transports/line-file.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { answerNo } from '../answer-no.ts';
import { readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import { readSignersFile } from '../read-file.ts';
import { tellReport } from '../replay/report-lines.ts';
import type { CliIo, Verb } from '../verb.ts';

/**
 * `replay FILE`: decodes raw bytes again with the recorded version of their driver. Of a capture or a raw block it prints the lines
 * `listen` wrote; of a bundle or a data folder it compares with the recorded readings.
 */
export const verb: Verb = {
  name: 'replay',
  usage: {
    zh: 'replay 文件 | 包 [--signers 文件] [--inspection 编号] | --data 文件夹 [--inspection 编号]　把录下的原始字节再解一遍，与记录的读数核对',
    en: 'replay FILE | BUNDLE [--signers FILE] [--inspection ID] | --data DIR [--inspection ID] — decode raw bytes again and compare with the recorded readings',
  },
  async run(argv, io) {
    const text = { type: 'string' } as const;
    const read = readArguments(argv, { data: text, inspection: text, signers: text });
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    const [path, ...rest] = positionals;
    if (values.data !== undefined && path === undefined) return replayData(values.data, values.inspection, io);
    if (path === undefined || values.data !== undefined || rest.length > 0) {
      return fail({ code: 'bad_arguments', detail: 'replay FILE | --data DIR' });
    }
    const kind = kindOf(path);
    if (!kind.ok) return kind;
    if (kind.value === 'bundle') return replayBundle(path, values, io);
    if (values.inspection !== undefined) return fail({ code: 'bad_arguments', detail: '--inspection' });
    return replayFile(path, kind.value, io);
  },
};

type Kind = 'bundle' | 'block' | 'capture';

function kindOf(path: string): Result<Kind> {
  const source = nodeFiles.openForReading(path);
  if (!source.ok) return source;
  const head = source.value.read(0, Math.min(4, source.value.size));
  source.value.close();
  if (!head.ok) return head;
  if (isZstd(head.value)) return ok('block');
  return ok(Buffer.from(head.value).toString('latin1').startsWith('{') ? 'capture' : 'bundle');
}

function replayFile(path: string, kind: Exclude<Kind, 'bundle'>, io: CliIo): Result<number> {
  const lines = kind === 'capture' ? readLineFile(path) : unpackFile(path);
  if (!lines.ok) return lines;
  const items = replayCapture(lines.value);
  if (!items.ok) return items;
  for (const item of items.value) {
    const line = resultLine(item);
    if (line !== null) io.out(line);
  }
  return ok(0);
}

function unpackFile(path: string): Result<readonly unknown[]> {
  const bytes = readWhole(nodeFiles, path);
  return bytes.ok ? unpackLines(bytes.value) : bytes;
}

interface Choice {
  readonly inspection?: string | undefined;
  readonly signers?: string | undefined;
}

async function replayBundle(path: string, choice: Choice, io: CliIo): Promise<Result<number>> {
  const source = await openBundleFile(nodeFiles, path, null);
  if (!source.ok) return source.fault.code === 'file_absent' ? source : answerNo(io, { ...source.fault, path });
  const bundle = await openBundle(source.value, choice);
  const done = bundle.ok ? compareBundle(bundle.value, choice, io) : answerNo(io, { ...bundle.fault, path });
  source.value.close();
  return done;
}

async function openBundle(source: ByteSource, { signers: file }: Choice): Promise<Result<BundleContents>> {
  if (file === undefined) return lookInside(source);
  const signers = readSignersFile(file);
  return signers.ok ? readBundle(source, signers.value) : signers;
}

function compareBundle(bundle: BundleContents, { inspection, signers }: Choice, io: CliIo): Result<number> {
  const source = bundleSource(bundle);
  if (!source.ok) return answerNo(io, source.fault);
  const scope = inspection === undefined ? ok(undefined) : inspectionInBundle(bundle, inspection);
  if (!scope.ok) return scope;
  if (signers === undefined) {
    io.say({
      zh: '没有给 --signers：谁交的、全不全没有核验，只核对字节与读数。',
      en: 'Without --signers nobody asked who made this bundle or whether it is whole: bytes and readings only.',
    });
  }
  return tellReport(replayEvidence(source.value, scope.value), { verified: signers !== undefined }, io);
}

function replayData(folder: string, inspection: string | undefined, io: CliIo): Promise<Result<number>> {
  return withData(folder, io, (record) => {
    const scope = inspection === undefined ? ok(undefined) : inspectionInRecord(record, inspection);
    if (!scope.ok) return scope;
    const source = recordSource({ stores: record.stores, blobStore: record.blobs });
    return tellReport(replayEvidence(source, scope.value), {}, io);
  });
}
