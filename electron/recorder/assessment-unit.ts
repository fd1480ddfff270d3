import type { EventRecord } from '../../db/record.ts';
import { beijingDay, type EpochMs } from '../../vocabulary/time.ts';
import type { AssessmentRow, UnitDraft } from '../ports/assessment-models.ts';

/** What a unit is called, and the inspection it is assessed in. */
export type UnitAsk = UnitDraft & { readonly inspectionId: AssessmentRow['inspectionId'] };

/** The body of a unit that is opened now: judged by what was in force on the day of its inspection, else today. */
export function newUnit(record: EventRecord, { inspectionId: inspection, ...draft }: UnitAsk, at: EpochMs) {
  const { mine, face, name, year, quarter } = draft;
  const [opened] = inspection === null ? [] : record.rows('inspections', { inspection });
  const unit = { mine, face, name, year, quarter, at };
  return opened?.mine === mine ? { ...unit, date: opened.date, inspection } : { ...unit, date: beijingDay(at) };
}

/** The body of a unit as it stands. */
export const unitBody = ({ mine, face, name, year, quarter, date, inspectionId, openedAt }: AssessmentRow) => ({
  mine,
  face,
  name,
  year,
  quarter,
  date,
  at: openedAt,
  ...(inspectionId === null ? {} : { inspection: inspectionId }),
});
