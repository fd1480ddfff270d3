/**
 * Words in the detail of an `invalid` reading whose number is withheld only because something is not settled by a person.
 * `unit_unconfirmed`: the wire shows a unit that its label may contradict; `unit_unknown`, `gas_unknown` …: it says none.
 */
const openWords = [
  'unit_unconfirmed',
  'unit_unknown',
  'gas_unknown',
  'gas_differs_from_setting',
  'scale_unknown',
  'full_scale_unknown',
  'properties_differ_from_setting',
  'another_instrument',
] as const;
export type OpenWord = (typeof openWords)[number];

/** What is open, and the number of the wire as text; null where it said only a count, or nothing that was measured. */
export interface OpenQuestion {
  readonly word: OpenWord;
  readonly raw: string | null;
}

/** The detail that hands the number on: not as a value, but so that the alarm can take it at its strictest. */
export const openDetail = (word: OpenWord, raw: string | null = null): string =>
  raw === null ? word : `${word} ${raw}`;

const form = /^([a-z_]+)(?: ([+-]?\d+(?:\.\d+)?))?$/;

/** Reads a detail back; null where it asks nothing of a person. */
export function readOpenDetail(detail: string): OpenQuestion | null {
  const [, said, raw] = form.exec(detail) ?? [];
  const word = openWords.find((each) => each === said);
  return word === undefined ? null : { word, raw: raw ?? null };
}
