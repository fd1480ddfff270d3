import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { signers } from '../../db/bundles/bundle-fixture.ts';
import { readBundle } from '../../db/bundles/read-bundle.ts';
import { nodeFiles } from '../../db/files/node-files.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { type BenchRow, inTemporaryFolder, median } from './measure.ts';
import { teamBundle, teamLog } from './team-bundle.ts';

const ANSWERS = 10_000;
const PHOTOS = 60;
const PHOTO_BYTES = 300_000;
const ROUNDS = 5;

const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** The limit of packing: the sum of all bytes, and the bytes on the disk. */
function sumAndWrite(folder: string, bytes: Uint8Array): void {
  createHash('sha256').update(bytes).digest();
  const file = path.join(folder, 'plain');
  const handle = openSync(file, 'w');
  writeSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
  rmSync(file);
}

/** W4: a bundle of answers and photos, packed and verified, against summing and writing the same bytes. */
export const benchBundle = (): Promise<readonly BenchRow[]> =>
  inTemporaryFolder(async (folder) => {
    const photos = Array.from({ length: PHOTOS }, () => randomBytes(PHOTO_BYTES));
    const log = teamLog(0, ANSWERS, photos);
    const bytes = readFileSync(await teamBundle(folder, 0, log, photos));
    const [pack, write, verify, sum]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      write.push(await timed(() => sumAndWrite(folder, bytes)));
      pack.push(await timed(() => teamBundle(folder, round, log, photos)));
      const file = await teamBundle(folder, 0, log, photos);
      sum.push(await timed(() => createHash('sha256').update(bytes).digest()));
      const source = orThrow(nodeFiles.openForReading(file));
      verify.push(await timed(async () => orThrow(await readBundle(source, signers))));
      source.close();
    }
    const size = `${ANSWERS.toLocaleString('en')} answers and ${PHOTOS} photos, ${(bytes.length / 1e6).toFixed(0)} MB`;
    const row = (what: string, product: readonly number[], limit: readonly number[], goal: string): BenchRow => ({
      workload: 'W4 bundle',
      contender: what,
      figure: `${median(product).toFixed(0)} ms against ${median(limit).toFixed(0)} ms`,
      ratio: `${(median(product) / median(limit)).toFixed(2)}×`,
      goal,
    });
    return [
      row(`pack ${size}, against sha256, write and fsync`, pack, write, '≤ 1.3×'),
      row('verify with every event judged, against sha256 alone', verify, sum, '≤ 2.2×'),
    ];
  });
