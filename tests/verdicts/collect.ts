import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { findRule, judge } from '../../rules/judge.ts';
import { isoDate } from '../../vocabulary/time.ts';
import type { WorkingOf } from '../../vocabulary/working.ts';
import { type SeededRandom, seededRandom } from '../fuzz/random.ts';
import type { SecondRule } from '../second-opinion/opinion.ts';
import { secondRules } from '../second-opinion/rules.ts';

// `node tests/verdicts/collect.ts` chooses inputs that together show everything each rule can say, and writes inputs.json. The inputs come from the
// golden cases and from the second implementation's makers of cases; what the rules say of them is held in verdicts.txt by the test beside.

const DATES = ['2026-01-15', '2026-03-01', '2026-07-15', '2019-01-15'].map((day) => isoDate.parse(day));
const [FIRST = isoDate.parse('2026-01-15')] = DATES;
const TRIES = 3_000;
/** What may stand where a number is asked: words of what is no measurement, nothing, less than nothing, far too much. */
const ODD = [{ quality: 'over_range' }, { quality: 'under_range' }, { quality: 'warmup' }, 0, -1, 1_000_000];

export interface VerdictCase {
  readonly rule: string;
  readonly date: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const goldenCases = z
  .array(z.object({ rule: z.string(), input: z.record(z.string(), z.unknown()) }))
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '../shared-cases/golden-cases.json'), 'utf8')));

/** Everything in a verdict but its figures: two inputs of one kind show the same branch. */
function kindOf({ rule, date, input }: VerdictCase): string {
  const judged = judge(rule, input, { date: isoDate.parse(date) });
  if (!judged.ok) return JSON.stringify([rule, judged.fault]);
  const { outcome, reason, severity, actions, citations, workings, results } = judged.value;
  const broken = workings.map((line) => {
    if (line.kind === 'computed') return line.formula;
    return line.kind === 'row' ? `${line.symbol} ${line.result === null}` : `${symbolsOf(line)} ${line.holds}`;
  });
  const fails = Array.isArray(results.fails) ? results.fails : [];
  return JSON.stringify([rule, outcome, reason, severity, actions, citations, broken, fails]);
}

const symbolsOf = (line: WorkingOf<'compared' | 'days'>): string =>
  line.kind === 'compared' ? line.symbol : line.days.map(({ symbol }) => symbol).join();

/** Each fact taken away, and each number replaced by what a person or an instrument may give instead. */
function spoilt(rule: string, input: VerdictCase['input']): VerdictCase['input'][] {
  return (findRule(rule)?.fields ?? []).flatMap(({ key, kind }) => [
    { ...input, [key]: null },
    ...(kind === 'number' || kind === 'count' ? ODD.map((odd) => ({ ...input, [key]: odd })) : []),
  ]);
}

function inputsOf(rule: SecondRule, random: SeededRandom): VerdictCase['input'][] {
  const golden = goldenCases.filter((one) => one.rule === rule.id).map(({ input }) => input);
  const made = Array.from({ length: TRIES }, () => rule.input(random));
  return [...golden, ...made];
}

/** The first input of each kind; other dates and spoilt facts only for the first input that shows each outcome. */
function chosen(rule: SecondRule, random: SeededRandom): VerdictCase[] {
  const seen = new Set<string>();
  const fresh = (one: VerdictCase): boolean => {
    const kind = kindOf(one);
    if (seen.has(kind)) return false;
    seen.add(kind);
    return true;
  };
  const on = (date: string) => (input: VerdictCase['input']) => ({ rule: rule.id, date, input });
  const inputs = inputsOf(rule, random);
  const plain = inputs.map(on(FIRST)).filter(fresh);
  const dated = plain.slice(0, 4).flatMap(({ input }) =>
    DATES.slice(1)
      .map((date) => on(date)(input))
      .filter(fresh),
  );
  const broken = plain.flatMap(({ input }) => spoilt(rule.id, input).map(on(FIRST)).filter(fresh));
  return [...plain, ...dated, ...broken];
}

const random = seededRandom(20_261_127);
const cases = secondRules.flatMap((rule) => chosen(rule, random));
writeFileSync(
  path.join(import.meta.dirname, 'inputs.json'),
  `[\n${cases.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`,
);
console.log(`${cases.length} cases of ${secondRules.length} rules`);
