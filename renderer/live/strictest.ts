import { type OpenWord, readOpenDetail } from '../../vocabulary/open-question.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';

const questions = {
  unit_unconfirmed: 'unit',
  unit_unknown: 'unit',
  gas_unknown: 'gas',
  gas_differs_from_setting: 'gasDiffers',
  scale_unknown: 'scale',
  full_scale_unknown: 'fullScale',
  properties_differ_from_setting: 'properties',
  another_instrument: 'another',
} as const satisfies Record<OpenWord, string>;
export type Question = (typeof questions)[keyof typeof questions];

/** What has to be asked of a person, and the raw text of the wire where it was passed on. */
export interface Unsettled {
  readonly question: Question;
  readonly raw: string | null;
}

/** The open question behind a reading without a number, or null where there is none. */
export function unsettledOf(value: ReadingValue): Unsettled | null {
  if (value.quality !== 'invalid') return null;
  const open = readOpenDetail(value.detail);
  return open && { question: questions[open.word], raw: open.raw };
}

/** The raw number as an exact decimal, to be taken at its strictest; null where there is none. */
export function strictestAmount(open: Unsettled): string | null {
  if (open.raw === null) return null;
  const text = open.raw.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
  return text;
}

/** The unit that stands although something else is open; else the number is taken in the unit of the limit. */
export const settledUnit = ({ question }: Unsettled, unit: GasUnit | null): GasUnit | null =>
  question === 'gas' || question === 'fullScale' ? unit : null;
