import { z } from 'zod';
import { decimalString } from '../../vocabulary/quantity.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { exact } from '../decimal.ts';
import { withCitation } from './law.ts';
import { family, type Limit, type Pack } from './pack.ts';

/** A mine's own figure beside the law's: stricter, from its own rules. It never takes the law's place. */
export const companyLimit = z.strictObject({
  family,
  key: z.string().min(1).max(80),
  value: decimalString,
  /** The mine's document, as it calls it, and where in it. */
  title: z.string().trim().min(1).max(120),
  article: z.string().trim().max(60),
  from: isoDate,
});
export type CompanyLimit = z.infer<typeof companyLimit>;

/** Whether a figure asks more than the law's: at most for an upper bound less, for a lower bound more. */
export function isStricter(law: Pick<Limit, 'comparator' | 'sense' | 'value'>, value: string): boolean {
  const upper = law.comparator.startsWith('>') === (law.sense === 'triggers');
  const order = exact(value).cmp(exact(law.value));
  return upper ? order < 0 : order > 0;
}

/** The packs with the mine's stricter figures in the law's places on a day; figures that are not stricter are left out. */
export function withCompany(packs: readonly Pack[], limits: readonly CompanyLimit[], date: string): readonly Pack[] {
  const own = limits.filter(({ from }) => from <= date);
  return packs.map((pack) => {
    const mine = own.filter((limit) => limit.family === pack.family);
    return mine.length === 0 ? pack : { ...pack, limits: pack.limits.map((law) => replaced(law, mine)) };
  });
}

function replaced(law: Limit, mine: readonly CompanyLimit[]): Limit {
  const limit = mine.find(({ key, value }) => key === law.key && isStricter(law, value));
  if (!limit) return law;
  return withCitation(
    { ...law, value: limit.value },
    {
      document: COMPANY,
      title: limit.title,
      article: limit.article,
      formerly: null,
      entries: [limit.key],
      effectiveFrom: limit.from,
      effectiveTo: null,
      provenance: 'given',
      needsCheck: false,
    },
  );
}

/** The document id of a mine's own figures on citations. */
export const COMPANY = 'company';
