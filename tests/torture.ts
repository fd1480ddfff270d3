import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';

// `npm run torture [-- ROUNDS]`: the tests of crashes at length, part by part. One round is 500 worlds of the simulator or 100 kills, as in `npm test`, each
// with others than the rounds before; 20 rounds of both where no number is given. What passed is written down: broken off, the next run goes on where this one ended,
// as long as the files are the same. `--anew` begins from the start.

interface Part {
  readonly name: string;
  readonly files: string;
  readonly env: Readonly<Record<string, string>>;
}

const ROUNDS = 20;
const whole = { JINGXUN_TEST_SCALE: String(ROUNDS) };

const root = path.resolve(import.meta.dirname, '..');
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const notes = path.join(root, '.build', 'torture.json');
const notesText = z.object({ tree: z.string(), seconds: z.record(z.string(), z.number()) });

const asked = process.argv.slice(2).find((argument) => /^[0-9]+$/.test(argument));
const rounds = Array.from({ length: Number(asked ?? ROUNDS) }, (_, at) => at);

const parts: readonly Part[] = [
  { name: 'merge', files: 'tests/merge', env: {} },
  { name: 'faults of every call', files: 'tests/fault', env: whole },
  { name: 'reopening a million events', files: 'tests/crash/reopen', env: whole },
  ...rounds.flatMap((round): readonly Part[] => [
    { name: `kills, round ${round + 1}`, files: 'tests/crash/kill', env: { JINGXUN_ROUND: String(round) } },
    { name: `worlds, round ${round + 1}`, files: 'tests/simulator', env: { JINGXUN_ROUND: String(round) } },
  ]),
];

const git = (...args: string[]): string => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout ?? '';
/** What the tests run over: the commit and what was changed since. */
const tree = `${git('rev-parse', 'HEAD').trim()} ${git('status', '--porcelain').trim()}`;

function passedBefore(): Record<string, number> {
  if (process.argv.includes('--anew') || !existsSync(notes)) return {};
  const read = notesText.safeParse(JSON.parse(readFileSync(notes, 'utf8')));
  return read.success && read.data.tree === tree ? { ...read.data.seconds } : {};
}

const seconds = passedBefore();
for (const { name, files, env } of parts) {
  if (seconds[name] !== undefined) continue;
  const from = performance.now();
  const run = spawnSync(
    process.execPath,
    [vitest, 'run', '--testTimeout=0', '--reporter=dot', '--project', 'crash', files],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    },
  );
  if (run.status !== 0) {
    console.log(`torture: ${name} failed`);
    process.exit(1);
  }
  seconds[name] = Math.round((performance.now() - from) / 1000);
  mkdirSync(path.dirname(notes), { recursive: true });
  writeFileSync(notes, JSON.stringify({ tree, seconds }, null, 2));
  console.log(`torture: ${name} in ${seconds[name]} s, ${Object.keys(seconds).length} of ${parts.length} parts`);
}
const total = Object.values(seconds).reduce((sum, one) => sum + one, 0);
console.log(`torture: all ${parts.length} parts passed in ${Math.round(total / 60)} minutes`);
