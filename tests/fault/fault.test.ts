import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { scaled } from '../../vocabulary/test-scale.ts';
import { buildShim } from './build-shim.ts';
import { ShimControl } from './control.ts';
import { FailingFiles } from './failing-files.ts';
import { shelf } from './stage.ts';
import { sweep } from './sweep.ts';

const shim = buildShim();
const folder = mkdtempSync(join(tmpdir(), 'jingxun-shim-'));
const root = shelf();
afterAll(() => {
  for (const one of [folder, root]) rmSync(one, { recursive: true, force: true });
});
/** The big run tries every call, the daily one a few of each kind. */
const depth = scaled(1) > 1 ? 'whole' : 'short';

const sweepFound = z.object({
  runs: z.int(),
  fired: z.int(),
  reached: z.record(z.string(), z.int()),
  defects: z.array(z.string()),
});
const cutsFound = z.object({ images: z.int(), defects: z.array(z.string()) });

/** Runs a program with the shim below it and reads the one line that it prints. */
async function underShim<T>(program: string, args: readonly string[], schema: z.ZodType<T>): Promise<T> {
  const controlFile = join(folder, `${program}.control`);
  ShimControl.make(controlFile);
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      LD_PRELOAD: shim ?? '',
      JINGXUN_FAULT_CONTROL: controlFile,
      JINGXUN_FAULT_JOURNAL: join(folder, `${program}.journal`),
    },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return schema.parse(JSON.parse(said));
}

const why = shim ? '' : ' (not run: no C compiler on this machine)';

test.skipIf(!shim)(
  `the n-th write, sync, rename or open fails below everything, once or from then on: nothing acknowledged is lost${why}`,
  async () => {
    const found = await underShim('under-shim.ts', [depth], sweepFound);
    console.log(`fault sweep: ${found.runs} runs, ${found.fired} calls failed`);
    expect(found.defects).toEqual([]);
    // Every kind of work was reached by faults of every kind that it meets.
    for (const name of ['append', 'import', 'export', 'backup', 'restore', 'create'])
      for (const op of ['write', 'sync', 'open'])
        expect(found.reached[`${name} ${op}`], `${name} ${op}`).toBeGreaterThan(0);
    for (const name of ['append', 'rebuild', 'recovery'])
      expect(found.reached[`${name} write`], `${name} write`).toBeGreaterThan(10);
  },
  0,
);

test.skipIf(!shim)(
  `a power cut after any change, with what was not synced dropped or torn: nothing acknowledged is lost${why}`,
  async () => {
    const found = await underShim('power-cuts.ts', [depth === 'whole' ? 'all' : '4'], cutsFound);
    console.log(`power cuts: ${found.images} images`);
    expect(found.defects).toEqual([]);
    expect(found.images).toBeGreaterThan(50);
  },
  0,
);

test('the n-th call of our own file port fails, once or from then on: nothing acknowledged is lost', async () => {
  const failing = new FailingFiles();
  const injector = {
    files: failing.files,
    arm: (_: string, plan: Parameters<FailingFiles['arm']>[0]) => failing.arm(plan),
    disarm: () => failing.disarm(),
  };
  const names = ['append', 'readings', 'import', 'export', 'backup', 'restore', 'create', 'sweep'];
  const found = await sweep(root, injector, depth, names);
  console.log(`file port: ${found.runs} runs, ${found.fired} calls failed`);
  expect(found.defects).toEqual([]);
  expect(found.reached['backup write']).toBeGreaterThan(2);
}, 0);
