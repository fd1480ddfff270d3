import { calibrationBody, instrumentBody } from '../../db/log/instrument-bodies.ts';
import type { EventRecord } from '../../db/record.ts';
import { entityId, type InstrumentId } from '../../vocabulary/ids.ts';
import type { HistoryRow } from '../ports/instrument-models.ts';
import { nameOf } from './sheet.ts';

type Entry = ReturnType<EventRecord['history']>[number];

/** Everything that was ever written of an instrument and its calibrations, the newest first: old values stay in sight. */
export function historyOfInstrument(record: EventRecord, instrument: InstrumentId): HistoryRow[] {
  const own = record.history(`instrument/${instrument}/register`).map((entry) => ({
    hlc: entry.hlc,
    row: { ...common(record, entry), calibrationId: null, entry: registerEntry(entry) },
  }));
  const made = record.rows('calibrations', { instrument }).flatMap(({ calibration }) =>
    record.history(`calibration/${calibration}/entry`).map((entry) => ({
      hlc: entry.hlc,
      row: { ...common(record, entry), calibrationId: entityId.parse(calibration), entry: calibrationEntry(entry) },
    })),
  );
  return [...own, ...made].sort((a, b) => (a.hlc < b.hlc ? 1 : -1)).map(({ row }) => row);
}

const common = (record: EventRecord, { id: event, seq, author, wall: savedAt, isHead }: Entry) => ({
  event,
  seq,
  author: nameOf(record, author),
  savedAt,
  old: !isHead,
});

function registerEntry({ body }: Entry): HistoryRow['entry'] {
  const read = instrumentBody.safeParse(body);
  if (!read.success) return { is: 'unreadable' };
  const { model, serialNumber, certificate = null, principle = null, photos = [] } = read.data;
  return { is: 'register', model, serialNumber, certificate, principle, photos: photos.length };
}

function calibrationEntry({ body }: Entry): HistoryRow['entry'] {
  const read = calibrationBody.safeParse(body);
  if (!read.success) return { is: 'unreadable' };
  const { salt: _, instrument: __, removed = false, ...calibration } = read.data;
  return { is: 'calibration', calibration, removed };
}
