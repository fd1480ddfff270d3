import { passOrFail } from '../compare-all.ts';
import { monthsBefore } from '../date-arithmetic.ts';
import { date } from '../facts/fact.ts';
import type { Family } from '../packs/pack.ts';
import { defineRule, type Rule } from '../rule.ts';
import { daysInOrder } from '../workings.ts';

/** Rules of the checklist that hold days against each other. */
type Source = readonly [family: Family, key: string];

/** Passes when the day lies within the months before the inspection; a day in the future is no proof. */
const recent = (id: string, key: string, [family, months]: Source): Rule =>
  defineRule({
    id,
    families: [family],
    facts: { [key]: date() },
    statuses: { ...passOrFail, 'invalid-date': 'unknown' },
    onFail: { severity: 'general', actions: ['rectify'] },
    evaluate: (facts, law) => {
      const day = facts[key] ?? '';
      const { value, citation } = law.limit(family, months);
      const earliest = monthsBefore(law.date, Number(value));
      const outcome = day > String(law.date) ? 'invalid-date' : day >= earliest ? 'pass' : 'fail';
      return {
        outcome,
        citations: [citation],
        workings: [daysInOrder({ t_min: earliest, t: day, t_0: law.date }, outcome === 'pass')],
      };
    },
  });

/** Passes when the first day is not after the second. */
const ordered = (id: string, keys: readonly [string, string], [family, clause]: Source): Rule =>
  defineRule({
    id,
    families: [family],
    facts: { [keys[0]]: date(), [keys[1]]: date() },
    statuses: passOrFail,
    onFail: { severity: 'general', actions: ['stopHeading'] },
    evaluate: (facts, law) => {
      const [first, second] = [facts[keys[0]] ?? '', facts[keys[1]] ?? ''];
      const good = first <= second;
      return {
        outcome: good ? 'pass' : 'fail',
        citations: [law.clause(family, clause)],
        workings: [daysInOrder({ t_1: first, t_2: second }, good)],
      };
    },
  });

export const trainingRecent = recent('water.training.recent', 'lastTraining_date', ['shanxi', 'training.months']);
export const waterDrillRecent = recent('water.practice.recent', 'lastWaterDrill_date', ['water', 'practice.months']);
export const oldMineMapCurrent = recent('water.map.current', 'oldMineMap_date', ['water', 'oldMineMap.months']);
/** The year's joint test; a day within twelve months stands for it, since it is owed before each rainy season. */
export const jointTestRecent = recent('water.jointTest.recent', 'jointTest_date', ['safety', 'jointTest.months']);

export const designApproved = ordered(
  'water.design.approved',
  ['approval_date', 'probeStart_date'],
  ['water', 'probe'],
);
export const causeCleared = ordered('water.cause.cleared', ['clearing_date', 'resume_date'], ['water', 'systems']);
