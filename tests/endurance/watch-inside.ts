import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

// Loaded into the listener beside its own program (`--import`): writes down every second how long it was held up and what
// its memory consists of. Its last argument is the folder of the run.

const NS_PER_MS = 1_000_000;
const file = `${process.argv.at(-1)}/inside.ndjson`;
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
setInterval(() => {
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
  const line = { atMs: performance.now(), stallMs: delay.max / NS_PER_MS, heapUsed, external, arrayBuffers, rss };
  delay.reset();
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}, 1_000).unref();
