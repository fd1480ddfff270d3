import path from 'node:path';
import process from 'node:process';
import type { Child } from '../../electron/supervise/child.ts';
import { forkChild } from '../../electron/supervise/fork-child.ts';

const OBSERVER = path.join(import.meta.dirname, 'watch-inside.ts');

/** A process of ours as it is, with an observer inside that writes into the folder of the run. */
export function forkWatched(program: string, folder: string): Child {
  const { NODE_OPTIONS: before = '' } = process.env;
  Object.assign(process.env, { NODE_OPTIONS: `${before} --import ${OBSERVER}` });
  const child = forkChild(program, [folder]);
  Object.assign(process.env, { NODE_OPTIONS: before });
  return child;
}

export const insideFile = (folder: string): string => path.join(folder, 'inside.ndjson');
