import type { Certificate, Principle, Scan } from '../../../vocabulary/instrument.ts';
import { instrumentBody } from '../../log/instrument-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Detectors: what the wire does not say, the verification certificates, photos. */
export const instrumentsTable = projectionTable('instruments', {
  instrument: column.id(),
  model: column.id(),
  serialNumber: column.id(),
  driver: column.id(),
  settings: column.json<Readonly<Record<string, string | number>>>(),
  certificate: column.optionalJson<Certificate>(),
  earlier: column.json<readonly Certificate[]>(),
  principle: column.text().$type<Principle>(),
  photos: column.json<readonly Scan[]>(),
});

export const instruments = {
  name: 'instruments',
  version: 2,
  types: ['instrument'],
  table: instrumentsTable,
  row: rowFrom(/^instrument\/([0-9a-f]{32})\/register$/, instrumentBody, (body, [instrument]) => ({
    instrument,
    model: body.model,
    serialNumber: body.serialNumber,
    driver: body.driver,
    settings: body.settings,
    certificate: body.certificate ?? null,
    earlier: body.earlier ?? [],
    principle: body.principle ?? null,
    photos: body.photos ?? [],
  })),
} as const satisfies Projection;
