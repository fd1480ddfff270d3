import type { ProjectionRow } from '../../db/projections/registry.ts';
import { cameraTime } from '../../vocabulary/camera-time.ts';
import { blobId, entityId, inspectionId, itemId, placeId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { EvidenceRow, FindingRow } from '../ports/inspection-models.ts';

/** Rows of the projections as the screens get them. */

const placeIdOrNull = (id: string | null) => (id === null ? null : placeId.parse(id));

export const evidenceRowOf = (row: ProjectionRow<'evidence'>): EvidenceRow => ({
  evidenceId: entityId.parse(row.evidence),
  itemId: itemId.parse(row.item),
  placeId: placeIdOrNull(row.placeId),
  kind: row.kind,
  label: row.label,
  text: row.text ?? '',
  blob: row.blob === null ? null : blobId.parse(row.blob),
  mime: row.mime,
  taken: row.taken === null ? null : cameraTime.parse(row.taken),
  readings: [...row.readings],
  grades: [...row.grades],
  savedAt: epochMs.parse(row.wall),
});

type FindingColumns = 'finding' | 'inspection' | 'item' | 'placeId' | 'fact' | 'severity' | 'state' | 'wall';

export const findingRowOf = (row: Pick<ProjectionRow<'findings'>, FindingColumns>): FindingRow => ({
  findingId: entityId.parse(row.finding),
  inspectionId: inspectionId.parse(row.inspection),
  itemId: itemId.parse(row.item),
  placeId: placeIdOrNull(row.placeId),
  fact: row.fact,
  severity: row.severity,
  state: row.state,
  savedAt: epochMs.parse(row.wall),
});
