import type { OutburstStep } from '../../../vocabulary/area.ts';
import { outburstStepBody } from '../../log/area-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** How the steps of each 四位一体 stand now. */
export const outburstStepsTable = projectionTable('outburstSteps', {
  area: column.id(),
  step: column.id(),
  entry: column.json<OutburstStep>(),
  removed: column.flag(),
});

export const outburstSteps = {
  name: 'outburstSteps',
  version: 1,
  types: ['area'],
  table: outburstStepsTable,
  row: rowFrom(
    /^area\/([0-9a-f]{32})\/step:([A-Za-z]+)$/,
    outburstStepBody,
    ({ salt: _, removed = false, ...entry }, [area, step]) => ({ area, step, entry, removed }),
  ),
} as const satisfies Projection;
