import type { FactShape, FactsOf } from './fact.ts';
import { noteOrigin } from './origin.ts';

/** The facts read, or the first thing that stands in the way. `beyond` names a value past an instrument's range. */
export type ReadFacts<S extends FactShape> =
  | { readonly is: 'read'; readonly facts: FactsOf<S>; readonly beyond: string | null }
  | { readonly is: 'unknown'; readonly reason: string }
  | { readonly is: 'bad'; readonly key: string };

/** A malformed fact is a fault before a missing one is `unknown`: it can be mended by the person who typed it. */
export function readFacts<S extends FactShape>(shape: S, raw: Readonly<Record<string, unknown>>): ReadFacts<S> {
  const values: Record<string, unknown> = {};
  let unknown: string | null = null;
  let beyond: string | null = null;
  for (const [key, fact] of Object.entries(shape)) {
    const seen = fact.read(raw[key]);
    if (seen.is === 'bad') return { is: 'bad', key };
    if (seen.is === 'quality') unknown ??= `quality:${seen.quality}`;
    if (seen.is === 'absent' && fact.needed) unknown ??= `missing:${key}`;
    if (seen.is === 'beyond') beyond ??= seen.quality;
    values[key] = seen.is === 'value' || seen.is === 'beyond' ? seen.value : null;
    noteOrigin(values[key], key);
  }
  if (unknown !== null) return { is: 'unknown', reason: unknown };
  return { is: 'read', facts: trusted<S>(values), beyond };
}

/** Every key of the shape was read by its own schema just above. */
const trusted = <S extends FactShape>(values: Record<string, unknown>): FactsOf<S> => values as FactsOf<S>;
