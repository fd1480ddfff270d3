import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

// The big runs: the same tests as `npm test`, with counts multiplied. `npm run fuzz -- 500` chooses another factor.

const runs = {
  fuzz: { projects: ['fuzz'], factor: 100 },
  torture: { projects: ['crash'], factor: 20 },
} as const;

const [name = '', factor] = process.argv.slice(2);
const chosen = Object.hasOwn(runs, name) ? runs[name as keyof typeof runs] : undefined;
if (!chosen) {
  console.error(`usage: node tests/scale.ts ${Object.keys(runs).join('|')} [factor]`);
  process.exit(2);
}
const root = path.resolve(import.meta.dirname, '..');
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const done = spawnSync(
  process.execPath,
  [vitest, 'run', '--testTimeout=0', ...chosen.projects.flatMap((project) => ['--project', project])],
  { cwd: root, stdio: 'inherit', env: { ...process.env, JINGXUN_TEST_SCALE: String(Number(factor) || chosen.factor) } },
);
process.exitCode = done.status ?? 1;
