import { quality } from '../../vocabulary/reading.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import type { ReportFact } from '../inspection-report.ts';
import { qualityWords } from './codes.words.ts';
import { type Html, html } from './html.ts';
import { itemLabels, words } from './report.words.ts';

/** What is no measurement is a word and never a number. */
export function factText(value: FactValue): string {
  if (value === null || value === '') return words.noValue;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.join(words.listComma);
  if (typeof value === 'object') return qualityText(value.quality);
  return String(value);
}

export function qualityText(code: string): string {
  const known = quality.safeParse(code);
  return known.success ? qualityWords[known.data] : code;
}

/** Only a value has a unit; a word in its place has none. */
const withUnit = ({ value, unit }: ReportFact): string =>
  unit !== null && (typeof value === 'number' || (typeof value === 'string' && value !== ''))
    ? `${factText(value)} ${unit}`
    : factText(value);

export const factLines = (facts: readonly ReportFact[]): Html | false =>
  facts.length > 0 &&
  html`<dt>${itemLabels.facts}</dt><dd>${facts.map((fact, at) => [
    at > 0 && '；',
    html`<span class="text">${fact.label} ${withUnit(fact)}</span>`,
  ])}</dd>`;
