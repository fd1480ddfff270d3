import type { ReadingValue } from '../../vocabulary/reading.ts';

/** Details of an invalid reading whose number was withheld only because something is not settled by a person. */
const questions = {
  unit_unconfirmed: 'unit',
  unit_unknown: 'unit',
  gas_unknown: 'gas',
  gas_differs_from_setting: 'gasDiffers',
  scale_unknown: 'scale',
  full_scale_unknown: 'fullScale',
  properties_differ_from_setting: 'properties',
  another_instrument: 'another',
} as const;
export type Question = (typeof questions)[keyof typeof questions];

/** The word, and the raw number of the wire where it was passed on. */
const unsettled = /^([a-z_]+)(?: ([+-]?\d+(?:\.\d+)?))?$/;

/** What has to be asked of a person, and the raw text of the wire where it was passed on. */
export interface Unsettled {
  readonly question: Question;
  readonly raw: string | null;
}

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
