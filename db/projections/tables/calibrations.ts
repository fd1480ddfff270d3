import type { Calibration } from '../../../vocabulary/instrument.ts';
import { calibrationBody } from '../../log/instrument-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Calibrations and checks of instruments, those taken back included: the history shows them. */
export const calibrationsTable = projectionTable('calibrations', {
  calibration: column.id(),
  instrument: column.id(),
  date: column.id(),
  entry: column.json<Calibration>(),
  removed: column.flag(),
});

export const calibrations = {
  name: 'calibrations',
  version: 1,
  types: ['calibration'],
  table: calibrationsTable,
  row: rowFrom(
    /^calibration\/([0-9a-f]{32})\/entry$/,
    calibrationBody,
    ({ salt: _, instrument, removed, ...entry }, [calibration]) => ({
      calibration,
      instrument,
      date: entry.date,
      entry,
      removed: removed ?? false,
    }),
  ),
} as const satisfies Projection;
