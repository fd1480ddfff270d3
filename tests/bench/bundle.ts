import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { contentOf, signers } from '../../db/bundles/bundle-fixture.ts';
import { judgeBundle, openBundle } from '../../db/bundles/read-bundle.ts';
import { nodeFiles } from '../../db/files/node-files.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { type Contender, timeWarm } from './measure.ts';
import { teamBundle, teamLog } from './team-bundle.ts';
import type { Workload } from './workload.ts';

const ANSWERS_PER_PHOTO = 250;
const PHOTO_BYTES = 300_000;

/** Bytes that no packer makes smaller, the same in every run. */
const photoOf = (number: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(PHOTO_BYTES / 64) }, (_, at) =>
      createHash('sha512').update(`${number} ${at}`).digest(),
    ),
  ).subarray(0, PHOTO_BYTES);

const photosOf = (size: number): readonly Buffer[] =>
  Array.from({ length: Math.floor(size / ANSWERS_PER_PHOTO) }, (_, number) => photoOf(number));

const fileIn = (fixtures: string): string => path.join(fixtures, 'team01-dev1.jxb');

/** The limit of packing: the sum of all bytes, and the bytes on the disk. */
const sumAndWrite: Contender = ({ folder, fixtures }) => {
  const bytes = readFileSync(fileIn(fixtures));
  return timeWarm(() => {
    createHash('sha256').update(bytes).digest();
    const handle = openSync(path.join(folder, 'plain'), 'w');
    writeSync(handle, bytes);
    fsyncSync(handle);
    closeSync(handle);
  });
};

const sumAlone: Contender = ({ fixtures }) => {
  const bytes = readFileSync(fileIn(fixtures));
  return timeWarm(() => createHash('sha256').update(bytes).digest());
};

const pack: Contender = ({ folder, size }) => {
  const photos = photosOf(size);
  const log = teamLog({ team: 0, answers: size, photos });
  const content = contentOf(log.lines, photos);
  return timeWarm(() => teamBundle(folder, 0, log, content));
};

const verify =
  (events: boolean): Contender =>
  ({ fixtures }) => {
    const source = orThrow(nodeFiles.openForReading(fileIn(fixtures)));
    return timeWarm(async () => {
      const opened = orThrow(await openBundle(source, signers));
      if (events) orThrow(await judgeBundle(opened));
    });
  };

const NAMES_AND_SUMS = 'the product verifies names, sums and signature';
const ALL_JUDGED = 'the product verifies, every event judged';

/**
 * W4: a bundle of answers and photos. The goal of verifying is that of reading all bytes, their sums and one signature, as the reference it was taken from; to judge
 * every event as well (two more sums each, its shape, its chain, its seal) is what a merge asks, and stands beside it.
 */
export const bundle: Workload = {
  title: 'W4 bundle: answers and a photo of 300 kB for every 250 of them',
  size: 50_000,
  rounds: 5,
  prepare: async (fixtures, size) => {
    const photos = photosOf(size);
    const log = teamLog({ team: 0, answers: size, photos });
    await teamBundle(fixtures, 0, log, contentOf(log.lines, photos));
  },
  contenders: {
    'sha256, write and fsync (limit of packing)': sumAndWrite,
    'sha256 alone (limit of verifying)': sumAlone,
    'the product packs': pack,
    [NAMES_AND_SUMS]: verify(false),
    [ALL_JUDGED]: verify(true),
  },
  peers: {
    'yazl packs, no signature': ['zip.mjs', 'yazl'],
    'fflate packs, no signature': ['zip.mjs', 'fflate'],
    'age encrypts': ['age.mjs', 'encrypt'],
  },
  columns: { ms: 'ms', 'CPU ms': 'cpuMs', 'RSS above idle MB': 'rssBytes' },
  against: 'sha256, write and fsync (limit of packing)',
  goals: [
    { name: 'the product packs', figure: 'ms', most: 1.3 },
    { name: 'the product packs', figure: 'ms', most: 0.4, against: 'yazl packs, no signature' },
    { name: NAMES_AND_SUMS, figure: 'ms', most: 2.2, against: 'sha256 alone (limit of verifying)' },
    { name: 'the product packs', figure: 'rssBytes', most: 150e6, against: null },
    { name: NAMES_AND_SUMS, figure: 'rssBytes', most: 150e6, against: null },
    { name: ALL_JUDGED, figure: 'rssBytes', most: 150e6, against: null },
  ],
};
