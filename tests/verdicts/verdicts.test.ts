import { expect, test } from 'vitest';
import { judge } from '../../rules/judge.ts';
import { rules } from '../../rules/registry.ts';
import { cases } from './inputs.ts';

// After a change that is meant: `node tests/verdicts/collect.ts && npm run golden:update`, and read the difference.
test('every rule has cases, each of its outcomes at least one', () => {
  const shown = new Set(
    cases.flatMap(({ rule, input, date }) => {
      const judged = judge(rule, input, { date });
      return judged.ok ? [`${rule} ${judged.value.outcome}`] : [];
    }),
  );
  const hidden = rules.flatMap((rule) =>
    Object.keys(rule.statuses)
      .filter((outcome) => !shown.has(`${rule.id} ${outcome}`))
      .map((outcome) => `${rule.id} ${outcome}`),
  );
  expect(hidden).toEqual([]);
});

test('a verdict changes in no part unseen: outcome, reason, arithmetic, documents, orders', async () => {
  const lines = cases.map(({ rule, date, input }) => {
    const judged = judge(rule, input, { date });
    const said = judged.ok ? { ...judged.value, facts: undefined } : judged.fault;
    return `${date} ${JSON.stringify(input)}\n  ${JSON.stringify(said)}`;
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('verdicts.txt');
});
