#!/usr/bin/env node
// The installed command. An older Node cannot read the program's TypeScript, so the Node that came with the package runs it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const program = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), 'jingxun.ts');
const WANTED_MAJOR = 24;

if (Number.parseInt(process.versions.node, 10) >= WANTED_MAJOR) {
  await import(program);
} else {
  const root = path.resolve(path.dirname(program), '..', '..');
  const names = process.platform === 'win32' ? ['node.exe'] : ['node'];
  const pinned = names
    .map((name) => path.join(root, 'node_modules', 'node', 'bin', name))
    .find((file) => existsSync(file));
  if (pinned) {
    const ran = spawnSync(pinned, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = ran.status ?? 2;
  } else {
    console.error(`井巡需要 Node ${WANTED_MAJOR}。 Jingxun needs Node ${WANTED_MAJOR}.`);
    process.exitCode = 2;
  }
}
