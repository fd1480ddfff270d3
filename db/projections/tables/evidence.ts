import type { EvidenceGrade } from '../../../vocabulary/evidence-grade.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import { evidenceBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Photos, papers, numbers and kept readings that stand behind an answer. */
export const evidenceTable = projectionTable('evidence', {
  inspection: column.id(),
  evidence: column.id(),
  item: column.id(),
  placeId: column.text(),
  kind: column.id().$type<(typeof evidenceBody)['_output']['kind']>(),
  label: column.id(),
  text: column.text(),
  blob: column.text(),
  mime: column.text(),
  taken: column.text(),
  readings: column.json<readonly Reading[]>(),
  /** One for each reading. */
  grades: column.json<readonly EvidenceGrade[]>(),
  removed: column.flag(),
});

export const evidence = {
  name: 'evidence',
  version: 3,
  types: ['evidence'],
  table: evidenceTable,
  under: { column: 'inspection', entity: 'inspection' },
  row: rowFrom(
    /^inspection\/([0-9a-f]{32})\/evidence:([0-9a-f]{32})$/,
    evidenceBody,
    (body, [inspection, evidenceId]) => ({
      inspection,
      evidence: evidenceId,
      item: body.item,
      placeId: body.placeId ?? null,
      kind: body.kind,
      label: body.label,
      text: body.text ?? null,
      blob: body.blob ?? null,
      mime: body.mime ?? null,
      taken: body.taken ?? null,
      readings: body.readings ?? [],
      grades: body.grades ?? [],
      removed: body.removed ?? false,
    }),
  ),
} as const satisfies Projection;
