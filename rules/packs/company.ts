import { z } from 'zod';
import { type DecimalString, decimalString } from '../../vocabulary/quantity.ts';
import { type IsoDate, isoDate } from '../../vocabulary/time.ts';
import type { Citation, Verdict } from '../../vocabulary/verdict.ts';
import type { Words } from '../../vocabulary/words.ts';
import { exact } from '../decimal.ts';
import { companyLimitTitles } from './company-limits.words.ts';
import { citationOf, packInForce, withCitation } from './law.ts';
import { type Family, family, type Limit, type Pack, type Table } from './pack.ts';

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

/** A limit of the law, or a table of them, that a mine may make stricter. */
export interface Tightenable extends Pick<Limit, 'key' | 'unit' | 'comparator' | 'sense'> {
  readonly family: Family;
  readonly title: Words;
  /** The law's figure; of a table those of its rows, the laxest first. */
  readonly figures: readonly DecimalString[];
  readonly citation: Citation;
}

/** Whether a figure asks more than the law: of a table than one of its rows at least, for a figure holds in every row that is laxer. */
export const asksMore = (law: Tightenable, value: string): boolean =>
  law.figures.some((figure) => isStricter({ ...law, value: figure }, value));

/** The limits in force on a day that a mine may make stricter, in the order of their list. */
export function tightenable(date: IsoDate): readonly Tightenable[] {
  return Object.entries(companyLimitTitles).flatMap(([name, title]) => {
    const [first = '', key = ''] = name.split(' ');
    const of = family.safeParse(first).data;
    const pack = of ? packInForce(of, date) : null;
    const entry = pack && [...pack.limits, ...pack.tables].find((one) => one.key === key);
    if (!pack || !entry) return [];
    const { unit, comparator, sense } = entry;
    const bound = { key, unit, comparator, sense };
    return [{ ...bound, family: pack.family, title, figures: figuresOf(entry), citation: citationOf(pack, entry) }];
  });
}

function figuresOf(entry: Limit | Table): readonly DecimalString[] {
  if ('value' in entry) return [entry.value];
  const values = [...new Set(entry.rows.flatMap(({ value }) => value ?? []))];
  return values.sort((a, b) => exact(b).cmp(exact(a)) * (boundOf(entry) === 'atMost' ? 1 : -1));
}

/** The packs with the mine's stricter figures in the law's places on a day; figures that are not stricter are left out. */
export function withCompany(packs: readonly Pack[], limits: readonly CompanyLimit[], date: string): readonly Pack[] {
  const own = limits.filter(({ from }) => from <= date);
  return packs.map((pack) => {
    const mine = own.filter((limit) => limit.family === pack.family);
    if (mine.length === 0) return pack;
    return {
      ...pack,
      limits: pack.limits.map((law) => replaced(law, mine)),
      tables: pack.tables.map((law) => replacedRows(law, mine)),
    };
  });
}

function replaced(law: Limit, mine: readonly CompanyLimit[]): Limit {
  const limit = mine.find(({ key, value }) => key === law.key && isStricter(law, value));
  return limit ? withCitation({ ...law, value: limit.value }, citationOfOwn(limit)) : law;
}

/** One figure for a table stands in every row whose own is laxer; where the law has no figure it asks none. */
function replacedRows(law: Table, mine: readonly CompanyLimit[]): Table {
  const limit = mine.find(({ key }) => key === law.key);
  if (!limit) return law;
  const isLaxer = (value: DecimalString | null) => value !== null && isStricter({ ...law, value }, limit.value);
  if (!law.rows.some(({ value }) => isLaxer(value))) return law;
  const rows = law.rows.map((row) => (isLaxer(row.value) ? { ...row, value: limit.value } : row));
  return withCitation({ ...law, rows }, citationOfOwn(limit));
}

/** The mine's document behind a figure of its own. */
export const citationOfOwn = ({ title, article, key, from }: CompanyLimit): Citation => ({
  document: COMPANY,
  title,
  article,
  formerly: null,
  entries: [key],
  effectiveFrom: from,
  effectiveTo: null,
  provenance: 'given',
  needsCheck: false,
});

/**
 * What a mine's own figures say of the facts that the law's verdict is on; null where none of them is in its arithmetic. `own`: the verdict by the packs of
 * `withCompany`.
 */
export function ownPart(law: Verdict, own: Verdict): Verdict | null {
  const counts = own.citations.some(isCompany) && JSON.stringify(own.workings) !== JSON.stringify(law.workings);
  return counts ? { ...own, source: 'company' } : null;
}

export const isCompany = ({ document }: Pick<Citation, 'document'>): boolean => document === COMPANY;

/** The document id of a mine's own figures on citations. */
const COMPANY = 'company';
