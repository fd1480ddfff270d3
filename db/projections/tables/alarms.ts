import type { AlarmFacts } from '../../../vocabulary/alarm.ts';
import { alarmBody } from '../../log/alarm-body.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Alarms of detectors: reached, acknowledged by whom, ended. */
export const alarmsTable = projectionTable('alarms', {
  alarm: column.id(),
  /** Null where no inspection was open. */
  inspection: column.text(),
  instrument: column.id(),
  channel: column.id(),
  open: column.flag(),
  facts: column.json<AlarmFacts>(),
});

export const alarms = {
  name: 'alarms',
  version: 1,
  types: ['alarm'],
  table: alarmsTable,
  row: rowFrom(
    /^(inspection|device)\/([0-9a-f]{32})\/alarm:([0-9a-f]{32})$/,
    alarmBody,
    ({ salt: _, ...facts }, [owner, id, alarm]) => ({
      alarm,
      inspection: owner === 'inspection' ? id : null,
      instrument: facts.instrument,
      channel: facts.channel,
      open: facts.ended === null,
      facts,
    }),
  ),
} as const satisfies Projection;
