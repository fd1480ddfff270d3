import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import * as Automerge from '@automerge/automerge';

// `automerge.mjs WORK FOLDER FIXTURES SIZE`: one document a team, changes appended to a file and flushed. It verifies no signature.
const [work, folder, fixtures, size] = process.argv.slice(2);
const MERGED = 1000; // events of each of ten teams

const cpuSince = (from) => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};
const at = (times, share) => times.sort((a, b) => a - b)[Math.floor(times.length * share)];

function append() {
  const file = openSync(path.join(folder, 'changes'), 'a');
  let doc = Automerge.from({ events: {} });
  const times = [];
  const from = process.cpuUsage();
  for (let index = 0; index < Number(size); index += 1) {
    const start = performance.now();
    doc = Automerge.change(doc, (draft) => {
      draft.events[String(index)] = 'x'.repeat(280);
    });
    writeSync(file, Automerge.getLastLocalChange(doc));
    fdatasyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  return { p50: at(times, 0.5), p99: at(times, 0.99), cpuMs: cpuSince(from) / times.length };
}

function merge() {
  const base = Automerge.from({ events: {} });
  const saved = Array.from({ length: 10 }, (_, team) => {
    const lines = readFileSync(path.join(fixtures, 'all', `team${team}.ndjson`), 'utf8').split('\n', MERGED * 2);
    const events = Array.from({ length: lines.length >> 1 }, (_, index) => [lines[index * 2], lines[index * 2 + 1]]);
    const mine = Automerge.clone(base);
    const written = Automerge.change(mine, (draft) => {
      for (const [index, [header, body]] of events.entries()) draft.events[`${team}-${index}`] = { header, body };
    });
    return { bytes: Automerge.save(written), events: events.length };
  });
  const events = saved.reduce((sum, one) => sum + one.events, 0);
  const from = process.cpuUsage();
  const start = performance.now();
  let united = base;
  for (const { bytes } of saved) united = Automerge.merge(united, Automerge.load(bytes));
  const file = openSync(path.join(folder, 'united'), 'w');
  writeSync(file, Automerge.save(united));
  fdatasyncSync(file);
  closeSync(file);
  const ms = performance.now() - start;
  return { events, usPerEvent: (ms / events) * 1000, cpuUsPerEvent: (cpuSince(from) / events) * 1000 };
}

console.log(JSON.stringify(work === 'append' ? append() : merge()));
