import type {
  Certificate,
  Confirmation,
  LineIdentity,
  Principle,
  Scan,
  WireIdentity,
} from '../../../vocabulary/instrument.ts';
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
  line: column.optionalJson<LineIdentity>(),
  wire: column.optionalJson<WireIdentity>(),
  confirmed: column.optionalJson<Confirmation>(),
});

export const instruments = {
  name: 'instruments',
  version: 3,
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
    line: body.line ?? null,
    wire: body.wire ?? null,
    confirmed: body.confirmed ?? null,
  })),
} as const satisfies Projection;
