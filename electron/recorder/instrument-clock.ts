import type { EventRecord } from '../../db/record.ts';
import { blobId, type EntityId, entityId, type InstrumentId, instrumentId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { ClockRow } from '../ports/log-models.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';

/** How wrong the clock of an instrument is: measured beside this one, by a photo of its display or by typing what it shows. */
export function clockHandlers(desk: Desk): Some<'clock/list' | 'clock/measure'> {
  return {
    'clock/list': ({ instrumentId: instrument }) => {
      const record = desk.need();
      return record.ok ? ok(clocksOf(record.value, instrument)) : record;
    },
    'clock/measure': ({ instrumentId: instrument, at, shown, zone, photo }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const shownMs = Date.parse(`${shown}${zone}`);
      if (Number.isNaN(shownMs)) return fail({ code: 'bad_shown_time', shown });
      const blob = photo ? record.value.blobs.put(Buffer.from(photo.bytes, 'base64')) : null;
      if (blob && !blob.ok) return blob;
      const measurement = desk.newId();
      const kept = blob && photo ? { photo: { blob: blob.value, mime: photo.mime } } : {};
      const saved = saveClock(desk, measurement, {
        instrument,
        at,
        shown,
        zone,
        offsetMs: shownMs - at,
        how: blob ? 'photo' : 'typed',
        ...kept,
      });
      if (!saved.ok) return saved;
      const row = clocksOf(record.value, instrument).find((one) => one.measurement === measurement);
      return row ? ok(row) : fail({ code: 'not_found', what: measurement });
    },
  };
}

interface Measured {
  readonly instrument: InstrumentId;
  readonly at: number;
  readonly shown: string;
  readonly zone: string;
  readonly offsetMs: number;
  readonly how: ClockRow['how'];
  readonly photo?: { readonly blob: NonNullable<ClockRow['photo']>; readonly mime: string };
}

export const saveClock = (desk: Desk, measurement: EntityId, body: Measured): ReturnType<Desk['save']> =>
  desk.save(
    {
      type: 'instrument.clock',
      subject: `instrument/${body.instrument}/clock:${measurement}`,
      body: { ...body },
      blobs: body.photo ? [body.photo.blob] : [],
    },
    'instrument',
  );

/** The newest first. */
function clocksOf(record: EventRecord, instrument: InstrumentId): ClockRow[] {
  return record
    .rows('instrument_clocks', { instrument })
    .toSorted((a, b) => b.at - a.at)
    .map((row) => ({
      measurement: entityId.parse(row.measurement),
      instrumentId: instrumentId.parse(row.instrument),
      at: epochMs.parse(row.at),
      shown: row.shown,
      zone: row.zone,
      offsetMs: row.offsetMs,
      how: row.how,
      photo: row.photo ? blobId.parse(row.photo.blob) : null,
    }));
}

/** The measurement of this instrument as a log's event names it; null: none chosen. Fault: not_found. */
export function offsetOf(
  record: EventRecord,
  instrument: InstrumentId,
  measurement: EntityId | null,
): Result<{ readonly measurement: EntityId; readonly offsetMs: number; readonly how: ClockRow['how'] } | null> {
  if (measurement === null) return ok(null);
  const [row] = record.rows('instrument_clocks', { instrument, measurement });
  return row
    ? ok({ measurement, offsetMs: row.offsetMs, how: row.how })
    : fail({ code: 'not_found', what: measurement });
}
