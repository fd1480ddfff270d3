import type { EventRecord } from '../../db/record.ts';
import type { ReportAlarm } from '../../reports/inspection-report.ts';
import type { InspectionId } from '../../vocabulary/ids.ts';
import { instrumentName } from './report-readings.ts';

/** The alarms that were raised while the inspection was open. */
export function reportAlarms(
  record: EventRecord,
  inspection: InspectionId,
  placeName: (id: string | null) => string | null,
): ReportAlarm[] {
  return record
    .rows('alarms', { inspection })
    .toSorted((a, b) => a.facts.raised.at - b.facts.raised.at)
    .map(({ facts }) => ({
      instrument: instrumentName(record, facts.instrument),
      place: facts.place?.name ?? placeName(facts.place?.placeId ?? null),
      facts,
    }));
}
