import type { SessionItem } from '../session/session-item.ts';

/** Every reading in order: the bytes it came from, and its exact number where it is a measurement. */
export const amounts = (items: readonly SessionItem[]) =>
  items.flatMap((item): [string, string | null][] => {
    if (item.kind !== 'reading') return [];
    const { value } = item.reading;
    return [[item.rawHex, value.quality === 'ok' ? value.amount : null]];
  });

export const count = (items: readonly SessionItem[], kind: SessionItem['kind']) =>
  items.filter((item) => item.kind === kind).length;

export const faultCodes = (items: readonly SessionItem[]) =>
  items.flatMap((item) => (item.kind === 'fault' ? [String(item.fault.code)] : []));
