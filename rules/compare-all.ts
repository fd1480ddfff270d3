import { distinct } from './citations.ts';
import type { Finding, ResultValue } from './rule.ts';
import type { Compared } from './workings.ts';

/** A verdict made of several comparisons: it passes when none is broken, and names those that are. */
export function allOf(
  parts: Readonly<Record<string, Compared>>,
  listKey: 'fails' | 'exceeded' = 'fails',
  results: Readonly<Record<string, ResultValue>> = {},
): Finding {
  const broken = Object.entries(parts).filter(([, part]) => part.broken);
  const compared = Object.values(parts);
  return {
    outcome: broken.length > 0 ? 'fail' : 'pass',
    results: { ...results, [listKey]: broken.map(([name]) => name) },
    citations: distinct(compared.map((part) => part.citation)),
    workings: compared.map((part) => part.working),
  };
}

/** The same finding with lines of arithmetic before its own. */
export const after = (workings: NonNullable<Finding['workings']>, finding: Finding): Finding => ({
  ...finding,
  workings: [...workings, ...(finding.workings ?? [])],
});

export const passOrFail = { pass: 'pass', fail: 'fail' } as const;
