import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { type Figures, median } from './measure.ts';
import { describe } from './table.ts';
import type { Workload } from './workload.ts';
import { workloads } from './workloads.ts';

// `npm run bench [-- WORKLOAD… [--times N] [--rounds N]]`: every contender in a process of its own, rounds interleaved, the median of the rounds. `--times 5` does
// five times the work: 500,000 events. Sections of workloads that are not asked for stay as they were. Peers are installed apart: `npm ci --prefix tests/bench/peers`.
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

async function measure(
  name: string,
  workload: Workload,
  work: number,
  turns: number,
): Promise<ReadonlyMap<string, Figures | null>> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'jingxun-bench-'));
  const fixtures = path.join(root, 'fixtures');
  const size = String(work);
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
    for (let round = 0; round < turns; round += 1) {
      for (const [one, command] of all) {
        const folder = mkdtempSync(path.join(root, 'work-'));
        const figures = runOne([...command, folder, fixtures, size]);
        rmSync(folder, { recursive: true, force: true });
        rounds.push([one, figures]);
        console.error(`${name} ${round + 1}/${turns} ${one}: ${figures ? JSON.stringify(figures) : 'did not run'}`);
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

const results = path.join(here, 'RESULTS.md');

/** The sections of an earlier run by the name of their workload: W1, W2… */
function earlierSections(): Map<string, string> {
  const text = existsSync(results) ? readFileSync(results, 'utf8') : '';
  return new Map(
    text.split(/^(?=## )/m).flatMap((part) => (part.startsWith('## W') ? [[part.slice(3, 5), part.trim()]] : [])),
  );
}

const asked = process.argv.slice(2).filter((argument) => Object.hasOwn(workloads, argument));
/** The number after an option, or null. */
const numberAfter = (option: string): number | null => {
  const at = process.argv.indexOf(option);
  return at < 0 ? null : Number(process.argv[at + 1]);
};
const times = numberAfter('--times') ?? 1;
const rounds = numberAfter('--rounds');
const sections = earlierSections();
for (const [name, workload] of Object.entries(workloads)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const size = Math.round(workload.size * times);
  const measured = await measure(name, workload, size, rounds ?? workload.rounds);
  const load = os
    .loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');
  const about = `Node ${process.version}, ${os.cpus().length} cores, ${os.platform()}, load ${load}, ${new Date().toISOString().slice(0, 10)}.`;
  const section = describe(workload, size, measured, about);
  sections.set(workload.title.slice(0, 2), section);
  const text = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  writeFileSync(
    results,
    `# Bench\n\nMade by \`npm run bench\`. Use the ratios: times are of one machine at one hour, and a load above its cores spoils the clock's.\n\n${text.join('\n\n')}\n`,
  );
  console.log(section);
}
