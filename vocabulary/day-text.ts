import { type IsoDate, isoDate } from './time.ts';

const WRITTEN = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/** A day as people write it, year first: 2027-6-30, 2027.06.30, 20270630, or with the Chinese words; else null. */
export function dayOf(text: string): IsoDate | null {
  const found = WRITTEN.exec(text.trim()) ?? DIGITS.exec(text.trim());
  if (!found) return null;
  const [, year = '', month = '', day = ''] = found;
  return isoDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data ?? null;
}

/** Long enough to be a whole day, so that what is still being typed is not called wrong. */
export const looksWhole = (text: string): boolean => text.replaceAll(/\D/g, '').length >= 8;
