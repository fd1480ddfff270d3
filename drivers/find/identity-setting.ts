import type { WireIdentity } from '../../vocabulary/instrument.ts';

/** The identity as one setting: `bus_address=1&gas_code=2`, keys sorted, so that the same one has the same words. */
export const identitySetting = (identity: WireIdentity): string => {
  const sorted = Object.entries(identity).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return new URLSearchParams(sorted.map(([key, value]): [string, string] => [key, String(value)])).toString();
};

/** Values come back as text; they are compared as text. */
export const parseIdentity = (text: string): WireIdentity => Object.fromEntries(new URLSearchParams(text));

/** How what an instrument says now compares with what the registered one said. */
export function compareIdentity(expected: WireIdentity, said: Readonly<Record<string, unknown>>): Sameness {
  const shared = Object.keys(expected).filter((key) => Object.hasOwn(said, key));
  if (shared.some((key) => String(said[key]) !== String(expected[key]))) return 'differs';
  return shared.length > 0 ? 'same' : 'unsaid';
}

export type Sameness = 'same' | 'differs' | 'unsaid';
