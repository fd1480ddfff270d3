import type { IsoDate } from '../../vocabulary/time.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import { citation } from '../../vocabulary/verdict.ts';
import { packsInUse } from './in-use.ts';
import type { Family, Limit, Pack, Table } from './pack.ts';

/** The edition of a family in force on a day, or null before the first. ISO dates compare as text. */
export function packInForce(family: Family, date: IsoDate, from: readonly Pack[] = packsInUse()): Pack | null {
  return (
    from.find(
      (pack) =>
        pack.family === family && pack.effectiveFrom <= date && (pack.effectiveTo === null || date <= pack.effectiveTo),
    ) ?? null
  );
}

/** One entry of a pack by its name, or null. */
export function entryOf(document: string, key: string): Cited | null {
  const pack = packsInUse().find(({ id }) => id === document);
  const entries: readonly Cited[] = pack ? [...pack.limits, ...pack.tables, ...pack.clauses] : [];
  return entries.find((entry) => entry.key === key) ?? null;
}

type Cited = Pick<Limit, 'key' | 'article' | 'formerly' | 'provenance' | 'needsCheck'>;

/** A live tile cites the same entry many times a second: each is made once. */
const citations = new WeakMap<Cited, Citation>();

/** The document and article behind an entry of a pack. An entry stands in one pack only. */
export function citationOf(pack: Pack, entry: Cited): Citation {
  const known = citations.get(entry);
  if (known !== undefined) return known;
  const made = citation.parse({
    document: pack.id,
    title: pack.title,
    article: entry.article,
    formerly: entry.formerly,
    entries: [entry.key],
    effectiveFrom: pack.effectiveFrom,
    effectiveTo: pack.effectiveTo,
    provenance: entry.provenance,
    needsCheck: entry.needsCheck,
  });
  citations.set(entry, made);
  return made;
}

/** An entry that stands under another document than its pack: a mine's own figure. */
export function withCitation<T extends Cited>(entry: T, made: Citation): T {
  citations.set(entry, made);
  return entry;
}

/** What is in force on one day, by key. A key that a pack lacks is a bug of the pack, not of the inspector. */
export interface Law {
  /** The day of the inspection. */
  readonly date: IsoDate;
  readonly pack: (family: Family) => Pack;
  readonly limit: (family: Family, key: string) => Limit & { readonly citation: Citation };
  readonly table: (family: Family, key: string) => Table & { readonly citation: Citation };
  readonly clause: (family: Family, key: string) => Citation;
}

export function lawOn(date: IsoDate, from?: readonly Pack[]): Law {
  const packOf = (family: Family): Pack => found(packInForce(family, date, from), family);
  const cited = <T extends Cited>(family: Family, entries: readonly T[], key: string) => {
    const entry = found(
      entries.find((candidate) => candidate.key === key),
      `${family} ${key}`,
    );
    return { ...entry, citation: citationOf(packOf(family), entry) };
  };
  return {
    date,
    pack: packOf,
    limit: (family, key) => cited(family, packOf(family).limits, key),
    table: (family, key) => cited(family, packOf(family).tables, key),
    clause: (family, key) => cited(family, packOf(family).clauses, key).citation,
  };
}

function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`no such entry in force: ${what}`);
  return value;
}
