import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { type Figures, median } from './measure.ts';
import { describe } from './table.ts';
import type { Workload } from './workload.ts';
import { workloads } from './workloads.ts';

// `npm run bench [-- WORKLOAD… [--times N]]`: every contender in a process of its own, rounds interleaved, the median of the rounds. `--times 5` does
// five times the work: 500,000 events. Peers are installed apart: `npm ci --prefix tests/bench/peers`.
const here = import.meta.dirname;
const peersInstalled = existsSync(path.join(here, 'peers', 'node_modules'));
const MAX_RUN_MS = 30 * 60 * 1000;
const figuresText = z.record(
  z.string(),
  z
    .number()
    .nullable()
    .transform((value) => value ?? Number.NaN),
);

/** The last line of what a contender says; null where it cannot run here. */
function runOne(command: readonly string[]): Figures | null {
  const run = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: MAX_RUN_MS, maxBuffer: 1 << 26 });
  if (run.status === 0) return figuresText.parse(JSON.parse(run.stdout.trim().split('\n').at(-1) ?? ''));
  console.error(run.stderr.split('\n').slice(0, 12).join('\n'));
  return null;
}

async function measure(name: string, workload: Workload, times: number): Promise<ReadonlyMap<string, Figures | null>> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'jingxun-bench-'));
  const fixtures = path.join(root, 'fixtures');
  const size = String(workload.size * times);
  try {
    mkdirSync(fixtures);
    await workload.prepare?.(fixtures, Number(size));
    const own = Object.keys(workload.contenders).map(
      (one) => [one, [path.join(here, 'contender.ts'), name, one]] as const,
    );
    const others = Object.entries(workload.peers ?? {}).map(
      ([one, [script, work]]) => [one, [path.join(here, 'peers', script), work]] as const,
    );
    const all = peersInstalled ? [...own, ...others] : own;
    const rounds: (readonly [string, Figures | null])[] = [];
    for (let round = 0; round < workload.rounds; round += 1) {
      for (const [one, command] of all) {
        const folder = mkdtempSync(path.join(root, 'work-'));
        const figures = runOne([...command, folder, fixtures, size]);
        rmSync(folder, { recursive: true, force: true });
        rounds.push([one, figures]);
        console.error(
          `${name} ${round + 1}/${workload.rounds} ${one}: ${figures ? JSON.stringify(figures) : 'did not run'}`,
        );
      }
    }
    return new Map(
      [...own, ...others].map(([one]) => [one, medianOf(rounds.flatMap(([who, f]) => (who === one && f ? [f] : [])))]),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function medianOf(rounds: readonly Figures[]): Figures | null {
  const [first] = rounds;
  if (!first) return null;
  return Object.fromEntries(
    Object.keys(first).map((key) => [key, median(rounds.map((one) => one[key] ?? Number.NaN))]),
  );
}

const asked = process.argv.slice(2).filter((argument) => Object.hasOwn(workloads, argument));
const times = Number(process.argv[process.argv.indexOf('--times') + 1]) || 1;
const sections: string[] = [];
for (const [name, workload] of Object.entries(workloads)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  sections.push(describe(workload, workload.size * times, await measure(name, workload, times)));
  const about = `Node ${process.version}, ${os.cpus().length} cores, ${os.platform()}, load ${os
    .loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}.`;
  const text = `# Bench\n\nMade by \`npm run bench\`. ${about} Use the ratios.\n\n${sections.join('\n')}`;
  writeFileSync(path.join(here, 'RESULTS.md'), text);
}
console.log(sections.join('\n'));
