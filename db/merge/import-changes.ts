import type { Register } from '../projections/register.ts';
import type { ImportChange } from '../sqlite/change-store.ts';
import type { Stores } from '../sqlite/stores.ts';
import { readRegister } from '../state/refresh-registers.ts';

/** What some subjects show at a moment, by their numbers here. */
export type Shown = ReadonlyMap<number, Register | null>;

export const whatIsShown = (stores: Stores, subjects: Iterable<number>): Shown =>
  new Map([...new Set(subjects)].map((subject) => [subject, readRegister(stores, subject)]));

/** The subjects that showed something and show another thing now: another event, more or fewer answers side by side, a body that came. */
export function changesSince(stores: Stores, before: Shown): readonly Omit<ImportChange, 'at'>[] {
  return [...before].flatMap(([number, was]) => {
    if (!was) return [];
    return looksOf(was) === looksOf(readRegister(stores, number))
      ? []
      : [{ subject: was.subject, before: was.shown.id }];
  });
}

const looksOf = (register: Register | null): string =>
  register ? `${register.shown.id} ${register.heads.length} ${register.shown.body === null}` : '';
