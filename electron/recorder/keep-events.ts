import { sha256 } from '../../db/log/sha256.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import { BEIJING_OFFSET_MS } from '../../vocabulary/time.ts';
import type { IntakeBatch } from '../ports/intake-port.ts';
import type { Desk } from './desk.ts';
import { saveClock } from './instrument-clock.ts';

/**
 * Keeps the events an instrument stored by itself, once: the same log read again adds nothing. Where its clock is right the
 * reading of the log is also a measurement of the clock.
 */
export function keepStoredEvents(desk: Desk, batch: IntakeBatch): Result<null> {
  const record = desk.need();
  if (!record.ok) return record;
  const { instrumentId: instrument, driver, driverVersion } = batch;
  const events = (batch.events ?? []).map(({ event }) => event);
  const [newest] = events;
  const readAt = batch.events?.[0]?.readAt;
  if (!newest || readAt === undefined) return ok(null);
  const said = events.map(({ log, index, total_count, raw_hex }) => [log, index, total_count, raw_hex].join(' '));
  const subject = `stored-log/${sha256([instrument, ...said].join('\n')).slice(0, 32)}/events`;
  if (record.value.register(subject)) return ok(null);
  const clockValid = events.every((event) => event.clock_valid);
  // One log has one count of what it lost; it stands in each of its events.
  const lost = [...Map.groupBy(events, ({ log }) => log).values()].reduce(
    (sum, [first]) => sum + (first?.lost ?? 0),
    0,
  );
  const body = { instrument, driver, driverVersion, readAt, clockValid, lost, events };
  const saved = desk.save({ type: 'instrument.log', subject, body }, 'instrument');
  if (!saved.ok || !clockValid || newest.device_now === null) return saved.ok ? ok(null) : saved;
  // The instrument says no zone: its display is set to the country's.
  const offsetMs = Date.parse(`${newest.device_now}Z`) - BEIJING_OFFSET_MS - readAt;
  if (Number.isNaN(offsetMs)) return ok(null);
  const measured = { instrument, at: readAt, shown: newest.device_now, zone: '+08:00', offsetMs, how: 'wire' as const };
  const clock = saveClock(desk, desk.newId(), measured);
  return clock.ok ? ok(null) : clock;
}
