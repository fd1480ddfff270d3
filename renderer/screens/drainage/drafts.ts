import { type FieldKey, specOf } from '../../../rules/assessment/fields.ts';
import { type ReadAmount, readAmount } from '../../../rules/assessment/read-amount.ts';
import type { FieldValues } from '../../../rules/assessment/values.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import type { FactValue } from '../../../vocabulary/verdict.ts';

/** What stands in a field and is not yet what the record says. */
export interface Draft {
  /** As typed; a yes, a no or a choice stands in `chosen`. */
  readonly text: string;
  readonly chosen: boolean | string | null;
  /** The person has said that an unlikely figure is right. */
  readonly believed: boolean;
  /** It is on its way to the record: leaving the field sends it no second time. */
  readonly isUnderway: boolean;
  /** When the record took it; null while it has not. */
  readonly savedAt: number | null;
  readonly fault: Fault | null;
}

export type Drafts = Readonly<Partial<Record<FieldKey, Draft>>>;

export const typedDraft = (text: string, believed = false): Draft => ({
  text,
  chosen: null,
  believed,
  isUnderway: false,
  savedAt: null,
  fault: null,
});
export const chosenDraft = (chosen: boolean | string): Draft => ({
  text: '',
  chosen,
  believed: false,
  isUnderway: false,
  savedAt: null,
  fault: null,
});

/** What a draft comes to: a value to record, nothing, or the reason why neither. */
export type DraftReading = ReadAmount | { readonly is: 'chosen'; readonly value: boolean | string };

export function readDraft(key: FieldKey, { text, chosen, believed }: Draft): DraftReading {
  return chosen === null ? readAmount(key, text, believed) : { is: 'chosen', value: chosen };
}

/** The value a field is judged by: undefined leaves it as recorded, null is not known. */
export function judgedValue(key: FieldKey, draft: Draft): FactValue {
  const read = readDraft(key, draft);
  if (read.is === 'chosen') return read.value;
  if (read.is !== 'amount') return null;
  return specOf(key).kind === 'count' ? Number(read.amount) : read.amount;
}

/** What is judged while one types: the record, with what stands in the fields before it. */
export function valuesWith(recorded: FieldValues, drafts: Drafts): FieldValues {
  const typed = Object.entries(drafts).map(([key, draft]) => [key, draft] as const);
  if (typed.length === 0) return recorded;
  const values: Record<string, FactValue> = { ...recorded };
  for (const key of keysOf(drafts)) {
    const draft = drafts[key];
    const value = draft ? judgedValue(key, draft) : null;
    if (value === null) delete values[key];
    else values[key] = value;
  }
  return values;
}

export const keysOf = (drafts: Drafts): readonly FieldKey[] =>
  Object.keys(drafts).filter((key): key is FieldKey => Object.hasOwn(drafts, key));

/** How a recorded value stands in its field as text. */
export function textOf(value: FactValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** What leaving a field does: records its value, lets go of a draft that says what is recorded, or nothing. */
export type Leaving = { readonly is: 'record'; readonly value: FactValue } | { readonly is: 'drop' | 'stay' };

export function leave(key: FieldKey, draft: Draft, recorded: FactValue): Leaving {
  if (draft.savedAt !== null || draft.isUnderway) return { is: 'stay' };
  const { is } = readDraft(key, draft);
  if (is === 'trouble' || is === 'asks') return { is: 'stay' };
  const value = judgedValue(key, draft);
  const isSame = JSON.stringify(value) === JSON.stringify(recorded);
  return isSame && draft.fault === null ? { is: 'drop' } : { is: 'record', value };
}
