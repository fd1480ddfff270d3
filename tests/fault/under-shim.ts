import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { nodeFiles } from '../../db/files/node-files.ts';
import { ShimControl } from './control.ts';
import { shelf } from './stage.ts';
import { sweep } from './sweep.ts';

// Runs with `shim.c` preloaded. Prints what the sweep found as one line of JSON.
const [depth, ...only] = process.argv.slice(2);
const control = new ShimControl(process.env.JINGXUN_FAULT_CONTROL ?? '');
const root = shelf();
const injector = {
  files: nodeFiles,
  arm: (under: string, plan: Parameters<ShimControl['arm']>[1]) => control.arm(under, plan),
  disarm: () => control.disarm(),
};
const found = await sweep(join(root), injector, depth === 'short' ? 'short' : 'whole', only);
process.stdout.write(`${JSON.stringify(found)}\n`);
control.close();
rmSync(root, { recursive: true, force: true });
