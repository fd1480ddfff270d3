import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fail, ok } from '../../../vocabulary/result.ts';
import { DemoStop } from '../../demo/profile.ts';
import { runDemo } from '../../demo/run-demo.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../verb.ts';

/** `demo`: the main job without hands, on simulated detectors and real everything else. */
export const verb: Verb = {
  name: 'demo',
  usage: {
    zh: 'demo [--out 文件夹]　不动手把整件事做一遍：检测、检查、签字、交包、核验、合并（约一分钟）',
    en: 'demo [--out DIR] — the whole job without hands: detectors, checks, signatures, bundles, verification, merge (about a minute)',
  },
  async run(argv, io) {
    const read = readArguments(argv, { out: { type: 'string' } });
    if (!read.ok) return read;
    const folder = path.resolve(read.value.values.out ?? (await mkdtemp(path.join(tmpdir(), 'jingxun-demo-'))));
    try {
      io.out({ ok: true, ...(await runDemo(folder, io.say)) });
      return ok(0);
    } catch (error) {
      if (error instanceof DemoStop) return fail(error.fault);
      throw error;
    }
  },
};
