import { expect, test } from 'vitest';
import { judge } from '../../rules/judge.ts';
import { rules } from '../../rules/registry.ts';
import { type Case, cases } from './inputs.ts';

/** What may stand in place of a figure: out of range on either side, nothing, nought, less than nothing, a word. */
const extremes: readonly (readonly [string, unknown])[] = [
  ['over', { quality: 'over_range' }],
  ['under', { quality: 'under_range' }],
  ['fault', { quality: 'fault' }],
  ['absent', null],
  ['0', 0],
  ['-1', -1],
  ['word', 'x'],
];

function said({ rule, date, input }: Case): string {
  const judged = judge(rule, input, { date });
  if (!judged.ok) return judged.fault.code;
  const { outcome, status, reason } = judged.value;
  return [outcome, status, reason ?? ''].join(' ').trim();
}

/** One case of each outcome a rule decides, the first that was written down. */
function basesOf(rule: string): readonly Case[] {
  const first = new Map<string, Case>();
  for (const one of cases.filter((each) => each.rule === rule)) {
    const outcome = said(one);
    if (!outcome.includes('unknown') && !first.has(outcome)) first.set(outcome, one);
  }
  return [...first.values()];
}

function linesOf(base: Case, keys: readonly string[]): readonly string[] {
  return keys.map((key) => {
    const answers = extremes.map(
      ([name, value]) => `${name}: ${said({ ...base, input: { ...base.input, [key]: value } })}`,
    );
    return `  ${key} | ${answers.join(' | ')}`;
  });
}

// After a change that is meant: `npm run golden:update`, and read the difference.
test('what stands in place of a figure is read by each rule as written down, and never as a pass unseen', async () => {
  const text = rules.flatMap(({ id, fields }) =>
    basesOf(id).flatMap((base) => [
      `${id} ${base.date} ${JSON.stringify(base.input)} → ${said(base)}`,
      ...linesOf(
        base,
        fields.map(({ key }) => key),
      ),
    ]),
  );
  await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('extremes.txt');
});
