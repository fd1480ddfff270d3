import type { OwedRow, OwedUnit } from '../../../electron/ports/completeness-models.ts';
import { type Completeness, sumCompleteness } from '../../../rules/checklist/completeness.ts';
import type { MarkKind } from '../../marks/mark-kind.ts';

/** What is looked at: one month of one team, or one inspection; all where nothing is chosen. */
export interface Chosen {
  readonly team?: string;
  readonly month?: string;
  readonly inspectionId?: OwedUnit['inspectionId'];
}

/** The inspections of one team that were due in one month, together. */
export interface TeamMonth {
  readonly month: string;
  readonly team: string;
  readonly units: number;
  readonly sum: Completeness;
}

/** Month by month, the latest first; within it the team with most undone first. */
export function teamMonths(units: readonly OwedUnit[]): TeamMonth[] {
  const groups = Map.groupBy(units, ({ month, team }) => `${month} ${team}`);
  return [...groups.values()]
    .flatMap((group): TeamMonth[] => {
      const [first] = group;
      const sum = sumCompleteness(group.map(({ completeness }) => completeness));
      return first ? [{ month: first.month, team: first.team, units: group.length, sum }] : [];
    })
    .sort((a, b) => (a.month === b.month ? b.sum.missing - a.sum.missing : a.month < b.month ? 1 : -1));
}

export const isChosen = (unit: OwedUnit, { team, month, inspectionId }: Chosen): boolean =>
  (team === undefined || unit.team === team) &&
  (month === undefined || unit.month === month) &&
  (inspectionId === undefined || unit.inspectionId === inspectionId);

export const sumOf = (units: readonly OwedUnit[]): Completeness =>
  sumCompleteness(units.map(({ completeness }) => completeness));

/** Nobody has begun them, the one due first on top: all they owe is missing. */
export const notStarted = (units: readonly OwedUnit[]): OwedUnit[] => inState(units, 'notStarted');

/** Their plans were taken back: all they owe is left out. */
export const takenBack = (units: readonly OwedUnit[]): OwedUnit[] => inState(units, 'cancelled');

const inState = (units: readonly OwedUnit[], wanted: OwedUnit['state']): OwedUnit[] =>
  units.filter(({ state }) => state === wanted).toSorted((a, b) => Date.parse(a.period.to) - Date.parse(b.period.to));

export const markOf = ({ standing }: Pick<OwedRow, 'standing'>): MarkKind => {
  if (standing === 'unclear') return 'unknown';
  if (standing === 'settled') return 'pass';
  return standing === 'excluded' ? 'notApplicable' : 'unanswered';
};
