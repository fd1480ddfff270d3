import { z } from 'zod';
import { decimalString } from '../../vocabulary/quantity.ts';
import { type IsoDate, isoDate } from '../../vocabulary/time.ts';
import type { Citation, Verdict } from '../../vocabulary/verdict.ts';
import type { Words } from '../../vocabulary/words.ts';
import { exact } from '../decimal.ts';
import { companyLimitTitles } from './company-limits.words.ts';
import { citationOf, packInForce, withCitation } from './law.ts';
import { type Family, family, type Limit, type Pack } from './pack.ts';

/** A mine's own figure beside the law's: stricter, from its own rules. It never takes the law's place. */
export const companyLimit = z.strictObject({
  family,
  key: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/)
    .max(80),
  value: decimalString.refine((text) => text.length <= 12 && !text.startsWith('-')),
  /** The mine's document, as it calls it, and where in it. */
  title: z.string().trim().min(1).max(120),
  article: z.string().trim().max(60),
  from: isoDate,
});
export type CompanyLimit = z.infer<typeof companyLimit>;

/** Whether a figure asks more than the law's: at most for an upper bound less, for a lower bound more. */
export function isStricter(law: Pick<Limit, 'comparator' | 'sense' | 'value'>, value: string): boolean {
  const order = exact(value).cmp(exact(law.value));
  return boundOf(law) === 'atMost' ? order < 0 : order > 0;
}

/** On which side a limit of the law bounds. */
export const boundOf = ({ comparator, sense }: Pick<Limit, 'comparator' | 'sense'>): 'atMost' | 'atLeast' =>
  comparator.startsWith('>') === (sense === 'triggers') ? 'atMost' : 'atLeast';

/** A limit of the law that a mine may make stricter. */
export interface Tightenable {
  readonly family: Family;
  readonly title: Words;
  readonly limit: Limit;
  readonly citation: Citation;
}

/** The limits in force on a day that a mine may make stricter, in the order of their list. */
export function tightenable(date: IsoDate): readonly Tightenable[] {
  return Object.entries(companyLimitTitles).flatMap(([name, title]) => {
    const [first = '', key = ''] = name.split(' ');
    const of = family.safeParse(first).data;
    const pack = of ? packInForce(of, date) : null;
    const limit = pack?.limits.find((one) => one.key === key);
    return pack && limit ? [{ family: pack.family, title, limit, citation: citationOf(pack, limit) }] : [];
  });
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

/** Whether a mine's own figure has a part in a verdict. */
export const restsOnCompany = ({ citations }: Pick<Verdict, 'citations'>): boolean => citations.some(isCompany);

export const isCompany = ({ document }: Pick<Citation, 'document'>): boolean => document === COMPANY;

/** The document id of a mine's own figures on citations. */
const COMPANY = 'company';
