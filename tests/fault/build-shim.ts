import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const place = join(import.meta.dirname, '..', '..', '.build');
const library = join(place, 'fault-shim.so');

/** Compiles `shim.c`; null where there is no C compiler or no Linux, and the tests below say that they were not run. */
export function buildShim(): string | null {
  if (process.platform !== 'linux') return null;
  mkdirSync(place, { recursive: true });
  const source = join(import.meta.dirname, 'shim.c');
  const done = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], { encoding: 'utf8' });
  if (done.error) return null;
  if (done.status !== 0) throw new Error(`the shim does not compile: ${done.stderr}`);
  return library;
}
