import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import yazl from 'yazl';

// `zip.mjs LIBRARY FOLDER FIXTURES SIZE`: the bytes of the product's bundle stored in a ZIP, in pieces of a photo's size. Nothing is summed or signed.
const [library, folder, fixtures] = process.argv.slice(2);
const PIECE = 300_000;
const bytes = readFileSync(path.join(fixtures, 'team01-dev1.jxb'));
const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, at) =>
  bytes.subarray(at * PIECE, (at + 1) * PIECE),
);
const target = path.join(folder, 'out.zip');

const packers = {
  yazl: () =>
    new Promise((resolve, reject) => {
      const zip = new yazl.ZipFile();
      for (const [at, piece] of pieces.entries()) zip.addBuffer(piece, `piece${at}`, { compress: false });
      zip.end();
      zip.outputStream
        .pipe(createWriteStream(target, { flush: true }))
        .on('close', resolve)
        .on('error', reject);
    }),
  fflate: () => {
    const entries = Object.fromEntries(pieces.map((piece, at) => [`piece${at}`, piece]));
    writeFileSync(target, zipSync(entries, { level: 0 }), { flush: true });
  },
};

const idle = process.memoryUsage().rss;
const from = process.cpuUsage();
const start = performance.now();
await packers[library]();
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(from);
console.log(
  JSON.stringify({ ms, cpuMs: (user + system) / 1000, rssBytes: process.resourceUsage().maxRSS * 1024 - idle }),
);
