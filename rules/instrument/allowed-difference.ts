import type { DecimalString } from '../../vocabulary/quantity.ts';
import { decimalString } from '../../vocabulary/quantity.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import { exact } from '../decimal.ts';
import { citationOf, packInForce } from '../packs/law.ts';
import { rowValue } from '../packs/rows.ts';

/** Principles for which a document gives the error allowed; both figures still need an expert. */
export const comparedPrinciples = ['catalytic', 'interference'] as const;
export type ComparedPrinciple = (typeof comparedPrinciples)[number];

export interface AllowedDifference {
  readonly allowed_pct: DecimalString;
  readonly citations: readonly Citation[];
}

/**
 * How far a sensor and a portable may lie apart at a reading: the errors allowed to both, added. Art. 493 says only "the allowed
 * error", so that this is a proposal to be checked. Null outside the tables or where no edition is in force.
 */
export function allowedDifference(
  sensor: ComparedPrinciple,
  portable: ComparedPrinciple,
  reading_pct: DecimalString,
  date: IsoDate,
): AllowedDifference | null {
  const parts = [sensor, portable].map((principle) => {
    const pack = packInForce(principle, date);
    const table = pack?.tables.find(({ key }) => key === 'error');
    const value = table ? rowValue(table, exact(reading_pct)) : null;
    return pack && table && value !== null ? { value, citation: citationOf(pack, table) } : null;
  });
  const [one, other] = parts;
  if (!one || !other) return null;
  const citations = one.citation === other.citation ? [one.citation] : [one.citation, other.citation];
  return { allowed_pct: decimalString.parse(exact(one.value).plus(exact(other.value)).toFixed()), citations };
}
