import type { ImportedLog, ImportedReading, ImportedRow } from '../../drivers/log-import/imported-log.ts';
import { forEach, type Steps } from '../../drivers/log-import/steps.ts';
import type { Gas } from '../../vocabulary/gas.ts';
import type { InspectionId, PlaceId } from '../../vocabulary/ids.ts';
import type { DecimalString, GasUnit } from '../../vocabulary/quantity.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import { instantOf } from './log-readings.ts';

/** When an inspection was, and from when its inspector stood where, in the order of time. */
export interface InspectionTimes {
  readonly inspection: InspectionId;
  readonly from: number;
  /** The signing, else now. */
  readonly to: number;
  readonly places: readonly { readonly placeId: PlaceId; readonly from: number }[];
}

/** What one gas of a log measured at one place, in the unit of the file. Over-range is counted for itself: it is graver than any number. */
export interface MatchedGas {
  readonly gas: Gas;
  readonly unit: GasUnit | null;
  count: number;
  min: DecimalString | null;
  max: DecimalString | null;
  overRange: number;
  notMeasured: number;
}

export type UnmatchedReason = 'before' | 'after' | 'no_place' | 'bad_time' | 'bad_row';

/** Rows of a file that belong to no place, one entry for rows that follow each other for the same reason. */
export interface UnmatchedRows {
  readonly reason: UnmatchedReason;
  readonly fromRow: number;
  toRow: number;
  rows: number;
  /** Corrected time of the first and the last; null where it cannot be read. */
  readonly from: EpochMs | null;
  to: EpochMs | null;
}

export interface LogMatch {
  readonly inspection: InspectionId;
  readonly places: readonly {
    readonly placeId: PlaceId;
    readonly rows: number;
    readonly gases: readonly MatchedGas[];
  }[];
  readonly unmatched: readonly UnmatchedRows[];
  readonly matched: number;
}

/** Puts every row of a log into the place where the inspector stood at its time, or says why it is in none. */
export function* matchLog(log: ImportedLog, times: InspectionTimes, offsetMs: number): Steps<LogMatch> {
  const found = new Map<PlaceId, { rows: number; readonly gases: Map<string, MatchedGas> }>();
  const unmatched: UnmatchedRows[] = [];
  let matched = 0;
  const put = (row: ImportedRow): void => {
    const at = instantOf(row, offsetMs);
    const where = placeAt(at, times);
    if (where.placeId === null) {
      note(unmatched, where.reason, row.row, at);
      return;
    }
    matched += 1;
    const place = found.get(where.placeId) ?? { rows: 0, gases: new Map<string, MatchedGas>() };
    found.set(where.placeId, place);
    place.rows += 1;
    addRow(place.gases, row);
  };
  yield* forEach(log.rows, put, 0, 0.9);
  const putBad = ({ reason, row }: ImportedLog['bad_rows'][number]) =>
    note(unmatched, reason === 'time' ? 'bad_time' : 'bad_row', row, null);
  yield* forEach(log.bad_rows, putBad, 0.9, 1);
  const places = [...found].map(([placeId, { rows, gases }]) => ({ placeId, rows, gases: [...gases.values()] }));
  return { inspection: times.inspection, places, unmatched, matched };
}

type Where =
  | { readonly placeId: PlaceId }
  | { readonly placeId: null; readonly reason: 'before' | 'after' | 'no_place' };

function placeAt(at: number, { from, to, places }: InspectionTimes): Where {
  if (at < from) return { placeId: null, reason: 'before' };
  if (at > to) return { placeId: null, reason: 'after' };
  const place = places.findLast((one) => one.from <= at);
  return place ? { placeId: place.placeId } : { placeId: null, reason: 'no_place' };
}

/** A log held against an inspection, or against none. */
interface Placing {
  readonly times: InspectionTimes | null;
  readonly offsetMs: number;
}

/** How many rows stand elsewhere than before, a row in no place counting as one place. */
export function* countMoved(log: ImportedLog, before: Placing, after: Placing): Steps<number> {
  const where = (row: ImportedRow, { times, offsetMs }: Placing) =>
    times && `${times.inspection} ${placeAt(instantOf(row, offsetMs), times).placeId}`;
  let moved = 0;
  yield* forEach(log.rows, (row) => {
    moved += Number(where(row, before) !== where(row, after));
  });
  return moved;
}

function note(unmatched: UnmatchedRows[], reason: UnmatchedReason, row: number, at: EpochMs | null): void {
  const last = unmatched.at(-1);
  // Rows between two of a run are duplicates or bad rows; a row of another place would have ended the run by its number.
  if (last?.reason === reason && at !== null && row - last.toRow <= 1) {
    last.toRow = row;
    last.rows += 1;
    last.to = at;
  } else unmatched.push({ reason, fromRow: row, toRow: row, rows: 1, from: at, to: at });
}

function addRow(gases: Map<string, MatchedGas>, { readings }: ImportedRow): void {
  for (const one of readings) {
    const key = `${one.gas} ${one.value.unit}`;
    const sum = gases.get(key) ?? emptySum(one);
    gases.set(key, sum);
    const { value } = one;
    if (value.quality === 'over_range') sum.overRange += 1;
    else if (value.quality !== 'ok') sum.notMeasured += 1;
    else {
      sum.count += 1;
      if (sum.min === null || Number(value.amount) < Number(sum.min)) sum.min = value.amount;
      if (sum.max === null || Number(value.amount) > Number(sum.max)) sum.max = value.amount;
    }
  }
}

const emptySum = ({ gas, value }: ImportedReading): MatchedGas => ({
  gas,
  unit: value.unit,
  count: 0,
  min: null,
  max: null,
  overRange: 0,
  notMeasured: 0,
});

/** How many rows for each reason, as it stands in the record. */
export const countUnmatched = (match: LogMatch, reasons: readonly UnmatchedReason[]): number =>
  match.unmatched.filter(({ reason }) => reasons.includes(reason)).reduce((sum, { rows }) => sum + rows, 0);
