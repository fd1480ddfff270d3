import { createHash } from 'node:crypto';
import path from 'node:path';
import { writeBundleFile } from '../../db/bundles/bundle-file.ts';
import { bundleSigner, certify, contentOf, FixtureLog, keyOf, signers } from '../../db/bundles/bundle-fixture.ts';
import { openBundle } from '../../db/bundles/read-bundle.ts';
import type { BundleContent } from '../../db/bundles/write-bundle.ts';
import { memorySource } from '../../db/files/byte-source.ts';
import { nodeFiles } from '../../db/files/node-files.ts';
import { sha256 } from '../../db/log/sha256.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { type Contender, type Figures, timeWork } from './measure.ts';
import type { Workload } from './workload.ts';

const DEVICE = 'team01-dev1';
const key = keyOf(DEVICE);
const certificate = certify(key, DEVICE);
const fileIn = (folder: string): string => path.join(folder, `${DEVICE}.jxb`);

/** A manifest says the same of a photo of one byte and of one of three megabytes, so these are as short as can be and still differ. */
const photoOf = (number: number): Buffer => Buffer.from(`photo ${number}`);

/** The sums of all photos, in the order of their names, the same in every run. */
const sumsOf = (size: number): readonly (readonly [sum: string, number: number])[] =>
  Array.from({ length: size }, (_, number) => [sha256(photoOf(number)), number] as const).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );

/** One sealed answer, and the photos, each made when its turn comes. */
function contentWith(size: number): BundleContent {
  const log = new FixtureLog(key, DEVICE, certificate).add().seal();
  const blobs = sumsOf(size).map(([id, number]) => ({ id, open: () => ok(memorySource(photoOf(number))) }));
  return { ...contentOf(log.lines), blobs };
}

/** The rows a second beside the time of all of them. */
async function timeRows(size: number, work: () => unknown): Promise<Figures> {
  const figures = await timeWork(work);
  return { ...figures, rowsPerSecond: (size * 1000) / (figures.ms ?? Number.NaN) };
}

/** The limit: the text of the manifest made row by row and summed. */
const sumText: Contender = ({ size }) => {
  const sums = sumsOf(size);
  return timeRows(size, () => {
    const hash = createHash('sha256');
    for (const [sum] of sums) hash.update(`${sum}  data/blobs/${sum}\n`);
    hash.digest();
  });
};

const pack: Contender = ({ folder, size }) => {
  const content = contentWith(size);
  const target = { path: fileIn(folder), recipients: [] };
  return timeRows(size, async () =>
    orThrow(await writeBundleFile(nodeFiles, target, content, bundleSigner(key, certificate))),
  );
};

/** Every entry's place, name and sum, both manifests and the carrier's signature. */
const verify: Contender = ({ fixtures, size }) => {
  const source = orThrow(nodeFiles.openForReading(fileIn(fixtures)));
  return timeRows(size, async () => {
    const { blobs } = orThrow(await openBundle(source, signers));
    if (blobs.length !== size) throw new Error(`${blobs.length} photos are named, not ${size}`);
  });
};

const LIMIT = 'sha256 of the manifest (limit)';
const PACKS = 'the product packs';
const VERIFIES = 'the product verifies';

/** W6: what the number of photos costs a bundle, whatever their size: a row of the manifest, an entry and a place in the directory for each. */
export const manifest: Workload = {
  title: 'W6 manifest: photos in one bundle',
  size: 100_000,
  rounds: 3,
  prepare: async (fixtures, size) => {
    const target = { path: fileIn(fixtures), recipients: [] };
    orThrow(await writeBundleFile(nodeFiles, target, contentWith(size), bundleSigner(key, certificate)));
  },
  contenders: { [LIMIT]: sumText, [PACKS]: pack, [VERIFIES]: verify },
  columns: { ms: 'ms', 'CPU ms': 'cpuMs', 'rows a second': 'rowsPerSecond', 'RSS above idle MB': 'rssBytes' },
  against: LIMIT,
  goals: [
    { name: PACKS, figure: 'rssBytes', most: 150e6, against: null },
    { name: VERIFIES, figure: 'rssBytes', most: 150e6, against: null },
  ],
};
