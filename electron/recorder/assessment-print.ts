import type { EventRecord } from '../../db/record.ts';
import type {
  AssessmentFacts,
  FigureOrigin,
  JudgedUnit,
  ReportSub,
  ReportSubs,
} from '../../reports/assessment/assessment-facts.ts';
import { documents } from '../../reports/registry.ts';
import { majorHazardOf, subIds } from '../../rules/assessment/assess.ts';
import { subSpecs } from '../../rules/assessment/subs.ts';
import { articlesMissing, fillCitations, type TypedArticles } from '../../rules/citations.ts';
import type { EntityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import type { AssessmentRow, FigureRow, PointRow } from '../ports/assessment-models.ts';
import { typedArticles } from './article.ts';
import { judgeUnit, ownOf } from './assessment-judged.ts';
import { readAssessments } from './assessment-rows.ts';
import { aboutRecord } from './documents.ts';

/** The paper of one unit as it stands now. Fault: not_found. */
export function printAssessment(record: EventRecord, id: EntityId): Result<{ html: string; title: string }> {
  const rows = readAssessments(record);
  const row = rows.find(({ assessmentId }) => assessmentId === id);
  if (!row) return fail({ code: 'not_found', what: id });
  const sheet = documents.assessment;
  const title = `${sheet.title.zh} ${row.mine} ${row.face} ${row.name}`;
  return ok({ html: sheet.render(factsOf(record, row, rows)), title });
}

function factsOf(record: EventRecord, row: AssessmentRow, rows: readonly AssessmentRow[]): AssessmentFacts {
  const typed = typedArticles(record);
  const judged = judgedOf(record, row, typed);
  const { conclusion } = row;
  const before = rows.find((one) => isUnitOf(one, row) && quarterOf(one) === quarterOf(row) - 1);
  const hazard = judged.severity === 'major' ? majorHazardOf(row.date) : null;
  return {
    ...judged,
    mine: row.mine,
    face: row.face,
    name: row.name,
    figures: row.figures.map((figure) => ({ ...figure, origin: originOf(figure.source) })),
    points: row.points.map((point) => ({ ...point, origin: originOf(point.source) })),
    contentFrom: judgeUnit(row).amounts.content?.from ?? null,
    conclusion: conclusion && !conclusion.outdated ? conclusion : null,
    majorHazard: hazard && (fillCitations([hazard], typed)[0] ?? null),
    before: before ? judgedOf(record, before, typed) : null,
    draft: draftOf(judged.subs, typed),
    record: aboutRecord(record),
  };
}

const isUnitOf = (a: AssessmentRow, b: AssessmentRow): boolean =>
  a.mine === b.mine && a.face === b.face && a.name === b.name;
const quarterOf = ({ year, quarter }: AssessmentRow): number => year * 4 + quarter;

/** What was let stand is printed as it was recorded; anything else as the rules of the unit's day judge it now. */
function judgedOf(record: EventRecord, row: AssessmentRow, typed: TypedArticles): JudgedUnit {
  const { year, quarter, date, conclusion } = row;
  const now = judgeUnit(row);
  const own = ownOf(record, row, now);
  const stands = conclusion !== null && !conclusion.outdated;
  const kept = stands ? record.rows('assessmentVerdicts', { assessment: row.assessmentId }) : [];
  const filled = (verdict: Verdict): Verdict => ({ ...verdict, citations: fillCitations(verdict.citations, typed) });
  const subs = Object.fromEntries(
    subIds.map((id): [string, ReportSub] => {
      const recorded = kept.find(({ sub }) => sub === id);
      const byCompany = recorded ? recorded.byCompany : (own[id]?.verdict ?? null);
      return [
        id,
        {
          verdict: filled(recorded?.verdict ?? now.subs[id].verdict),
          missing: now.subs[id].missing,
          byCompany: byCompany && filled(byCompany),
        },
      ];
    }),
  );
  const { outcome, severity } = stands ? conclusion : now;
  return { year, quarter, date, outcome, severity, subs: allSubs(subs) };
}

/** Every sub was put in just above. */
const allSubs = (subs: Readonly<Record<string, ReportSub>>): ReportSubs => subs as ReportSubs;

/** A result rests on every verdict that passes or fails. */
const draftOf = (subs: ReportSubs, typed: TypedArticles) =>
  articlesMissing(
    subIds
      .filter((id) => !subSpecs[id].computes && ['pass', 'fail'].includes(subs[id].verdict.status))
      .flatMap((id) => subs[id].verdict.citations),
    typed,
  );

function originOf(source: FigureRow['source'] | PointRow['source']): FigureOrigin {
  switch (source.from) {
    case 'typed':
      return { from: 'typed', believed: 'believed' in source && source.believed };
    case 'copied':
      return { from: 'copied' };
    case 'import':
      return { from: 'import', name: source.name, cell: source.cell };
    case 'reading':
      return { from: 'reading', isEvidence: source.grade.grade !== 'notEvidence' };
  }
}
