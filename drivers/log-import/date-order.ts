import type { LogSettings } from './log-settings.ts';
import { type DateOrder, undecidedDate } from './read-time.ts';

export interface FoundOrder {
  readonly order: DateOrder | null;
  /** How it was found, for the report. */
  readonly said: string | null;
  readonly isOpen: boolean;
}

const wordOf = (order: DateOrder): string => (order === 'dmy' ? 'day first' : 'month first');

/** Looks at times one by one. Day or month first: by the user, or by one number above 12 anywhere in the file; else it stays open. */
export function dateOrderFinder({ dateOrder }: LogSettings) {
  let isAsked = false;
  let day: number | null = null;
  let month: number | null = null;
  const look = (row: number, text: string): void => {
    const pair = undecidedDate(text);
    if (pair === null) return;
    isAsked = true;
    if (pair[0] > 12) day ??= row;
    if (pair[1] > 12) month ??= row;
  };
  const found = (): FoundOrder => {
    if (!isAsked) return { order: null, said: null, isOpen: false };
    if (dateOrder !== undefined)
      return { order: dateOrder, said: `${wordOf(dateOrder)}, said by the user`, isOpen: false };
    if ((day === null) === (month === null)) return { order: null, said: null, isOpen: true };
    const order: DateOrder = day === null ? 'mdy' : 'dmy';
    return { order, said: `${wordOf(order)}, settled by row ${day ?? month}`, isOpen: false };
  };
  return { look, found };
}
