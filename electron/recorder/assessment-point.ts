import type { z } from 'zod';
import type { pointSource } from '../../db/log/assessment-bodies.ts';
import type { BlobId } from '../../vocabulary/ids.ts';
import type { TestPoint } from '../../vocabulary/test-point.ts';
import type { AssessmentRow, ImportDraft } from '../ports/assessment-models.ts';
import { pointSubject } from './assessment-rows.ts';

type Source = z.input<typeof pointSource>;

/** The event that says what was measured at a point; its number stands in the subject. */
export function pointDraft(assessmentId: string, { no, ...said }: TestPoint, source: Source, more: object = {}) {
  return { type: 'assessment', subject: pointSubject(assessmentId, no), body: { ...said, source, ...more } };
}

/** The points of a file that the record does not have yet as the file has them. */
export function newPoints(
  points: ImportDraft['units'][number]['points'],
  standing: AssessmentRow | null,
): readonly (TestPoint & { readonly cell: string })[] {
  return points.filter(({ cell: _, ...point }) => {
    const stands = standing?.points.find(({ no }) => no === point.no);
    if (!stands) return true;
    const { source: _from, author: _by, savedAt: _at, others, ...said } = stands;
    return others.length > 0 || !isSamePoint(said, point);
  });
}

const keys = ['place', 'at_m', 'date', 'content_m3PerT', 'pressure_MPa'] as const;
const isSamePoint = (a: TestPoint, b: TestPoint): boolean => keys.every((key) => a[key] === b[key]);

export const importSource = (file: BlobId, name: string, cell: string): Source => ({
  from: 'import',
  file,
  name,
  cell,
});
