import { z } from 'zod';
import type { Verdict } from '../vocabulary/verdict.ts';
import { citation, verdictStatus } from '../vocabulary/verdict.ts';
import type { WorkingOf } from '../vocabulary/working.ts';
import { distinct } from './citations.ts';
import { decimalsToRead, rounded } from './formula/shown-amount.ts';

/** One reason why a verdict would be another: what stood, what would stand. */
export const difference = z.strictObject({
  /** `edition`: another pack judges. `limit`: a figure of `symbol` differs. The others are what would change of the verdict. */
  what: z.enum(['status', 'outcome', 'severity', 'actions', 'edition', 'limit', 'reason']),
  symbol: z.string().nullable(),
  before: z.string(),
  after: z.string(),
});
export type Difference = z.infer<typeof difference>;

/** A verdict as it stands and as it would be; `changes` says whether anything but its edition would be another. */
export const rejudged = z.strictObject({
  before: verdictStatus,
  after: verdictStatus,
  changes: z.boolean(),
  why: z.array(difference),
  /** The documents of both. */
  citations: z.array(citation),
});
export type Rejudged = z.infer<typeof rejudged>;

/** What would change of a verdict, and by what. Nothing is written: the verdict of the record stands. */
export function compareVerdicts(before: Verdict, after: Verdict): Rejudged {
  const said = [
    between('status', before.status, after.status),
    between('outcome', before.outcome, after.outcome),
    between('severity', before.severity ?? '', after.severity ?? ''),
    between('actions', before.actions.join(' '), after.actions.join(' ')),
    between('reason', before.reason ?? '', after.reason ?? ''),
  ].flat();
  const causes = [between('edition', packName(before), packName(after)), limitsOf(before, after)].flat();
  const citations = distinct([...before.citations, ...after.citations]);
  return { before: before.status, after: after.status, changes: said.length > 0, why: [...said, ...causes], citations };
}

const between = (
  what: Difference['what'],
  before: string,
  after: string,
  symbol: string | null = null,
): Difference[] => (before === after ? [] : [{ what, symbol, before, after }]);

const packName = ({ pack }: Verdict): string => (pack === null ? '' : `${pack.id}@${pack.version}`);

/** Figures of the same letter that differ between the two arithmetics. */
function limitsOf(before: Verdict, after: Verdict): Difference[] {
  const old = new Map(limits(before));
  return limits(after).flatMap(([symbol, would]) => {
    const stood = old.get(symbol);
    if (!stood || (stood.limit === would.limit && stood.sign === would.sign && stood.unit === would.unit)) return [];
    const decimals = decimalsToRead(stood.limit, would.limit);
    const say = ({ sign, limit, unit }: WorkingOf<'compared'>) =>
      `${sign} ${rounded(limit, decimals)} ${unit}`.trimEnd();
    return between('limit', say(stood), say(would), symbol);
  });
}

/** Each comparison by its letter and, where a letter is compared several times, its place among them. */
function limits({ workings }: Verdict): [string, WorkingOf<'compared'>][] {
  const seen = new Map<string, number>();
  return workings.flatMap((line) => {
    if (line.kind !== 'compared') return [];
    const nth = (seen.get(line.symbol) ?? 0) + 1;
    seen.set(line.symbol, nth);
    return [[nth === 1 ? line.symbol : `${line.symbol} ${nth}`, line]];
  });
}
