import type { Quality } from '../../vocabulary/reading.ts';

/** Bits of register 40105 (p1, table "Status bit"); a bit without a name here is undefined and counts as a fault. */
const BIT_NAMES: Readonly<Record<number, string>> = {
  0: 'low_alarm',
  1: 'high_alarm',
  2: 'failed_sensor',
  3: 'over_range',
  4: 'calibration_fault',
  5: 'zero_fault',
  6: 'configuration_fault',
  11: 'missing_sensor',
  12: '5v_fault',
  13: 'power_fault',
  14: 'loop_shorted',
  15: 'loop_open',
};

/** Alarms keep the number, loop bits concern the analog wire only, over-range has a quality of its own. */
const HARMLESS_BITS: ReadonlySet<number> = new Set([0, 1, 3, 14, 15]);
const OVER_RANGE_BIT = 3;

/** Register 40104; a number not listed is `unknown` and counts as a fault. */
const MODES: Readonly<Record<number, { readonly name: string; readonly quality: Quality }>> = {
  1: { name: 'normal', quality: 'ok' },
  2: { name: 'calibration', quality: 'calibrating' },
  3: { name: 'warmup', quality: 'warmup' },
  6: { name: 'zeroing', quality: 'calibrating' },
  8: { name: 'fault', quality: 'fault' },
  9: { name: 'reset', quality: 'warmup' },
};

const setBits = (word: number) => Array.from({ length: 16 }, (_, bit) => bit).filter((bit) => (word >> bit) & 1);

export const modeName = (mode: number): string => MODES[mode]?.name ?? 'unknown';

export const flagNames = (status: number): string[] => setBits(status).map((bit) => BIT_NAMES[bit] ?? `bit${bit}`);

/** The worst word wins: fault bit or mode, then the mode's own quality, then over-range (p1, below the table). */
export function qualityOf(mode: number, status: number): Quality {
  const bits = setBits(status);
  if (bits.some((bit) => !HARMLESS_BITS.has(bit))) return 'fault';
  const byMode = MODES[mode]?.quality ?? 'fault';
  if (byMode !== 'ok') return byMode;
  return bits.includes(OVER_RANGE_BIT) ? 'over_range' : 'ok';
}
