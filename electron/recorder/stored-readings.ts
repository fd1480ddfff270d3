import type { EventRecord } from '../../db/record.ts';
import { instrumentId as instrumentIdOf } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { ok } from '../../vocabulary/result.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { Desk } from './desk.ts';
import { readFiles, storedFileOf, timesOf } from './log-views.ts';
import type { Some } from './methods.ts';

/** What stored files and the event logs of instruments say, for screens. */
export function storedReadingHandlers(desk: Desk): Some<'log/extremes' | 'log/events'> {
  return {
    'log/extremes': ({ inspectionId, placeId }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const times = timesOf(record.value, inspectionId, desk.clock.wall());
      const files = readFiles(record.value)
        .filter((row) => row.inspection === inspectionId)
        .toSorted((a, b) => b.wall - a.wall);
      const spans = (times?.places ?? []).flatMap((place, at, all) =>
        placeId === null || place.placeId === placeId
          ? [{ from: place.from, to: all[at + 1]?.from ?? times?.to ?? 0 }]
          : [],
      );
      const found = files.map((row) => {
        const { file, name, offsetMs } = storedFileOf(row);
        const within = readingsOf(record.value, row).filter(({ time }) =>
          spans.some(({ from, to }) => time.wall >= from && time.wall < to),
        );
        const channels = Map.groupBy(within, (one) => one.channel);
        return { file, name, offsetMs, readings: [...channels.values()].flatMap((all) => gravest(all) ?? []) };
      });
      return ok(found.filter(({ readings }) => readings.length > 0));
    },
    'log/events': ({ instrumentId: instrument }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const rows = record.value.rows('stored_events', { instrument }).toSorted((a, b) => b.readAt - a.readAt);
      return ok(
        rows.map(({ source, readAt, clockValid, lost, events }) => ({
          source,
          instrumentId: instrument,
          readAt: epochMs.parse(readAt),
          clockValid,
          lost,
          events: events.map(({ log, index, device_clock, running_seconds, code, raw_hex }) => ({
            log,
            index,
            deviceClock: device_clock,
            runningSeconds: running_seconds,
            code,
            rawHex: raw_hex,
          })),
        })),
      );
    },
  };
}

/** Every reading of one stored file, by the blocks its event names. */
export function readingsOf(record: EventRecord, row: ReturnType<typeof readFiles>[number]): Reading[] {
  const span = { from: epochMs.parse(row.from), to: afterOf(row.to) };
  return row.channels.flatMap((channel) =>
    record.readings
      .read({ instrument: instrumentIdOf.parse(row.instrument), channel, ...span })
      .found.filter(({ time }) => time.boot === row.source),
  );
}

const afterOf = (to: number): EpochMs => epochMs.parse(to + 1);

/** Over-range is the gravest; then the highest, of oxygen the lowest. What was not measured is never chosen before what was. */
function gravest(readings: readonly Reading[]): Reading | undefined {
  const over = readings.find(({ value }) => value.quality === 'over_range');
  if (over) return over;
  const amountOf = ({ value, gas }: Reading) =>
    value.quality === 'ok' ? Number(value.amount) * (gas === 'O2' ? -1 : 1) : Number.NEGATIVE_INFINITY;
  return readings.reduce<Reading | undefined>(
    (most, one) => (most === undefined || amountOf(one) > amountOf(most) ? one : most),
    undefined,
  );
}
