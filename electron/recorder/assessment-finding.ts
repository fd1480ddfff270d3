import type { EventRecord } from '../../db/record.ts';
import { entityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Citation, Severity } from '../../vocabulary/verdict.ts';
import type { AssessmentRow } from '../ports/assessment-models.ts';
import type { FindingRow } from '../ports/inspection-models.ts';
import type { Desk } from './desk.ts';
import { RAISED } from './finding.ts';
import { findingRowOf } from './rows.ts';
import { readSource } from './sheet-source.ts';
import { signedAt } from './signed.ts';

interface Raised {
  readonly rule: string;
  readonly fact: string;
  readonly severity: Severity;
  readonly citations: readonly Citation[];
}

/** A hazard raised from a unit; raising it again corrects the one that stands. Fault: no_inspection_of_mine. */
export function raiseFinding(desk: Desk, record: EventRecord, row: AssessmentRow, raised: Raised): Result<FindingRow> {
  const { assessmentId: assessment, mine } = row;
  const inspection = inspectionFor(record, row);
  if (inspection === null) return fail({ code: 'no_inspection_of_mine', mine });
  const { rule: item, fact, severity, citations } = raised;
  const [standing] = record.rows('findings', { assessment, item });
  const finding = standing ? entityId.parse(standing.finding) : desk.newId();
  const state = standing?.state ?? RAISED;
  const decision = standing?.decision ?? null;
  const body = { inspection, item, assessment, mine, fact, severity, citations, decision, state };
  const saved = desk.save({ type: 'finding', subject: `finding/${finding}/finding`, body }, 'inspection');
  if (!saved.ok) return saved;
  desk.tell('changed', { areas: ['assessment'] });
  const [written] = record.rows('findings', { finding });
  return written ? ok(findingRowOf(written)) : fail({ code: 'not_found', what: finding });
}

/** The inspection of the unit, else the newest of its mine that this person has not signed. */
function inspectionFor(record: EventRecord, { inspectionId, mine }: AssessmentRow): string | null {
  if (inspectionId !== null) return inspectionId;
  const source = readSource(record);
  const open = source.inspections.filter((one) => one.mine === mine && signedAt(source, one.inspection, one) === null);
  return open.toSorted((a, b) => b.wall - a.wall)[0]?.inspection ?? null;
}
