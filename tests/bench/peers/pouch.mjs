import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import LevelDown from 'leveldown';
import PouchDB from 'pouchdb';

// `pouch.mjs WORK FOLDER FIXTURES SIZE`: PouchDB as it comes, on leveldb. It signs and verifies nothing and hardly ever flushes, but in the work `append-flushed`.
const [work, folder, fixtures, size] = process.argv.slice(2);
if (work === 'append-flushed') {
  const batch = LevelDown.prototype._batch;
  LevelDown.prototype._batch = function (operations, options, done) {
    return batch.call(this, operations, { ...options, sync: true }, done);
  };
}
const MERGED = 2000; // events of each of ten teams
const db = new PouchDB(path.join(folder, 'pouch'));

const cpuSince = (from) => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};
const at = (times, share) => times.sort((a, b) => a - b)[Math.floor(times.length * share)];

async function append() {
  const times = [];
  const from = process.cpuUsage();
  for (let index = 0; index < Number(size); index += 1) {
    const start = performance.now();
    await db.put({ _id: String(index), body: 'x'.repeat(280) });
    times.push(performance.now() - start);
  }
  return { p50: at(times, 0.5), p99: at(times, 0.99), cpuMs: cpuSince(from) / times.length };
}

async function teamOf(team) {
  const docs = [];
  let header = null;
  for await (const line of createInterface({
    input: createReadStream(path.join(fixtures, 'all', `team${team}.ndjson`)),
  })) {
    if (header === null) header = line;
    else {
      docs.push({ _id: `${team}-${docs.length}`, header, body: line });
      header = null;
    }
    if (docs.length === MERGED) break;
  }
  return docs;
}

async function merge() {
  const teams = await Promise.all(Array.from({ length: 10 }, (_, team) => teamOf(team)));
  const events = teams.reduce((sum, docs) => sum + docs.length, 0);
  const from = process.cpuUsage();
  const start = performance.now();
  for (const docs of teams) await db.bulkDocs(docs);
  const ms = performance.now() - start;
  return { events, usPerEvent: (ms / events) * 1000, cpuUsPerEvent: (cpuSince(from) / events) * 1000 };
}

const figures = await (work === 'merge' ? merge() : append());
await db.close();
console.log(JSON.stringify(figures));
