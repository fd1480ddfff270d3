import type { FactValue } from '../../../vocabulary/verdict.ts';
import { decimalOf } from '../../parts/number-text.ts';

/** How a fact is asked for; the kinds of the rules' own facts. */
export type FactKind = 'number' | 'count' | 'date' | 'choice' | 'flag' | 'codes' | 'text';

/** A reading that is no measurement, put in by its word. */
export interface Word {
  readonly quality: string;
}

/** What stands in the fields of a card: text as typed, a yes or no, chosen codes, a word. Absent is not answered. */
export type Typed = string | boolean | readonly string[] | Word;

export const isWord = (typed: Typed | undefined): typed is Word =>
  typeof typed === 'object' && typed !== null && 'quality' in typed;
export type TypedFacts = Readonly<Record<string, Typed>>;

export interface FactAsked {
  readonly key: string;
  readonly kind: FactKind;
}

/** The facts as they are judged and recorded, and the fields whose text is not of their kind. */
export interface ReadFacts {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly bad: readonly string[];
}

/** `undefined` while empty, null where the text cannot stand. */
function readOne(kind: FactKind, typed: Typed | undefined): FactValue | undefined {
  if (typed === undefined || typed === '') return undefined;
  if (typeof typed === 'boolean') return kind === 'flag' ? typed : null;
  if (isWord(typed)) return kind === 'number' ? { quality: typed.quality } : null;
  if (typeof typed !== 'string') return kind === 'codes' ? [...typed] : null;
  if (kind === 'number') return decimalOf(typed);
  if (kind === 'count') return /^\d{1,9}$/.test(typed) ? Number(typed) : null;
  if (kind === 'date') return isDay(typed) ? typed : null;
  return typed.trim() === '' ? undefined : typed.trim();
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** Amounts stay exact decimals; what is empty is left out, what cannot stand is named and left out too. */
export function readFacts(asked: readonly FactAsked[], typed: TypedFacts): ReadFacts {
  const facts: Record<string, FactValue> = {};
  const bad: string[] = [];
  for (const { key, kind } of asked) {
    const value = readOne(kind, typed[key]);
    if (value === null) bad.push(key);
    else if (value !== undefined) facts[key] = value;
  }
  return { facts, bad };
}

/** What a recorded answer puts back into the fields. */
export function typedFrom(asked: readonly FactAsked[], facts: Readonly<Record<string, FactValue>>): TypedFacts {
  const typed: Record<string, Typed> = {};
  for (const { key } of asked) {
    const value = facts[key];
    if (value === undefined || value === null) continue;
    if (typeof value === 'string' || typeof value === 'boolean') typed[key] = value;
    else if (typeof value === 'number') typed[key] = String(value);
    else if (Array.isArray(value)) typed[key] = value.map(String);
    else typed[key] = value;
  }
  return typed;
}

/** Whether the fields say something other than what was recorded. */
export function factsDiffer(
  a: Readonly<Record<string, FactValue>>,
  b: Readonly<Record<string, FactValue>>,
  asked: readonly FactAsked[],
): boolean {
  return asked.some(({ key }) => JSON.stringify(a[key] ?? null) !== JSON.stringify(b[key] ?? null));
}
