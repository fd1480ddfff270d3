import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { slopeOf } from './process-figures.ts';

/** What the observer inside the listener wrote down (`watch-inside.ts`). */
export interface InsideFigures {
  /** How long the listener's event loop was held up at worst: what a busy machine adds to every time. */
  readonly worstStallMs: number;
  /** Growth over the second half, megabytes a minute: objects of the program, and memory outside the heap. */
  readonly heapMbPerMinute: number;
  readonly externalMbPerMinute: number;
}

const BYTES_PER_MB = 1024 * 1024;
const MS_PER_MINUTE = 60_000;
const sample = z.object({ atMs: z.number(), stallMs: z.number(), heapUsed: z.number(), external: z.number() });

export function readInside(file: string): InsideFigures {
  const samples = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => sample.parse(JSON.parse(line)));
  const half = samples.slice(samples.length >> 1);
  const growth = (of: (one: z.infer<typeof sample>) => number) =>
    slopeOf(half.map((one) => ({ atMs: one.atMs, mb: of(one) / BYTES_PER_MB }))) * MS_PER_MINUTE;
  return {
    worstStallMs: Math.max(...samples.map(({ stallMs }) => stallMs)),
    heapMbPerMinute: growth(({ heapUsed }) => heapUsed),
    externalMbPerMinute: growth(({ external }) => external),
  };
}
