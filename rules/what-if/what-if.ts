import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import { type Exact, exact } from '../decimal.ts';
import { unitOfKey } from '../facts/units.ts';
import { findRule, judge } from '../judge.ts';
import { type Lever, levers } from './levers.ts';
import { nearest } from './solve.ts';

type Facts = Readonly<Record<string, unknown>>;

/** One fact that has to change: by how much at least. Amounts are decimals in the fact's own unit. */
export interface Change {
  readonly fact: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly direction: 'up' | 'down';
  readonly step: string;
  /** `to` is the limit itself; otherwise it is the next step on the side that satisfies the law. */
  readonly exact: boolean;
}

/** Changes that together make the verdict pass. */
export type Way = readonly Change[];

/**
 * What it would take for a failing rule to pass, the other facts as they are: each way by itself is enough. Empty where no
 * figure alone mends it. Null where the rule does not fail. Faults: unknown_rule, bad_facts.
 */
export function whatIf(
  rule: string,
  facts: Facts,
  { date }: { readonly date: IsoDate },
): Result<readonly Way[] | null> {
  const judged = judge(rule, facts, { date });
  if (!judged.ok) return judged;
  if (findRule(rule) === null) return fail({ code: 'unknown_rule', rule });
  if (judged.value.status !== 'fail') return ok(null);
  const own = levers[rule] ?? [];
  const alone = own.filter(({ enough }) => enough === 'verdict');
  const together = own.filter(({ enough }) => enough !== 'verdict');
  const ways = [...alone.map((lever) => [lever]), ...(together.length > 0 ? [together] : [])];
  return ok(ways.flatMap((way) => wayOf(rule, facts, date, way) ?? []));
}

/** The changes of one way, or nothing where it does not lead to a pass. */
function wayOf(rule: string, facts: Facts, date: IsoDate, way: readonly Lever[]): [Way] | null {
  const changes: Change[] = [];
  let changed = facts;
  for (const lever of way) {
    const verdict = verdictOf(rule, changed, date);
    if (verdict && isEnough(lever, verdict)) continue;
    const change = changeOf(rule, changed, date, lever);
    if (!change) return null;
    changes.push(change);
    changed = { ...changed, [lever.fact]: factOf(rule, lever.fact, change.to) };
  }
  return verdictOf(rule, changed, date)?.status === 'pass' ? [changes] : null;
}

function changeOf(rule: string, facts: Facts, date: IsoDate, lever: Lever): Change | null {
  const from = amountIn(facts, lever.fact);
  const until = typeof lever.until === 'string' ? exact(lever.until) : amountIn(facts, lever.until.fact);
  if (from === null || until === null) return null;
  const at = (value: Exact) =>
    verdictOf(rule, { ...facts, [lever.fact]: factOf(rule, lever.fact, value.toFixed()) }, date);
  const step = exact(lever.step);
  const to = nearest({
    from,
    direction: lever.direction,
    step,
    until,
    breaks: lever.breaks?.((fact) => amountIn(facts, fact) ?? exact(0), date) ?? [],
    holds: (value) => {
      const verdict = at(value);
      return verdict !== null && isEnough(lever, verdict);
    },
  });
  if (to === null) return null;
  return {
    fact: lever.fact,
    unit: unitOfKey(lever.fact) ?? '',
    from: from.toFixed(),
    to: to.toFixed(),
    by: to.minus(from).abs().toFixed(),
    direction: lever.direction,
    step: lever.step,
    exact: touchesLimit(at(to), lever.fact),
  };
}

function isEnough({ enough, fact }: Lever, verdict: Verdict): boolean {
  if (enough === 'verdict') return verdict.status === 'pass';
  if (verdict.status === 'unknown') return false;
  if (enough !== 'own')
    return ![verdict.results.fails, verdict.results.exceeded].some((list) => lists(list, enough.cures));
  return verdict.workings.every((line) => line.kind !== 'compared' || line.fact !== fact || line.holds);
}

const lists = (list: unknown, name: string): boolean => Array.isArray(list) && list.includes(name);

/** Whether a comparison of the changed case lies on its limit. */
const touchesLimit = (verdict: Verdict | null, fact: string): boolean =>
  verdict?.workings.some(
    (line) =>
      line.kind === 'compared' &&
      (line.fact === fact || line.fact === null) &&
      line.holds &&
      line.value !== 'over_range' &&
      line.limit !== 'over_range' &&
      line.value !== 'under_range' &&
      line.limit !== 'under_range' &&
      exact(line.value).eq(line.limit),
  ) ?? false;

function verdictOf(rule: string, facts: Facts, date: IsoDate): Verdict | null {
  const judged = judge(rule, facts, { date });
  return judged.ok ? judged.value : null;
}

/** A missing setting stands for one that acts too late: there is nothing to move. Past the range neither. */
function amountIn(facts: Facts, fact: string): Exact | null {
  const value = facts[fact];
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
    ? exact(value)
    : null;
}

/** Counts are numbers, amounts decimals. */
const factOf = (rule: string, fact: string, amount: string): string | number =>
  findRule(rule)?.fields.find(({ key }) => key === fact)?.kind === 'count' ? Number(amount) : amount;
