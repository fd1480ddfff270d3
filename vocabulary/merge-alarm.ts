import type { AlarmFacts, AlarmSight } from './alarm.ts';

type Comparator = NonNullable<AlarmFacts['limit']>['comparator'];

/** How bad a value is: past the range is beyond every number; what cannot be compared is null. */
function badness({ value }: AlarmSight, comparator: Comparator | undefined): number | null {
  if (value.quality === 'over_range' || value.quality === 'under_range') return Number.POSITIVE_INFINITY;
  if (value.quality !== 'ok') return null;
  return comparator?.startsWith('<') ? -Number(value.amount) : Number(value.amount);
}

function worseSight(a: AlarmSight, b: AlarmSight, comparator: Comparator | undefined): AlarmSight {
  const [first, second] = [badness(a, comparator), badness(b, comparator)];
  if (first === null || second === null) return b;
  return first >= second ? a : b;
}

/** Both lists in the order of time, each entry once. */
function together<T extends { readonly at: number; readonly by: string }>(a: readonly T[], b: readonly T[]): T[] {
  const all = new Map([...a, ...b].map((one) => [`${one.at} ${one.by}`, one]));
  return [...all.values()].sort((x, y) => x.at - y.at);
}

/**
 * Two accounts of one alarm put together: what stands and what is said now. Nobody's acknowledging is lost, the worst
 * value stays, and what has ended stays ended unless it came again.
 */
export function mergeAlarm(standing: AlarmFacts, said: AlarmFacts): AlarmFacts {
  const graver = standing.gravest < said.gravest ? standing : said;
  const ended = said.times > standing.times ? said.ended : (standing.ended ?? said.ended);
  return {
    ...said,
    gravest: graver.gravest,
    why: graver.why,
    limit: graver.limit,
    actions: graver.actions,
    strictest: graver.strictest,
    raised: standing.raised.at <= said.raised.at ? standing.raised : said.raised,
    peak: worseSight(standing.peak, said.peak, said.limit?.comparator),
    last: standing.last.at > said.last.at ? standing.last : said.last,
    times: Math.max(standing.times, said.times),
    acknowledged: together(standing.acknowledged, said.acknowledged),
    shelved: together(standing.shelved, said.shelved),
    moved: together(standing.moved, said.moved),
    ended,
  };
}
