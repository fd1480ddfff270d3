import { figureBody, pointBody } from '../../db/log/assessment-bodies.ts';
import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { fieldKey } from '../../rules/assessment/fields.ts';
import { entityId, inspectionId, ruleId } from '../../vocabulary/ids.ts';
import { type TestPoint, testPoint } from '../../vocabulary/test-point.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import { type AssessmentRow, type FigureRow, type PointRow, subId } from '../ports/assessment-models.ts';

type Unit = ProjectionRow<'assessments'>;
type Figure = ProjectionRow<'assessmentFigures'>;
type Point = ProjectionRow<'assessmentPoints'>;

export const unitSubject = (assessment: string) => `assessment/${assessment}/unit`;
export const pointSubject = (assessment: string, no: number) => `assessment/${assessment}/point:${no}`;
export const figureSubject = (assessment: string, field: string) => `assessment/${assessment}/figure:${field}`;

/** Every unit that was not taken back, the newest quarter first; or one of them. */
export function readAssessments(record: EventRecord, only?: string): AssessmentRow[] {
  const where = only === undefined ? {} : { assessment: only };
  const units = record.rows('assessments', where).filter(({ removed }) => !removed);
  const figures = Map.groupBy(record.rows('assessmentFigures', where), (row) => row.assessment);
  const points = Map.groupBy(record.rows('assessmentPoints', where), (row) => row.assessment);
  const conclusions = new Map(
    record.rows('assessmentConclusions', { ...where, removed: false }).map((row) => [row.assessment, row]),
  );
  const findings = Map.groupBy(record.rows('findings', where), (row) => row.assessment ?? '');
  const names = new Map(record.rows('people').map(({ person, name }) => [person, name]));
  const nameOf = (person: string) => names.get(person) ?? person.slice(0, 8);
  const rowOf = (unit: Unit): AssessmentRow => {
    const own = (figures.get(unit.assessment) ?? []).flatMap((row) => figureRowOf(record, row, nameOf));
    const everyPoint = points.get(unit.assessment) ?? [];
    const listed = everyPoint.filter(isKept).map((row) => pointRowOf(record, row, nameOf));
    return {
      ...headOf(unit),
      figures: own,
      points: listed.sort((a, b) => a.no - b.no),
      conclusion: conclusionOf(
        record,
        conclusions.get(unit.assessment),
        [...own.map(({ savedAt }) => savedAt), ...everyPoint.map(({ wall }) => wall)],
        nameOf,
      ),
      findings: (findings.get(unit.assessment) ?? []).map(({ item, finding }) => ({
        rule: ruleId.parse(item),
        findingId: entityId.parse(finding),
      })),
    };
  };
  return units.map(rowOf).sort(byQuarter);
}

const isKept = ({ removed }: { readonly removed: boolean }): boolean => !removed;

const byQuarter = (a: AssessmentRow, b: AssessmentRow): number =>
  b.year - a.year || b.quarter - a.quarter || a.openedAt - b.openedAt;

const headOf = ({ assessment, mine, face, name, year, quarter, date, inspection, at }: Unit) => ({
  assessmentId: entityId.parse(assessment),
  mine,
  face,
  name,
  year,
  quarter,
  date: isoDate.parse(date),
  inspectionId: inspection === null ? null : inspectionId.parse(inspection),
  openedAt: epochMs.parse(at),
});

/** A field that this version does not know stays in the record and out of the form. */
function figureRowOf(record: EventRecord, row: Figure, nameOf: (person: string) => string): readonly FigureRow[] {
  const field = fieldKey.safeParse(row.field).data;
  if (!field) return [];
  const { said, source, author, wall, heads } = row;
  const { value } = said;
  const others = heads > 1 ? otherValues(record, row) : [];
  return [{ field, value, source, author: nameOf(author), savedAt: epochMs.parse(wall), others }];
}

function pointRowOf(record: EventRecord, row: Point, nameOf: (person: string) => string): PointRow {
  const { assessment, no, said, source, author, wall, heads, event } = row;
  const all = heads > 1 ? (record.register(pointSubject(assessment, no))?.heads ?? []) : [];
  const others = all.flatMap(({ id, body }): TestPoint[] => {
    const other = pointBody.safeParse(body).data;
    if (id === event || !other || other.removed) return [];
    const { salt: _, source: __, removed: ___, ...measured } = other;
    return [testPoint.parse({ no, ...measured })];
  });
  return { no, ...said, source, author: nameOf(author), savedAt: epochMs.parse(wall), others };
}

function otherValues(record: EventRecord, { assessment, field, event, said: shown }: Figure): FactValue[] {
  const heads = record.register(figureSubject(assessment, field))?.heads ?? [];
  return heads
    .filter((head) => head.id !== event)
    .flatMap((head) => {
      const said = figureBody.safeParse(head.body).data;
      return said && JSON.stringify(said.value) !== JSON.stringify(shown.value) ? [said.value] : [];
    });
}

function conclusionOf(
  record: EventRecord,
  row: ProjectionRow<'assessmentConclusions'> | undefined,
  changes: readonly number[],
  nameOf: (person: string) => string,
): AssessmentRow['conclusion'] {
  if (!row) return null;
  const { outcome, severity, note, author, at } = row;
  const outdated = changes.some((change) => change > at);
  const byCompany = record
    .rows('assessmentVerdicts', { assessment: row.assessment })
    .flatMap(({ sub, byCompany: own }) => {
      const known = subId.safeParse(sub).data;
      return known && own ? [{ sub: known, verdict: own }] : [];
    });
  return { outcome, severity, note, author: nameOf(author), savedAt: epochMs.parse(at), outdated, byCompany };
}
