import type { SessionItem } from '../session/session-item.ts';
import type { SimulatedDevice } from '../simulator/simulated-device.ts';

/** Numbers are compared as numbers: `-0.10` of a device with decimals is `-0.1` of one with floats. */
const plain = (amount: string | null): number | null => (amount === null ? null : Number(amount));

/** Every reading in order: the bytes it came from, and its number where it is a measurement. */
export const amounts = (items: readonly SessionItem[]) =>
  items.flatMap((item): [string, number | null][] => {
    if (item.kind !== 'reading') return [];
    const { value } = item.reading;
    return [[item.rawHex, value.quality === 'ok' ? plain(value.amount) : null]];
  });

/** What the device sent, in the same form. */
export const truths = (device: SimulatedDevice) =>
  device.truth.map((entry): [string, number | null] => [entry.hex, plain(entry.amount)]);

export const count = (items: readonly SessionItem[], kind: SessionItem['kind']) =>
  items.filter((item) => item.kind === kind).length;

export const faultCodes = (items: readonly SessionItem[]) =>
  items.flatMap((item) => (item.kind === 'fault' ? [String(item.fault.code)] : []));
