import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Times of many single calls, in milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Runs `call` so many times after a warm-up and gives the time of each. */
export function timeCalls(count: number, call: (index: number) => void): readonly number[] {
  for (let index = 0; index < count / 10; index += 1) call(index);
  return Array.from({ length: count }, (_, index) => {
    const from = performance.now();
    call(index);
    return performance.now() - from;
  });
}

export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingxun-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One row of the results: a figure of the product against what it is measured with, in the same run. */
export interface BenchRow {
  readonly workload: string;
  readonly contender: string;
  readonly figure: string;
  readonly ratio: string;
  readonly goal: string;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
