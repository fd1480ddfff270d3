import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { runProgram } from './run-program.ts';

const line = z.record(z.string(), z.json());
export type OutputLine = z.infer<typeof line>;

/** What a verb said on standard output, and its exit. */
export interface VerbRun {
  readonly status: number;
  readonly lines: readonly OutputLine[];
  readonly last: OutputLine;
}

const program = path.join(import.meta.dirname, '../cli/jingxun.ts');

/** Runs a verb of the command line in a process of its own, as a person would. */
export async function runVerbApart(args: readonly string[], passphraseFile: string): Promise<VerbRun> {
  const env = { ...process.env, JINGXUN_PASSPHRASE_FILE: passphraseFile };
  const run = await runProgram(process.execPath, [program, ...args], { env });
  const lines = run.out
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => line.parse(JSON.parse(text)));
  return { status: run.status, lines, last: lines.at(-1) ?? {} };
}
