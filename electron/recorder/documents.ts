import type { BundleFacts, BundlePages } from '../../db/merge/export-events.ts';
import type { EventRecord } from '../../db/record.ts';
import type { InspectionReport, ReportRecord } from '../../reports/inspection-report.ts';
import { documents } from '../../reports/registry.ts';
import { type InspectionId, inspectionId, logId, sha256Hex } from '../../vocabulary/ids.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { Clock, EpochMs } from '../../vocabulary/time.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { reportOf } from './report-facts.ts';
import { reportPlans } from './report-plans.ts';

/** The two pages of a bundle, written when everything in it is sealed. */
export const bundlePages =
  (record: EventRecord, clock: Clock) =>
  ({ principal, paths, logHash, stateHash }: BundleFacts): Result<BundlePages> => {
    const inspections: InspectionReport[] = [];
    for (const row of record.rows('inspections').toSorted((a, b) => (a.at ?? a.wall) - (b.at ?? b.wall))) {
      const report = reportOf(record, inspectionId.parse(row.inspection), clock.wall());
      if (!report.ok) return report;
      inspections.push(report.value);
    }
    const ranges = paths.map(({ log, fromSeq, toSeq }) => ({ log: logId.parse(log), fromSeq, toSeq }));
    const hashes = { logHash: sha256Hex.parse(logHash), stateHash: sha256Hex.parse(stateHash) };
    const about = { principal, ranges, ...hashes };
    return ok({
      report: Buffer.from(
        documents['inspection-html'].render({ inspections, plans: reportPlans(record), record: about }),
      ),
      verifyText: Buffer.from(documents['verify-txt'].render({ principal })),
    });
  };

/** What a page printed now says of the record behind it. */
export function aboutRecord(record: EventRecord): ReportRecord {
  const { identity } = record;
  const { logHash, stateHash } = record.state();
  const own = record.logs().filter(({ log }) => log === identity.log);
  return {
    principal: identity.principal ?? '',
    ranges: own.map(({ log, highest }) => ({ log, fromSeq: 1, toSeq: highest })),
    logHash: sha256Hex.parse(logHash),
    stateHash: sha256Hex.parse(stateHash),
  };
}

/** The record of one inspection as it would be printed now. Fault: not_found. */
export function previewReport(record: EventRecord, id: InspectionId, now: EpochMs): Result<{ html: string }> {
  const report = reportOf(record, id, now);
  if (!report.ok) return report;
  const inspections = [report.value];
  return ok({ html: documents['inspection-html'].render({ inspections, plans: [], record: aboutRecord(record) }) });
}

export function reportHandlers(desk: Desk): Some<'report/preview'> {
  return {
    'report/preview': ({ inspectionId: id }) => {
      const record = desk.need();
      return record.ok ? previewReport(record.value, id, desk.clock.wall()) : record;
    },
  };
}
