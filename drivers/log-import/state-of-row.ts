import type { Gas } from '../../vocabulary/gas.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import type { RowState } from './read-state.ts';

/** What the state columns of a row say together. */
export interface StateOfRow {
  readonly states: readonly RowState[];
  readonly isAlarm: boolean;
  /** Something is said that is more than "all is well". */
  readonly isTold: boolean;
}

/** To whom an over-range word of a whole row belongs, as the user said; `isOpen` is set where nobody has. */
export interface StateAnswer {
  readonly said: Gas | 'all' | undefined;
  isOpen: boolean;
}

export const stateOfRow = (states: readonly RowState[]): StateOfRow => ({
  states: states.filter(({ mark }) => mark !== null),
  isAlarm: states.some(({ isAlarm }) => isAlarm),
  isTold: states.some(({ mark, isAlarm, isUnknown }) => mark !== null || isAlarm || isUnknown),
});

/** Warm-up, fault and calibrating hold for every value of the row; over-range for the gas it names, else as the user says. */
export function underState(value: ReadingValue, gas: Gas, row: StateOfRow, answer: StateAnswer): ReadingValue {
  return row.states.reduce((held, state) => underOne(held, gas, state, answer), value);
}

function underOne(value: ReadingValue, gas: Gas, { mark, gas: named }: RowState, answer: StateAnswer): ReadingValue {
  if (mark === null || value.quality === 'missing') return value;
  if (mark !== 'over_range') {
    const isWorse = value.quality === 'fault' || (value.quality === 'invalid' && mark !== 'fault');
    return isWorse ? value : { quality: mark, unit: value.unit, detail: 'state' };
  }
  if (value.quality !== 'ok') return value;
  const whose = named ?? answer.said;
  if (whose === gas || whose === 'all') return { quality: 'over_range', unit: value.unit, detail: 'state' };
  if (whose !== undefined) return value;
  answer.isOpen = true;
  return { quality: 'invalid', unit: value.unit, detail: 'state_over_range' };
}
