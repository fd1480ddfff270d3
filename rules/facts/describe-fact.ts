import type { Words } from '../../vocabulary/words.ts';
import type { FactKind } from './fact.ts';
import { gasLabels } from './gas-labels.words.ts';
import { optionLabels } from './option-labels.words.ts';
import { unitOfKey } from './units.ts';
import { waterLabels } from './water-labels.words.ts';

/** One input of a form: what is asked, in which unit, and what may be chosen. */
export interface FactInput {
  readonly key: string;
  readonly kind: FactKind;
  readonly unit: string | null;
  readonly label: Words;
  readonly options: readonly { readonly value: string; readonly label: Words }[];
  /** Without it the verdict is `unknown`. */
  readonly needed: boolean;
}

const asItIs = (text: string): Words => ({ zh: text, en: text });

export const factLabel = (key: string): Words => waterLabels[key] ?? gasLabels[key] ?? asItIs(key);

export const optionLabel = (code: string): Words => optionLabels[code] ?? asItIs(code);

/** The input of a fact: its label, unit and options found by its key. */
export const factInput = (key: string, kind: FactKind, options: readonly string[] = [], needed = true): FactInput => ({
  key,
  kind,
  unit: unitOfKey(key),
  label: factLabel(key),
  options: options.map((value) => ({ value, label: optionLabel(value) })),
  needed,
});
