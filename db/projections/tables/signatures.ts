import { signatureBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Handwritten signatures, and refusals with their witness. */
export const signaturesTable = projectionTable('signatures', {
  inspection: column.id(),
  signoff: column.id(),
  person: column.text(),
  role: column.id().$type<(typeof signatureBody)['_output']['role']>(),
  name: column.id(),
  certificateNo: column.id(),
  blob: column.text(),
  refused: column.optionalJson<{ readonly reason: string; readonly witness: string }>(),
});

export const signatures = {
  name: 'signatures',
  version: 2,
  types: ['signature'],
  table: signaturesTable,
  under: { column: 'inspection', entity: 'inspection' },
  row: rowFrom(
    /^inspection\/([0-9a-f]{32})\/signature:[0-9a-f]{32}$/,
    signatureBody,
    ({ signoff, person, role, name, certificateNo, blob, refused }, [inspection]) => ({
      inspection,
      signoff,
      person,
      role,
      name,
      certificateNo,
      blob,
      refused: refused ?? null,
    }),
  ),
} as const satisfies Projection;
