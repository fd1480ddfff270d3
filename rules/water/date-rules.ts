import { passOrFail } from '../compare-all.ts';
import { date } from '../facts/fact.ts';
import type { Family } from '../packs/pack.ts';
import { defineRule, type Rule } from '../rule.ts';
import { daysInOrder } from '../workings.ts';

/** Rules of the checklist that hold days against each other. */
type Source = readonly [family: Family, key: string];

/** The same day some months earlier; where that month is shorter, its last day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(dayOfMonth, lastDay))).toISOString().slice(0, 10);
}

/** Passes when the day lies within the months before the inspection; a day in the future is no proof. */
const recent = (id: string, key: string, months: number, [family, clause]: Source): Rule =>
  defineRule({
    id,
    families: [family],
    facts: { [key]: date() },
    statuses: { ...passOrFail, 'invalid-date': 'unknown' },
    onFail: { severity: 'general', actions: ['rectify'] },
    evaluate: (facts, law) => {
      const day = facts[key] ?? '';
      const earliest = monthsBefore(law.date, months);
      const outcome = day > String(law.date) ? 'invalid-date' : day >= earliest ? 'pass' : 'fail';
      return {
        outcome,
        citations: [law.clause(family, clause)],
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

export const trainingRecent = recent('water.training.recent', 'lastTraining_date', 36, ['shanxi', 'staff']);
export const waterDrillRecent = recent('water.practice.recent', 'lastWaterDrill_date', 12, ['water', 'plan']);
export const oldMineMapCurrent = recent('water.map.current', 'oldMineMap_date', 6, ['water', 'plan']);
/** The year's joint test; a day within twelve months stands for it, since it is owed before each rainy season. */
export const jointTestRecent = recent('water.jointTest.recent', 'jointTest_date', 12, ['safety', 'pumps.jointTest']);

export const designApproved = ordered(
  'water.design.approved',
  ['approval_date', 'probeStart_date'],
  ['water', 'probe'],
);
export const causeCleared = ordered('water.cause.cleared', ['clearing_date', 'resume_date'], ['water', 'systems']);
