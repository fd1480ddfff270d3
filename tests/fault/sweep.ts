import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSystem } from '../../db/files/file-system.ts';
import type { Result } from '../../vocabulary/result.ts';
import type { FaultError, Op, Plan } from './control.ts';
import { judge } from './judge.ts';
import { type Scenario, type Stage, scenarios } from './scenarios.ts';
import { makeTemplate, stageOf } from './stage.ts';

/** Where faults come from: the shim below everything, or our own port of the file system. */
export interface Injector {
  readonly files: FileSystem;
  readonly arm: (under: string, plan: Plan) => void;
  /** Gives how many calls failed. */
  readonly disarm: () => number;
}

export interface Sweep {
  readonly runs: number;
  readonly fired: number;
  /** How far the counting went: scenario and call. */
  readonly reached: Readonly<Record<string, number>>;
  readonly defects: readonly string[];
}

const kinds: Readonly<Record<Op, readonly FaultError[]>> = {
  write: ['ENOSPC', 'EIO', 'SHORT'],
  sync: ['EIO', 'ENOSPC'],
  rename: ['EACCES', 'EIO'],
  open: ['EACCES', 'EIO', 'ENOSPC'],
};
const AT_MOST = 5000;

/** Every call of every kind, or a few of them for the daily tests. */
export type Depth = 'whole' | 'short';

const next = (n: number, depth: Depth): number => (depth === 'whole' ? n + 1 : n * 4 + 1);
/** In the short sweep one error comes once and another stays. */
const errorsOf = (op: Op, sticky: boolean, depth: Depth): readonly FaultError[] =>
  depth === 'whole' ? kinds[op] : kinds[op].slice(...(sticky ? [1, 2] : [0, 1]));

/** The n-th call fails, for n = 1 … until nothing fails any more; once and from then on. */
export async function sweep(
  root: string,
  injector: Injector,
  depth: Depth,
  only: readonly string[] = [],
): Promise<Sweep> {
  const template = await makeTemplate(root);
  const total = { runs: 0, fired: 0, reached: {} as Record<string, number>, defects: [] as string[] };
  const one = async (scenario: Scenario, plan: Plan): Promise<boolean> => {
    const stage = await stageOf(template, join(root, 'run'), injector.files);
    const { fired, wrong } = await runOnce(stage, scenario, plan, injector);
    total.runs += 1;
    total.fired += fired;
    const what = `${scenario.name} ${plan.op} ${plan.error} ${plan.sticky ? 'from' : 'at'} ${plan.nth}`;
    total.defects.push(...wrong.map((words) => `${what}: ${words}`));
    return fired > 0;
  };
  for (const scenario of scenarios.filter(({ name }) => only.length === 0 || only.includes(name))) {
    for (const op of Object.keys(kinds) as Op[]) {
      for (const sticky of [false, true]) {
        for (const error of errorsOf(op, sticky, depth)) {
          let nth = 1;
          while (nth < AT_MOST && (await one(scenario, { op, error, nth, sticky }))) nth = next(nth, depth);
          total.reached[`${scenario.name} ${op}`] = Math.max(nth - 1, total.reached[`${scenario.name} ${op}`] ?? 0);
        }
      }
    }
  }
  rmSync(join(root, 'run'), { recursive: true, force: true });
  return total;
}

async function runOnce(stage: Stage, scenario: Scenario, plan: Plan, injector: Injector) {
  await scenario.before?.(stage);
  injector.arm(stage.test.folder, plan);
  let done: Result<unknown>;
  const wrong: string[] = [];
  try {
    done = await scenario.run(stage);
  } catch (error) {
    done = { ok: true, value: null };
    wrong.push(
      `throws ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' | ') : error}`,
    );
  }
  const fired = injector.disarm();
  try {
    wrong.push(...(await judge(scenario.name, stage, done, plan.sticky)));
  } catch (error) {
    wrong.push(
      `judging throws ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join(' | ') : error}`,
    );
    stage.test.record.stores.db.close();
  }
  return { fired, wrong };
}
