import type { EventRecord } from '../../db/record.ts';
import { type Assessment, createAssessor, ownSubs } from '../../rules/assessment/assess.ts';
import { assessGravest } from '../../rules/assessment/gravest.ts';
import { everyPoint } from '../../rules/assessment/points.ts';
import { valuesOf } from '../../rules/assessment/values.ts';
import { withCompany } from '../../rules/packs/company.ts';
import { packsInUse } from '../../rules/packs/in-use.ts';
import type { Pack } from '../../rules/packs/pack.ts';
import type { AssessmentRow } from '../ports/assessment-models.ts';
import { companyLimitsOf } from './company.ts';

/** The unit as the rules of its day judge it; where tablets disagree, by the graver of what they say. */
export function judgeUnit(row: AssessmentRow, packs?: readonly Pack[]): Assessment {
  const { values, others } = valuesOf(row.figures);
  return assessGravest(createAssessor(row.date, undefined, packs), values, others, everyPoint(row.points));
}

/** What the mine's own figures say beside it, as they stand now. */
export function ownOf(record: EventRecord, row: AssessmentRow, law: Assessment): ReturnType<typeof ownSubs> {
  const limits = companyLimitsOf(record, row.mine);
  return limits.length === 0 ? {} : ownSubs(law, judgeUnit(row, withCompany(packsInUse(), limits, row.date)));
}
