import type { EventDraft, EventRecord } from '../../db/record.ts';
import type { BlobId, EntityId } from '../../vocabulary/ids.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { AssessmentRow, ImportDraft } from '../ports/assessment-models.ts';
import { importSource, newPoints, pointDraft } from './assessment-point.ts';
import { figureSubject, readAssessments, unitSubject } from './assessment-rows.ts';
import { headBefore, pushDone, type Step } from './assessment-undo.ts';
import { newUnit } from './assessment-unit.ts';
import type { Desk } from './desk.ts';

type ImportedUnit = ImportDraft['units'][number];

/** Keeps the file, opens the units it names and puts its figures in; taken back as one. */
export function importUnits(
  desk: Desk,
  record: EventRecord,
  { file, units, inspectionId }: ImportDraft,
): Result<{ assessmentIds: EntityId[]; figures: number }> {
  const blob = record.blobs.put(Buffer.from(file.bytes, 'base64'));
  if (!blob.ok) return blob;
  const known = readAssessments(record);
  const written: Written[] = [];
  const assessmentIds: EntityId[] = [];
  for (const unit of units) {
    const standing = known.find((row) => isSameUnit(row, unit)) ?? null;
    const assessmentId = standing?.assessmentId ?? desk.newId();
    assessmentIds.push(assessmentId);
    const put = { unit, standing, assessmentId, inspectionId, file: blob.value, name: file.name };
    written.push(...eventsOf(desk, record, put));
  }
  const steps = written.map(({ before, draft }) => ({ subject: draft.subject, before }));
  const saved = desk.saveAll(
    written.map(({ draft }) => draft),
    'assessment',
  );
  if (!saved.ok) return saved;
  const figures = steps.filter(({ subject }) => /\/(?:figure|point):/.test(subject)).length;
  const said = { kind: 'import', assessmentId: null, unit: '', what: file.name } as const;
  if (steps.length > 0) pushDone(record, { said, steps });
  return ok({ assessmentIds, figures });
}

const isSameUnit = (row: AssessmentRow, unit: ImportedUnit): boolean =>
  row.mine === unit.mine &&
  row.face === unit.face &&
  row.name === unit.name &&
  row.year === unit.year &&
  row.quarter === unit.quarter;

interface UnitToPut {
  readonly unit: ImportedUnit;
  readonly standing: AssessmentRow | null;
  readonly assessmentId: EntityId;
  readonly inspectionId: AssessmentRow['inspectionId'];
  readonly file: BlobId;
  readonly name: string;
}
interface Written {
  readonly before: Step['before'];
  readonly draft: Omit<EventDraft, 'author'>;
}

/** A figure that stands as the file has it is not written again. */
function eventsOf(desk: Desk, record: EventRecord, put: UnitToPut): Written[] {
  const { unit, standing, assessmentId, inspectionId, file, name } = put;
  const type = 'assessment';
  const opened = {
    before: null,
    draft: {
      type,
      subject: unitSubject(assessmentId),
      body: newUnit(record, { ...unit, inspectionId }, desk.clock.wall()),
    },
  };
  const figures = unit.figures.flatMap(({ field, value, cell }): Written[] => {
    const stands = standing?.figures.find((figure) => figure.field === field);
    if (stands && JSON.stringify(stands.value) === JSON.stringify(value)) return [];
    const subject = figureSubject(assessmentId, field);
    const body = { value, source: { from: 'import', file, name, cell } };
    const before = standing ? headBefore(record, subject).before : null;
    return [{ before, draft: { type, subject, body, blobs: [file] } }];
  });
  const points = newPoints(unit.points, standing).map(({ cell, ...point }): Written => {
    const draft = { ...pointDraft(assessmentId, point, importSource(file, name, cell)), blobs: [file] };
    return { before: standing ? headBefore(record, draft.subject).before : null, draft };
  });
  return standing ? [...figures, ...points] : [opened, ...figures, ...points];
}
