import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

// The property tests at length: the same as in `npm test`, with counts multiplied. `npm run fuzz -- 500` chooses another factor.

const FACTOR = 100;

const root = path.resolve(import.meta.dirname, '..');
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const done = spawnSync(process.execPath, [vitest, 'run', '--testTimeout=0', '--project', 'fuzz'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, JINGXUN_TEST_SCALE: String(Number(process.argv[2]) || FACTOR) },
});
process.exitCode = done.status ?? 1;
