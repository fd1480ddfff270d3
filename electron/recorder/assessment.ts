import type { z } from 'zod';
import type { figureSource } from '../../db/log/assessment-bodies.ts';
import type { EventRecord } from '../../db/record.ts';
import { majorHazardOf, subIds } from '../../rules/assessment/assess.ts';
import { mineWide } from '../../rules/assessment/fields.ts';
import type { EntityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { TestPoint } from '../../vocabulary/test-point.ts';
import type { AssessmentRow, AssessmentUndo } from '../ports/assessment-models.ts';
import { raiseFinding } from './assessment-finding.ts';
import { importUnits } from './assessment-import.ts';
import { judgeUnit, ownOf } from './assessment-judged.ts';
import { pointDraft } from './assessment-point.ts';
import { printAssessment } from './assessment-print.ts';
import { figureSubject, readAssessments, unitSubject } from './assessment-rows.ts';
import { headBefore, lastDone, popDone, pushDone, readDone, type Step } from './assessment-undo.ts';
import { newUnit, type UnitAsk, unitBody } from './assessment-unit.ts';
import type { Desk, Saved } from './desk.ts';
import { gradeReadings } from './evidence.ts';
import type { RecorderMethods, Some } from './methods.ts';

type AssessmentMethod = Extract<keyof RecorderMethods, `assessment/${string}`>;

/** Assessments of gas drainage: each figure is an event, and everything done can be taken back. */
export function assessmentHandlers(desk: Desk): Some<AssessmentMethod> {
  const withRecord = <T>(work: (record: EventRecord) => Result<T>): Result<T> => {
    const record = desk.need();
    return record.ok ? work(record.value) : record;
  };
  const withUnit = <T>(id: EntityId, work: (record: EventRecord, row: AssessmentRow) => Result<T>): Result<T> =>
    withRecord((record) => {
      const [row] = readAssessments(record, id);
      return row ? work(record, row) : fail({ code: 'not_found', what: id });
    });
  return {
    'assessment/state': () => withRecord((record) => ok({ rows: readAssessments(record), undo: lastDone(record) })),
    'assessment/open': (draft) => withRecord((record) => openUnit(desk, record, draft)),
    'assessment/remove': ({ assessmentId, reason }) =>
      withUnit(assessmentId, (record, row) => {
        const subject = unitSubject(assessmentId);
        const step = headBefore(record, subject);
        const body = { ...unitBody(row), removed: true, reason };
        return noted(
          record,
          [step],
          'removed',
          row,
          '',
          desk.save({ type: 'assessment', subject, body }, 'assessment'),
        );
      }),
    'assessment/put': (ask) => withUnit(ask.assessmentId, (record, row) => putFigure(desk, record, row, ask.figure)),
    'assessment/point': ({ assessmentId, point, removed }) =>
      withUnit(assessmentId, (record, row) => putPoint(desk, record, row, point, removed)),
    'assessment/undo': () => withRecord((record) => undo(desk, record)),
    'assessment/conclude': ({ assessmentId, note }) =>
      withUnit(assessmentId, (record, row) => conclude(desk, record, row, note)),
    'assessment/raise': ({ assessmentId, ...ask }) =>
      withUnit(assessmentId, (record, row) => {
        const found = judgeUnit(row);
        const { verdict } = found.subs[ask.sub];
        const hazard = ask.severity === 'major' ? majorHazardOf(row.date) : null;
        const citations = hazard ? [...verdict.citations, hazard] : verdict.citations;
        return raiseFinding(desk, record, row, { ...ask, rule: verdict.rule, citations });
      }),
    'assessment/print': ({ assessmentId }) => withRecord((record) => printAssessment(record, assessmentId)),
    'assessment/import': (draft) => withRecord((record) => importUnits(desk, record, draft)),
  };
}

/** A deed that was recorded can be taken back under its name. */
function noted<T>(
  record: EventRecord,
  steps: readonly Step[],
  kind: AssessmentUndo['kind'],
  { assessmentId, name }: Pick<AssessmentRow, 'assessmentId' | 'name'>,
  what: string,
  saved: Result<T>,
): Result<T> {
  if (saved.ok) pushDone(record, { said: { kind, assessmentId, unit: name, what }, steps: [...steps] });
  return saved;
}

/** A new unit; figures of the whole mine come from its newest unit of the same quarter, and say so. */
function openUnit(desk: Desk, record: EventRecord, draft: UnitAsk): Result<{ assessmentId: EntityId }> {
  const assessmentId = desk.newId();
  const sibling = readAssessments(record).find(
    (row) => row.mine === draft.mine && row.year === draft.year && row.quarter === draft.quarter,
  );
  const type = 'assessment';
  const subject = unitSubject(assessmentId);
  const copies = (sibling?.figures ?? []).flatMap(({ field, value }) => {
    if (value === null || !mineWide.includes(field)) return [];
    const body = { value, source: { from: 'copied', of: sibling?.assessmentId } };
    return [{ type, subject: figureSubject(assessmentId, field), body }];
  });
  const body = newUnit(record, draft, desk.clock.wall());
  const saved = desk.saveAll([{ type, subject, body }, ...copies], 'assessment');
  const named = { assessmentId, name: draft.name };
  return noted(record, [{ subject, before: null }], 'unit', named, '', saved.ok ? ok({ assessmentId }) : saved);
}

function putPoint(
  desk: Desk,
  record: EventRecord,
  row: AssessmentRow,
  point: TestPoint,
  removed: boolean,
): Result<Saved> {
  const draft = pointDraft(row.assessmentId, point, { from: 'typed' }, removed ? { removed } : {});
  const steps = [headBefore(record, draft.subject)];
  return noted(record, steps, 'point', row, String(point.no), desk.save(draft, 'assessment'));
}

type FigureAsk = z.output<RecorderMethods['assessment/put']['ask']>['figure'];

function putFigure(desk: Desk, record: EventRecord, row: AssessmentRow, ask: FigureAsk): Result<Saved> {
  const subject = figureSubject(row.assessmentId, ask.field);
  const step = headBefore(record, subject);
  const body = { value: ask.value, source: sourceOf(record, ask) };
  return noted(
    record,
    [step],
    'figure',
    row,
    ask.field,
    desk.save({ type: 'assessment', subject, body }, 'assessment'),
  );
}

function sourceOf(record: EventRecord, { reading, believed }: FigureAsk): z.input<typeof figureSource> {
  const [grade] = reading ? gradeReadings(record, [reading]) : [];
  return reading && grade ? { from: 'reading', reading, grade } : { from: 'typed', believed };
}

/** Every verdict by itself, then the result: what is read later need not be computed again. */
function conclude(desk: Desk, record: EventRecord, row: AssessmentRow, note: string): Result<Saved> {
  const judged = judgeUnit(row);
  const { subs, outcome, severity } = judged;
  const own = ownOf(record, row, judged);
  const under = `assessment/${row.assessmentId}`;
  const subject = `${under}/conclusion`;
  const steps = [headBefore(record, subject)];
  const verdicts = subIds.map((id) => ({
    type: 'assessment',
    subject: `${under}/verdict:${id}`,
    body: { verdict: subs[id].verdict, ...(own[id] ? { byCompany: own[id].verdict } : {}) },
  }));
  const kept = desk.saveAll(verdicts, 'assessment');
  if (!kept.ok) return kept;
  const body = { outcome, severity, at: desk.clock.wall(), note };
  return noted(
    record,
    steps,
    'conclusion',
    row,
    outcome,
    desk.save({ type: 'assessment', subject, body }, 'assessment'),
  );
}

const TAKEN_BACK = { value: null, source: { from: 'typed', believed: false } };

/** Puts back what stood before the last deed, each subject by a new event. */
function undo(desk: Desk, record: EventRecord) {
  const last = readDone(record).at(-1);
  if (!last) return ok(null);
  const drafts = last.steps.toReversed().flatMap(({ subject, before }) => {
    const body = bodyBefore(record, subject, before);
    return body ? [{ type: 'assessment', subject, body }] : [];
  });
  const saved = desk.saveAll(drafts, 'assessment');
  if (!saved.ok) return saved;
  popDone(record);
  return ok(last.said);
}

/** What a subject said before a deed; nothing before a figure is a figure taken back, before a unit a removed unit. */
function bodyBefore(record: EventRecord, subject: string, before: string | null): Record<string, unknown> | null {
  const entries = record.history(subject);
  const old = entries.find(({ id }) => id === before)?.body;
  const standing = record.register(subject)?.value ?? null;
  if (old) return withoutSalt(old);
  if (subject.endsWith('/unit') && standing) return { ...withoutSalt(standing), removed: true };
  const isWhole = subject.endsWith('/conclusion') || subject.includes('/point:');
  if (isWhole && standing) return { ...withoutSalt(standing), removed: true };
  return subject.includes('/figure:') ? TAKEN_BACK : null;
}

const withoutSalt = ({ salt: _, ...body }: Readonly<Record<string, unknown>>): Record<string, unknown> => body;
