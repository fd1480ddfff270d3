import { z } from 'zod';
import type { LogName } from './registers.ts';

/** Most events a log holds; the cursor goes from 0 to 9. */
const MOST_STORED = 10;

/** One stored event as its block of eight registers says it (p5, "Block"). */
export const eventBlock = z.object({
  running_seconds: z.int(),
  device_clock: z.string().nullable(),
  code: z.int(),
  total_count: z.int(),
  stored: z.int(),
  lost: z.int(),
});
export type EventBlock = z.infer<typeof eventBlock>;

/** For the maintenance log the guide names two places of the count: the larger one holds. */
export function parseEventBlock(registers: DataView, log: LogName): EventBlock {
  const last = registers.getUint16(14);
  const total = log === 'maintenance' ? Math.max(last, registers.getUint16(12)) : last;
  const stored = Math.min(total, MOST_STORED);
  return {
    running_seconds: registers.getUint32(0),
    device_clock: parseDeviceClock(registers, 4),
    code: registers.getUint16(10),
    total_count: total,
    stored,
    lost: total - stored,
  };
}

/** Year and month, day and hour, minute and second, a byte each, as ISO text; a date that cannot exist is null. */
export function parseDeviceClock(registers: DataView, at: number): string | null {
  const byte = (offset: number) => registers.getUint8(at + offset);
  const text = (value: number) => String(value).padStart(2, '0');
  const [year, month, day] = [2000 + byte(0), byte(1), byte(2)];
  const [hour, minute, second] = [byte(3), byte(4), byte(5)];
  const iso = `${year}-${text(month)}-${text(day)}T${text(hour)}:${text(minute)}:${text(second)}`;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return date.toISOString().slice(0, 19) === iso ? iso : null;
}
