import type { ChainKind, ChainStep, StepResult } from '../../vocabulary/area.ts';
import { orThrow } from '../../vocabulary/result.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { Verdict, VerdictStatus } from '../../vocabulary/verdict.ts';
import { judge } from '../judge.ts';
import { chainSteps } from './chain-steps.ts';

interface Step {
  readonly step: ChainStep;
  readonly result: StepResult;
}

/** What the rules say of a chain as its steps stand. A result that is none of its step's is left out, and so not known. */
export function judgeChain(chain: ChainKind, steps: readonly Step[], date: IsoDate): Verdict {
  const facts = chainSteps(chain).flatMap(({ step, results }) => {
    const said = steps.find((one) => one.step === step)?.result;
    return said !== undefined && results.includes(said) ? [[step, said] as const] : [];
  });
  return orThrow(judge(`gas.outburst.${chain}`, Object.fromEntries(facts), { date }));
}

interface Cycle {
  readonly rule: string;
  readonly verdict: { readonly status: VerdictStatus };
}

const saidOf = ({ verdict }: Cycle): 'danger' | 'noDanger' | null => {
  if (verdict.status === 'unknown' || verdict.status === 'notApplicable') return null;
  return verdict.status === 'pass' ? 'noDanger' : 'danger';
};

/** A face by its last two cycles, the newest first; null where none is recorded. A cycle that could not be judged is no clear one. */
export function judgeCycles(indices: readonly Cycle[], date: IsoDate): Verdict | null {
  const [last, before] = indices.filter(({ rule }) => rule === 'gas.outburst.faceIndex');
  if (last === undefined) return null;
  const facts = { thisCycle: saidOf(last), previousCycle: before ? (saidOf(before) ?? 'danger') : null };
  return orThrow(judge('gas.outburst.twoCycles', facts, { date }));
}
