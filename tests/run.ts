import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { type Step, type Suite, suites } from './suites.ts';

// Runs the suites one after the other, each with its time, and closes with the line `N passed, N failed`.
// `node tests/run.ts e2e crash` runs only those named.

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, '.build', 'results');
/** Each spec starts several of our processes from their sources: what one of them compiled the next takes from here. */
const compiled = path.join(root, '.build', 'compiled');

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  success: z.boolean(),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), skipped: z.int(), flaky: z.int() }),
});

function readReport<T>(file: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(file)) return undefined;
  return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
}

function run(command: readonly string[], env: NodeJS.ProcessEnv): boolean {
  const [program = '', ...args] = command;
  const bin = path.join(root, 'node_modules', '.bin');
  const done = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  return done.status === 0;
}

/** A runner that failed without reporting a failed test (a crash, no test found) still counts as one failure. */
const atLeastOneFailure = (succeeded: boolean, counts: Counts): Counts =>
  succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };

function runStep(step: Step, name: string): Counts {
  const file = path.join(results, `${name}.json`);
  rmSync(file, { force: true });
  if (step.counts === 'exit') {
    return run(step.command, {}) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  }
  if (step.counts === 'vitest') {
    const succeeded = run([...step.command, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {});
    const report = readReport(file, vitestReport);
    return atLeastOneFailure(succeeded, {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: report?.numPendingTests ?? 0,
    });
  }
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, NODE_COMPILE_CACHE: compiled };
  const succeeded = run([...step.command, '--reporter=list,json'], env);
  const stats = readReport(file, playwrightReport)?.stats;
  return atLeastOneFailure(succeeded, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
}

function runSuite(suite: Suite): { readonly counts: Counts; readonly line: string } {
  console.log(`\n=== ${suite.name} ===`);
  const from = performance.now();
  const counts = suite.steps
    .map((step, index) => runStep(step, `${suite.name}-${index}`))
    .reduce(addCounts, { passed: 0, failed: 0, skipped: 0 });
  const seconds = (performance.now() - from) / 1000;
  const words = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  return {
    counts,
    line: `${suite.name.padEnd(11)} ${seconds.toFixed(1).padStart(6)} s of ${suite.minutes * 60} s   ${words}`,
  };
}

const addCounts = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

mkdirSync(results, { recursive: true });
const wanted = process.argv.slice(2);
const chosen = suites.filter((suite) => wanted.length === 0 || wanted.includes(suite.name));
const done = chosen.map(runSuite);
const total = done.map(({ counts }) => counts).reduce(addCounts, { passed: 0, failed: 0, skipped: 0 });

console.log(`\n${done.map(({ line }) => line).join('\n')}\n`);
if (total.skipped > 0) console.log(`${total.skipped} skipped, each with its reason in its name`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
