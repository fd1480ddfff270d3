import { z } from 'zod';
import { decimalString } from '../../vocabulary/quantity.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import type { SiteField } from './site.ts';

const unsigned = decimalString.refine((text) => !text.startsWith('-'));
const day = z.iso.date();

function fits({ kind, options, signed }: SiteField, value: FactValue): boolean {
  if (value === null) return true;
  if (kind === 'number') return (signed ? decimalString : unsigned).safeParse(value).success;
  if (kind === 'count') return z.int().nonnegative().safeParse(value).success;
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'date') return day.safeParse(value).success;
  if (kind === 'choice') return options.some((option) => option.value === value);
  return typeof value === 'string' && value.length <= 60;
}

/** The first fact that no field of the form asks, or that is not of its kind; null where all fit. */
export function badFact(fields: readonly SiteField[], facts: Readonly<Record<string, FactValue>>): string | null {
  const byKey = new Map(fields.map((one) => [one.key, one]));
  const bad = Object.entries(facts).find(([key, value]) => {
    const asked = byKey.get(key);
    return asked === undefined || !fits(asked, value);
  });
  return bad?.[0] ?? null;
}
