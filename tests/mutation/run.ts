import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

// `npm run mutation [-- gas|water|FILE…]`: changes the rules one place at a time and asks whether a test notices. Below 95 % it fails.
// Stryker is installed beside this file on first use, by its own lock.

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const stryker = path.join(here, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

const filesOf = (word: string): string =>
  /^[a-z-]+$/.test(word) ? `rules/${word}/**/*.ts,!rules/${word}/**/*.test.ts` : word;

function run(program: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(program, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const asked = process.argv.slice(2);
if (!existsSync(stryker)) run('npm', ['ci', '--no-audit', '--no-fund'], here);
const mutate = (asked.length === 0 ? ['gas', 'water'] : asked).map(filesOf).join(',');
run(process.execPath, [stryker, 'run', path.join(here, 'stryker.json'), '--mutate', mutate], root);
