import { factLabel, optionLabel } from '../../rules/facts/describe-fact.ts';
import { unitOfKey } from '../../rules/facts/units.ts';
import { saidLabels, saidWords } from './say-facts.words.ts';

type Facts = Readonly<Record<string, unknown>>;

/** Facts as a person reads them beside each other: each by its label, with its unit; what was not said is left out. */
export const sayFacts = (facts: Facts): string =>
  Object.entries(facts)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => `${labelOf(key)} ${sayValue(key, value)}`)
    .join('，');

/** The own words first: a rule's fact of the same key means something else here only where it has a unit. */
const labelOf = (key: string): string => saidLabels[key] ?? factLabel(key).zh;

function sayValue(key: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? saidWords.yes : saidWords.no;
  if (Array.isArray(value)) return value.map((one) => sayValue(key, one)).join('、');
  if (typeof value === 'object' && value !== null) return sayFacts(Object.fromEntries(Object.entries(value)));
  const text = String(value);
  const unit = unitOfKey(key);
  if (isSaid(text)) return saidWords[text];
  return unit ? `${text} ${unit}` : optionLabel(text).zh;
}

const isSaid = (text: string): text is keyof typeof saidWords => Object.hasOwn(saidWords, text);
