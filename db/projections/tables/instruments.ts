import { instrumentBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Detectors: what the wire does not say, and the verification certificate. */
export const instrumentsTable = projectionTable('instruments', {
  instrument: column.id(),
  model: column.id(),
  serialNumber: column.id(),
  driver: column.id(),
  settings: column.json<Readonly<Record<string, string | number>>>(),
  certificate: column.optionalJson<{ readonly no: string; readonly until: string | null }>(),
});

export const instruments = {
  name: 'instruments',
  version: 1,
  types: ['instrument'],
  table: instrumentsTable,
  row: rowFrom(/^instrument\/([0-9a-f]{32})\/register$/, instrumentBody, (body, [instrument]) => ({
    instrument,
    model: body.model,
    serialNumber: body.serialNumber,
    driver: body.driver,
    settings: body.settings,
    certificate: body.certificate ?? null,
  })),
} as const satisfies Projection;
