import type { ReadingValue } from '../../vocabulary/reading.ts';

/** Details of an invalid reading whose number was withheld only because gas or unit is not settled. */
const unsettled = /^(unit_unconfirmed|unit_unknown|gas_unknown|gas_differs_from_setting)(?: ([+-]?\d+(?:\.\d+)?))?/;

export type Question = 'unit' | 'gas' | 'gasDiffers';

/** What has to be asked of a person, and the raw text of the wire where it was passed on. */
export interface Unsettled {
  readonly question: Question;
  readonly raw: string | null;
}

const questions = {
  unit_unconfirmed: 'unit',
  unit_unknown: 'unit',
  gas_unknown: 'gas',
  gas_differs_from_setting: 'gasDiffers',
} as const satisfies Record<string, Question>;

const isKnown = (word: string): word is keyof typeof questions => Object.hasOwn(questions, word);

/** The open question behind a reading without a number, or null where there is none. */
export function unsettledOf(value: ReadingValue): Unsettled | null {
  if (value.quality !== 'invalid') return null;
  const [, word = '', raw] = unsettled.exec(value.detail) ?? [];
  return isKnown(word) ? { question: questions[word], raw: raw ?? null } : null;
}

/** The raw number as per cent by volume, the strictest way to read it, as an exact decimal; null where there is none. */
export function strictestAmount(open: Unsettled): string | null {
  if (open.raw === null) return null;
  const text = open.raw.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
  return text;
}
