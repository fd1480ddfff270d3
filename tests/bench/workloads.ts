import { append } from './append.ts';
import { bundle } from './bundle.ts';
import { list } from './list.ts';
import { manifest } from './manifest.ts';
import { merge } from './merge.ts';
import { readings } from './readings.ts';
import { reopen } from './reopen.ts';
import type { Workload } from './workload.ts';

/** Every workload; a new one is a line here. */
export const workloads: Readonly<Record<string, Workload>> = {
  append,
  merge,
  readings,
  bundle,
  list,
  manifest,
  reopen,
};
