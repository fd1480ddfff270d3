import type { BundleFacts, BundlePages } from '../../db/merge/export-events.ts';
import type { EventRecord } from '../../db/record.ts';
import type { InspectionReport } from '../../reports/inspection-report.ts';
import { documents } from '../../reports/registry.ts';
import { inspectionId, logId, sha256Hex } from '../../vocabulary/ids.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { Clock } from '../../vocabulary/time.ts';
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

/** The record of one inspection as it would be printed now. */
export function reportHandlers(desk: Desk): Some<'report/preview'> {
  return {
    'report/preview': ({ inspectionId: id }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const report = reportOf(record.value, id, desk.clock.wall());
      if (!report.ok) return report;
      const { identity } = record.value;
      const { logHash, stateHash } = record.value.state();
      const own = record.value.logs().filter(({ log }) => log === identity.log);
      const about = {
        principal: identity.principal ?? '',
        ranges: own.map(({ log, highest }) => ({ log, fromSeq: 1, toSeq: highest })),
        logHash: sha256Hex.parse(logHash),
        stateHash: sha256Hex.parse(stateHash),
      };
      return ok({
        html: documents['inspection-html'].render({ inspections: [report.value], plans: [], record: about }),
      });
    },
  };
}
